using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>What each predicate becomes in WQL: the table is Cases/linq-to-wql.cases, to be read as a specification.</summary>
[TestFixture]
public sealed class TranslationTests
{
    private static readonly string Table = Golden.InTests("Cases", "linq-to-wql.cases");

    private static List<(string Section, string Lambda, Expression<Func<OfflineFilesItem, bool>> Predicate)> Predicates()
    {
        var cases = new List<(string, string, Expression<Func<OfflineFilesItem, bool>>)>();
        var section = "";
        void Case(Expression<Func<OfflineFilesItem, bool>> predicate, [CallerArgumentExpression(nameof(predicate))] string lambda = "") =>
            cases.Add((section, lambda, predicate));

        section = "Equality";
        Case(i => i.ItemType == OfflineFilesItemType.File);
        Case(i => 2 <= (int)i.ItemType);
        Case(i => i.ItemName != "it's");
        Case(i => i.ItemPath == @"\\srv\share");
        Case(i => i.Path == (UncPath)@"\\srv\share");
        Case(i => i.ItemName == i.ItemPath);

        section = "NULL follows C#";
        Case(i => i.Encrypted == true);
        Case(i => i.Encrypted != true);
        Case(i => i.Encrypted == null);
        Case(i => i.Encrypted!.Value);
        Case(i => !(i.Encrypted ?? false));
        Case(i => i.ParentItemPath == null);
        Case(i => i.ParentItemPath != @"\\srv");
        Case(i => i.ItemName == null);
        Case(i => string.IsNullOrEmpty(i.ParentItemPath));
        Case(i => !string.IsNullOrEmpty(i.ParentItemPath));

        section = "Info objects";
        Case(i => i.PinInfo == null);
        Case(i => i.PinInfo!.Pinned);
        Case(i => !i.PinInfo!.Pinned);
        Case(i => i.PinInfo!.PinnedForUser == PinState.PinnedInherit);
        Case(i => i.FileSysInfo!.LocalSize > 1024);
        Case(i => !(i.FileSysInfo!.LocalSize > 1024));
        Case(i => i.FileSysInfo!.RemoteSize == null);
        Case(i => i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden));
        Case(i => i.FileSysInfo!.LocalSize > i.DirtyInfo!.LocalDirtyByteCount);

        section = "Time";
        Case(i => i.FileSysInfo!.LocalLastWriteTime >= new DateTimeOffset(2024, 1, 31, 10, 30, 0, TimeSpan.FromHours(1)));
        Case(i => i.FileSysInfo!.LocalLastWriteTime > new DateTimeOffset(2024, 1, 31, 0, 0, 0, TimeSpan.Zero).AddTicks(7));

        section = "Text";
        Case(i => i.ItemName.StartsWith("a_b"));
        Case(i => i.ItemName.EndsWith(".xlsx"));
        Case(i => i.ItemName.Contains("100%"));
        Case(i => i.ItemName.Contains('['));
        Case(i => !i.ParentItemPath!.Contains("x"));
        Case(i => i.ItemName.StartsWith("a", StringComparison.OrdinalIgnoreCase));
        Case(i => i.ItemName.StartsWith("a", StringComparison.Ordinal));
        Case(i => !i.ItemName.StartsWith("a", StringComparison.Ordinal));
        Case(i => i.ItemName.StartsWith("a", StringComparison.CurrentCulture));
        Case(i => i.ItemName.Equals("a", StringComparison.Ordinal));
        Case(i => i.ItemName.ToUpperInvariant() == "A");
        Case(i => string.Compare(i.ItemName, "m") < 0);
        Case(i => i.ItemName.Length > 3);
        Case(i => string.IsNullOrWhiteSpace(i.ItemName));

        section = "Sets";
        Case(i => new[] { "a", "b" }.Contains(i.ItemName));
        Case(i => !new[] { "a", "b" }.Contains(i.ItemName));
        Case(i => new List<OfflineFilesItemType> { OfflineFilesItemType.File, OfflineFilesItemType.Share }.Contains(i.ItemType));
        Case(i => new[] { "a", null }.Contains(i.ParentItemPath));
        Case(i => new HashSet<string>(StringComparer.Ordinal) { "a" }.Contains(i.ItemName));

        section = "Paths";
        Case(i => i.IsUnder(@"\\srv\share"));
        Case(i => i.Path.IsUnder(@"\\srv\a_b"));

        section = "Boolean shapes";
        Case(i => i.ItemName == "a" && (i.ItemType == 0 || i.PinInfo!.Pinned));
        Case(i => !(i.ItemName == "a" || i.PinInfo!.Pinned));
        Case(i => !(i.ItemName == "a" && i.ItemType == 0));
        Case(i => i.ItemName == "a" && i.ItemName.Length > 3);
        Case(i => i.ItemName == "a" || i.ItemName.Length > 3);
        Case(i => i.ItemName == "a" || i.ItemType == 0 && i.ItemName.Length > 3);
        Case(i => i.ItemType == 0 ? i.ItemName == "a" : i.ItemName == "b");
        Case(i => (i.ItemName == "a") == false);
        return cases;
    }

    [Test]
    public async Task Every_predicate_becomes_what_the_table_says()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend([], PushdownProfile.Everything));
        var actual = new StringBuilder("# Predicates over an item -> the WHERE clause they become where everything may be pushed, and what stays in the caller.\n");
        foreach (var section in Predicates().GroupBy(row => row.Section))
        {
            actual.Append("\n== ").Append(section.Key).Append(" ==\n");
            foreach (var (_, lambda, predicate) in section) actual.Append(lambda).Append(" -> ").Append(Outcome(cache.Items.Where(predicate).Explain())).Append('\n');
        }

        if (Golden.IsUpdating) await File.WriteAllTextAsync(Table, actual.ToString());
        Assert.That(actual.ToString().Split('\n'), Is.EqualTo((await File.ReadAllTextAsync(Table)).ReplaceLineEndings("\n").Split('\n')));
    }

    private static string Outcome(QueryExplanation explanation) => string.Join("; ", explanation.Predicates
        .Select(predicate => (predicate.Pushed, predicate.ResidualBecause) switch
        {
            (null, _) => $"residual: {predicate.ResidualBecause}",
            (_, null) => predicate.Pushed,
            _ => $"{predicate.Pushed}, checked again: {predicate.ResidualBecause}",
        })
        .DefaultIfEmpty(explanation.AccessPath == QueryAccessPath.Nothing ? "no row" : "every row"));
}
