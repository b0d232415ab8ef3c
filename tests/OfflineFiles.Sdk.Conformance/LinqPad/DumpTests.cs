using System.Collections;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Objects;
using OfflineFiles.Sdk.Conformance.Safety;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.LinqPad;

/// <summary>What LINQPad shows of the objects of the library: tables, that nothing runs for.</summary>
[TestFixture]
public sealed class DumpTests
{
    private const string Interface = "LINQPad.ICustomMemberProvider";

    // Parts that hold parts of their own kind, as many as were written: a dump of them ends.
    private static readonly Type[] Trees = [typeof(WqlQuery), typeof(WqlPredicate), typeof(WqlConstant), typeof(ItemProperty)];

    [Test]
    public async Task A_dump_is_a_table_and_asks_the_backend_for_nothing()
    {
        var backend = new CountingBackend([.. DumpSamples.Items]);
        await using var cache = new OfflineFilesCache(backend);
        var samples = await DumpSamples.OfAsync(cache, backend);
        var before = backend.Calls;

        var shown = string.Concat(samples.Select(sample => $"# {sample.Name}\n{LinqPadReader.Show(sample.Value)}\n\n"));

        Assert.That(backend.Calls, Is.EqualTo(before));
        Golden.Check("dumps.txt", shown);
    }

    [Test]
    public async Task A_grid_gets_values_of_the_types_that_it_was_told()
    {
        var backend = new CountingBackend([.. DumpSamples.Items]);
        await using var cache = new OfflineFilesCache(backend);
        foreach (var (name, value) in await DumpSamples.OfAsync(cache, backend))
        {
            foreach (var shown in Each(value).Where(shown => shown.GetType().GetInterface(Interface) is not null))
            {
                var members = LinqPadReader.MembersOf(shown);
                Assert.That(members.Select(member => member.Name), Is.Unique, name);
                Assert.That(members.Where(member => member.Value is not null && !member.Type.IsInstanceOfType(member.Value)), Is.Empty, name);
                Assert.That(members.Where(member => Nullable.GetUnderlyingType(member.Type) is not null), Is.Empty, $"{name}: nullable columns");
            }
        }
    }

    [Test]
    public async Task Every_type_that_says_what_is_shown_has_a_sample()
    {
        var backend = new CountingBackend([.. DumpSamples.Items]);
        await using var cache = new OfflineFilesCache(backend);
        var samples = (await DumpSamples.OfAsync(cache, backend)).SelectMany(sample => Each(sample.Value)).Select(shown => shown.GetType());
        var asked = PublicApi.Types.Where(type => !typeof(CacheBackend).IsAssignableFrom(type) && LinqPadReader.IsAsked(type));

        Assert.That(asked.Select(type => type.Name), Is.SubsetOf(samples.Select(type => type.Name)));
    }

    [Test]
    public async Task A_name_that_hides_a_character_is_shown_readably()
    {
        var item = new OfflineFilesItem($@"\\srv\docs\{HostileText.Name}");
        var error = new OfflineFilesException(HostileText.Name);
        var outcome = new ItemOutcome { Path = item.Path, Status = OutcomeStatus.Failed, Message = HostileText.Name, Error = error };
        var backend = new CountingBackend(item);
        await using var cache = new OfflineFilesCache(backend);
        var rows = await cache.Query($"SELECT ItemPath, ItemName FROM Win32_OfflineFilesItem").ToListAsync();
        object[] hostile =
        [
            item, item.Path, outcome, new OperationReport { Operation = OfflineFilesOperation.Pin, Outcomes = [outcome] },
            new CacheChange { Kind = CacheChangeKind.ItemRenamed, Path = item.Path, OldPath = item.Path, Current = item, Outcome = outcome },
            new PreviewItem { Path = item.Path, Verdict = PreviewVerdict.Unknown, Reason = HostileText.Name },
            new CachedFileEntry { Path = item.Path, ItemType = OfflineFilesItemType.File }, rows[0],
            new WqlRow("C", [new("p", new[] { HostileText.Name })]), new BackendDescription(HostileText.Name, HostileText.Name),
            cache.Items.Where(i => i.ItemName == HostileText.Name).Explain(), cache.Items.Where(i => i.ItemName == HostileText.Name),
        ];

        foreach (var shown in hostile) HostileText.MustNotShow(LinqPadReader.Show(shown), shown.GetType().Name, hasLines: true);
    }

    // The rule for all other types: LINQPad reads their properties.
    [Test]
    public void What_is_read_by_its_properties_leads_to_nothing_that_runs_or_never_ends()
    {
        var wrong = from type in PublicApi.Types
                    where type is { IsAbstract: false, IsInterface: false, IsEnum: false } && !typeof(Exception).IsAssignableFrom(type)
                    from fault in Faults(type, [])
                    select fault;

        Assert.That(wrong.Distinct(), Is.Empty);
    }

    [Test]
    public void The_interface_is_seen_by_nobody_but_LINQPad()
    {
        var provider = typeof(OfflineFilesItem).GetInterface(Interface)!;

        Assert.That(provider.IsNotPublic);
        Assert.That(provider.Assembly, Is.SameAs(typeof(OfflineFilesItem).Assembly), "no reference to LINQPad");
        Assert.That(
            PublicApi.Types.SelectMany(type => type.GetMethods()).Select(method => method.Name),
            Has.None.EqualTo("GetNames").And.None.EqualTo("ToDump"));
    }

    private static IEnumerable<string> Faults(Type type, Type[] path)
    {
        if (LinqPadReader.IsAsked(type) || IsTree(type)) yield break;
        if (path.Contains(type))
        {
            yield return $"{string.Join(" -> ", path.Select(step => step.Name))} -> {type.Name} and so on";
            yield break;
        }

        foreach (var property in LinqPadReader.PropertiesOf(type))
        {
            var part = property.PropertyType;
            if (LinqPadReader.Runs(part)) yield return $"{type.Name}.{property.Name} runs when it is shown";
            foreach (var inner in part.IsGenericType ? part.GetGenericArguments() : [part.GetElementType() ?? part])
            {
                if (!PublicApi.Libraries.Contains(inner.Assembly) || inner.IsEnum) continue;
                foreach (var fault in Faults(inner, [.. path, type])) yield return fault;
            }
        }
    }

    // What stands in the rows of a list, or the object itself.
    private static IEnumerable<object> Each(object value) =>
        value is IEnumerable rows && !LinqPadReader.IsAsked(value.GetType()) ? rows.Cast<object>() : [value];

    private static bool IsTree(Type type) => Trees.Any(tree => tree.IsAssignableFrom(type));
}
