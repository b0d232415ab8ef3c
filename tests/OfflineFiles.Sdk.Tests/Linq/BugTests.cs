using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Testing.Meaning;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>Predicates that were answered wrongly once, each as small as it could be made.</summary>
[TestFixture]
public sealed class BugTests
{
    private static readonly string? Nothing = Array.Empty<string>().FirstOrDefault();

    private static readonly long? NoSize = Array.Empty<long?>().FirstOrDefault();

    // Letters whose upper or lower case is that of another letter, from which they differ all the same.
    private static readonly OfflineFilesItem[] Rows = [.. SampleItems.All, new(@"\\srv\data\ſ", OfflineFilesItemType.File), new("\\\\srv\\data\\\u212A", OfflineFilesItemType.File)];

    private static IEnumerable<TestCaseData> Predicates()
    {
        // What stands to the right of ?? was read through a null object as zero instead of null.
        yield return Case(i => (i.FileSysInfo!.RemoteSize ?? i.FileSysInfo.LocalSize) >= 0);
        yield return Case(i => (i.FileSysInfo!.RemoteLastWriteTime ?? i.FileSysInfo.LocalLastWriteTime) < DateTimeOffset.MaxValue);

        // A method that names its rule was called with null in the caller.
        yield return Case(i => i.Path.Name.EndsWith(Nothing!, StringComparison.Ordinal));
        yield return Case(i => !i.Path.Name.Contains(Nothing!, StringComparison.CurrentCulture));
        yield return Case(i => i.ItemName.StartsWith(i.ParentItemPath!, StringComparison.Ordinal));

        // Null came before every text when a comparison named its rule, and only in the caller.
        yield return Case(i => string.Compare(i.ParentItemPath, @"\\srv", StringComparison.Ordinal) <= 0);
        yield return Case(i => string.Compare(i.ParentItemPath, i.ItemName, StringComparison.OrdinalIgnoreCase) < 0);
        yield return Case(i => string.CompareOrdinal(i.ParentItemPath, @"\\srv") < 0);

        // A change of case counted in the caller and not at the backend.
        yield return Case(i => new[] { "s", "none" }.Contains(i.ItemName.ToUpperInvariant()));
        yield return Case(i => new HashSet<string>(StringComparer.Ordinal) { "k" }.Contains(i.ItemName.ToLowerInvariant()));
        yield return Case(i => string.Compare(i.ItemName.ToUpperInvariant(), "s", StringComparison.OrdinalIgnoreCase) == 0);

        // What is null only where all of it is null was taken for null where the first of it is.
        yield return Case(i => Nothing == (i.ParentItemPath ?? i.ItemName));
        yield return Case(i => (i.ParentItemPath ?? i.ItemName) != Nothing);
        yield return Case(i => (i.ParentItemPath ?? "none") == Nothing);
        yield return Case(i => (i.FileSysInfo!.RemoteSize ?? i.FileSysInfo.LocalSize) == NoSize);
        yield return Case(i => !((i.FileSysInfo!.RemoteSize ?? i.FileSysInfo.LocalSize) < NoSize));
    }

    [TestCaseSource(nameof(Predicates))]
    public Task A_predicate_that_was_answered_wrongly_means_what_it_says(Expression<Func<OfflineFilesItem, bool>> predicate) =>
        QueryAssert.Finds(predicate, item => Oracle.Holds(predicate, item), Rows);

    [Test]
    public async Task What_is_selected_can_be_combined_with_itself()
    {
        foreach (var backend in QueryAssert.Backends(Rows))
        {
            await using var cache = new OfflineFilesCache(backend);
            var selected = cache.Items.Select(i => new { i.ItemName, Parent = i.ParentItemPath });
            var names = Rows.Select(i => i.ItemName).ToList();

            Assert.That(selected.Zip(selected.Skip(1), (x, next) => x.ItemName + next.ItemName), Is.EqualTo(names.Zip(names.Skip(1), (name, next) => name + next)));
            Assert.That(
                selected.Join(selected, x => x.ItemName, y => y.ItemName, (x, y) => x.Parent + y.ItemName),
                Is.EqualTo(Rows.Join(Rows, x => x.ItemName, y => y.ItemName, (x, y) => x.ParentItemPath + y.ItemName, StringComparer.OrdinalIgnoreCase)));
        }
    }

    private static TestCaseData Case(
        Expression<Func<OfflineFilesItem, bool>> predicate, [CallerArgumentExpression(nameof(predicate))] string name = "") =>
        new TestCaseData(predicate).SetArgDisplayNames(name);
}
