using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Changes;

/// <summary>Predicates over events, with the changes of a cache for events.</summary>
[TestFixture]
internal sealed class EventShapeTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, CacheChange Change)[] Changes =
    [
        ("added", Change(0, CacheChangeKind.ItemAdded, null, File("a.txt", 5, new PinInfo { Pinned = true }))),
        ("grown", Change(1, CacheChangeKind.ItemModified, File("a.txt", 5), File("a.txt", 9))),
        ("moved", Change(2, CacheChangeKind.ItemRenamed, null, File("b.txt", 9))),
        ("gone", Change(3, CacheChangeKind.ItemRemoved, new OfflineFilesItem(UncPath.Parse(@"\\srv\docs\sub"), OfflineFilesItemType.Directory), null)),
        ("ended", Change(4, CacheChangeKind.SyncEnd, null, null)),
    ];

    private static readonly WqlEventShape<CacheChange, OfflineFilesItem> Shape = new()
    {
        Instances = ItemProperties.Instance,
        ClassOf = change => EventClass(change.Kind),
        InstanceClassOf = _ => OfflineFilesSchema.Item.Name,
        TargetInstance = change => EventClass(change.Kind) == WqlEventClasses.InstanceDeletion ? change.Previous : change.Current,
        PreviousInstance = change => EventClass(change.Kind) == WqlEventClasses.InstanceModification ? change.Previous : null,
        TimeCreated = change => change.At,
    };

    private static IEnumerable<TestCaseData> Predicates => CaseFile.Read("wql-changes.cases");

    [TestCaseSource(nameof(Predicates))]
    public void A_predicate_is_true_for_these_changes(string predicate, string expected) =>
        Assert.That(Outcome(predicate, rowsBefore: 0), Is.EqualTo(expected));

    [TestCaseSource(nameof(Predicates))]
    public void A_predicate_is_true_for_these_changes_after_many_others(string predicate, string expected) =>
        Assert.That(Outcome(predicate, rowsBefore: 40_000), Is.EqualTo(expected));

    [TestCase(WqlEventClasses.InstanceCreation, "__InstanceOperationEvent", true)]
    [TestCase(WqlEventClasses.InstanceDeletion, "__event", true)]
    [TestCase(WqlEventClasses.InstanceModification, "__SystemClass", true)]
    [TestCase(WqlEventClasses.InstanceOperation, WqlEventClasses.InstanceCreation, false)]
    [TestCase("__Unheard", "__Event", false)]
    public void A_class_of_events_is_derived_from_another(string className, string asked, bool expected) =>
        Assert.That(WqlEventClasses.Hierarchy.IsA(className, asked), Is.EqualTo(expected));

    [Test]
    public void A_class_derived_from_itself_is_refused()
    {
        var classes = new Dictionary<string, string> { ["A"] = "B", ["B"] = "C", ["C"] = "a" };

        Assert.That(() => new WqlClassHierarchy(classes), Throws.ArgumentException.With.Message.Contains("cannot be derived from itself"));
    }

    private static string? EventClass(CacheChangeKind kind) => kind switch
    {
        CacheChangeKind.ItemAdded => WqlEventClasses.InstanceCreation,
        CacheChangeKind.ItemRemoved => WqlEventClasses.InstanceDeletion,
        CacheChangeKind.ItemModified or CacheChangeKind.ItemRenamed => WqlEventClasses.InstanceModification,
        _ => null,
    };

    // After many rows a predicate becomes code.
    private static string Outcome(string predicate, int rowsBefore)
    {
        try
        {
            var matches = WqlCompiler.Compile(WqlPredicate.Parse(predicate), Shape);
            for (var row = 0; row < rowsBefore; row++) matches(Changes[0].Change);
            var found = Changes.Where(change => matches(change.Change)).Select(change => change.Name).ToList();
            return found.Count == 0 ? "none" : string.Join(", ", found);
        }
        catch (WqlEvaluationException exception)
        {
            return "error: " + exception.Message;
        }
    }

    private static CacheChange Change(int second, CacheChangeKind kind, OfflineFilesItem? previous, OfflineFilesItem? current) =>
        new() { Kind = kind, At = Begin.AddSeconds(second), Previous = previous, Current = current };

    private static OfflineFilesItem File(string name, long size, PinInfo? pin = null) =>
        new(UncPath.Parse(@"\\srv\docs\" + name), OfflineFilesItemType.File) { FileSysInfo = new FileSysInfo { LocalSize = size }, PinInfo = pin };
}
