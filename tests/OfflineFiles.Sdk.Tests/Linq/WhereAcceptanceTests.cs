using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>One line, one predicate, and beside it the same rows found by plain C# that spells out what a query means.</summary>
[TestFixture]
public sealed class WhereAcceptanceTests
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
    private static readonly UncPath Reports = @"\\SRV\Data\reports";
    private static readonly string[] Names = ["Q1.xlsx", "A_B.TXT", "none"];

    private static IEnumerable<TestCaseData> Predicates()
    {
        var monday = SampleItems.Monday;
        var wanted = new { Name = "q2.xlsx", Size = 7L };
        string? nothing = null;
        var sizes = new HashSet<long> { 7, 100 };
        bool? unknown = null;
        long? unknownNumber = null;
        var paths = new List<string> { @"\\srv\data", @"\\SRV\DATA\A_B.txt", @"\\srv\data", @"\\srv\none" };

        // Equality, and the constant on either side.
        yield return Case(i => i.ItemType == OfflineFilesItemType.File, i => i.ItemType == OfflineFilesItemType.File);
        yield return Case(i => OfflineFilesItemType.File != i.ItemType, i => i.ItemType != OfflineFilesItemType.File);
        yield return Case(i => i.ItemType.Equals(OfflineFilesItemType.Share), i => i.ItemType == OfflineFilesItemType.Share);
        yield return Case(i => (int)i.ItemType >= 2, i => (int)i.ItemType >= 2);
        yield return Case(i => i.ItemName == "Q1.XLSX", i => i.ItemName.Equals("q1.xlsx", IgnoreCase));
        yield return Case(i => "q1.xlsx" != i.ItemName, i => !i.ItemName.Equals("q1.xlsx", IgnoreCase));
        yield return Case(i => i.ItemName == wanted.Name && i.FileSysInfo!.LocalSize != wanted.Size, i => i.ItemName.Equals("q2.xlsx", IgnoreCase));
        yield return Case(i => i.ItemPath == @"\\SRV\data\REPORTS", i => i.ItemName == "Reports");
        yield return Case(i => i.ItemPath == @"\\srv\data\", _ => false);
        yield return Case(i => i.Path == Reports, i => i.ItemName == "Reports");
        yield return Case(i => i.Path != Reports, i => i.ItemName != "Reports");
        yield return Case(i => i.ItemPath == Reports, i => i.ItemName == "Reports");

        // NULL: the rows of servers, of the empty parent, of what is not a file.
        yield return Case(i => i.ParentItemPath == null, i => i.ParentItemPath is null);
        yield return Case(i => i.ParentItemPath != nothing, i => i.ParentItemPath is not null);
        yield return Case(i => i.ParentItemPath == "", i => i.ParentItemPath == "");
        yield return Case(i => i.ParentItemPath != @"\\srv", i => !@"\\srv".Equals(i.ParentItemPath, IgnoreCase));
        yield return Case(i => !(i.ParentItemPath == @"\\srv"), i => !@"\\srv".Equals(i.ParentItemPath, IgnoreCase));
        yield return Case(i => string.IsNullOrEmpty(i.ParentItemPath), i => string.IsNullOrEmpty(i.ParentItemPath));
        yield return Case(i => !string.IsNullOrEmpty(i.ParentItemPath), i => !string.IsNullOrEmpty(i.ParentItemPath));
        yield return Case(i => string.IsNullOrWhiteSpace(i.ParentItemPath), i => string.IsNullOrWhiteSpace(i.ParentItemPath));
        yield return Case(i => !string.IsNullOrWhiteSpace(i.ParentItemPath), i => !string.IsNullOrWhiteSpace(i.ParentItemPath));
        yield return Case(i => i.Encrypted == true, i => i.Encrypted == true);
        yield return Case(i => i.Encrypted != true, i => i.Encrypted != true);
        yield return Case(i => i.Encrypted == false, i => i.Encrypted == false);
        yield return Case(i => !(i.Encrypted == false), i => i.Encrypted != false);
        yield return Case(i => i.Encrypted == unknown, i => i.Encrypted is null);
        yield return Case(i => i.Encrypted.HasValue, i => i.Encrypted.HasValue);
        yield return Case(i => !i.Encrypted.HasValue, i => !i.Encrypted.HasValue);
        yield return Case(i => i.Encrypted!.Value, i => i.Encrypted == true);
        yield return Case(i => !i.Encrypted!.Value, i => i.Encrypted != true);
        yield return Case(i => i.Encrypted ?? true, i => i.Encrypted ?? true);
        yield return Case(i => !(i.Encrypted ?? false), i => i.Encrypted != true);
        yield return Case(i => i.Sparse.GetValueOrDefault(), i => i.Sparse == true);

        // Info objects, and reading through one that is null.
        yield return Case(i => i.PinInfo == null, i => i.PinInfo is null);
        yield return Case(i => i.FileSysInfo != null, i => i.FileSysInfo is not null);
        yield return Case(i => i.PinInfo!.Pinned, i => i.PinInfo?.Pinned == true);
        yield return Case(i => !i.PinInfo!.Pinned, i => i.PinInfo?.Pinned != true);
        yield return Case(i => i.PinInfo!.Pinned == false, i => i.PinInfo?.Pinned != true);
        yield return Case(i => i.PinInfo!.PinnedForUser == PinState.Pinned, i => i.PinInfo?.PinnedForUser == PinState.Pinned);
        yield return Case(i => i.PinInfo!.PinnedForUser != PinState.Pinned, i => i.PinInfo?.PinnedForUser != PinState.Pinned);
        yield return Case(i => i.ConnectionInfo!.ConnectState == ConnectState.Offline, i => i.ConnectionInfo?.ConnectState == ConnectState.Offline);
        yield return Case(i => i.FileSysInfo!.LocalSize > 7, i => i.FileSysInfo?.LocalSize > 7);
        yield return Case(i => 7 >= i.FileSysInfo!.LocalSize, i => i.FileSysInfo?.LocalSize <= 7);
        yield return Case(i => !(i.FileSysInfo!.LocalSize > 7), i => !(i.FileSysInfo?.LocalSize > 7));
        yield return Case(i => i.FileSysInfo!.LocalSize != 7, i => i.FileSysInfo?.LocalSize != 7);
        yield return Case(i => i.FileSysInfo!.LocalSize == -1, _ => false);
        yield return Case(i => i.FileSysInfo!.RemoteSize == null, i => i.FileSysInfo?.RemoteSize is null);
        yield return Case(i => i.FileSysInfo!.RemoteSize != null, i => i.FileSysInfo?.RemoteSize is not null);
        yield return Case(i => i.FileSysInfo!.RemoteSize > 10, i => i.FileSysInfo?.RemoteSize > 10);
        yield return Case(i => !(i.FileSysInfo!.RemoteSize > 10), i => !(i.FileSysInfo?.RemoteSize > 10));
        yield return Case(i => i.FileSysInfo!.RemoteSize > i.FileSysInfo.LocalSize, i => i.FileSysInfo?.RemoteSize > i.FileSysInfo?.LocalSize);
        yield return Case(i => i.FileSysInfo!.LocalSize == i.DirtyInfo!.LocalDirtyByteCount, i => i.FileSysInfo?.LocalSize == i.DirtyInfo?.LocalDirtyByteCount);
        yield return Case(i => i.FileSysInfo!.LocalSize + 1 == 8, i => i.FileSysInfo?.LocalSize == 7);
        yield return Case(i => i.FileSysInfo!.LocalSize > 6.5, i => i.FileSysInfo?.LocalSize > 6.5);
        yield return Case(i => i.FileSysInfo!.LocalSize > unknownNumber, _ => false);
        yield return Case(i => i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden), i => i.FileSysInfo?.LocalAttributes.HasFlag(FileAttributes.Hidden) == true);
        yield return Case(i => !i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden), i => i.FileSysInfo?.LocalAttributes.HasFlag(FileAttributes.Hidden) != true);
        yield return Case(i => (i.FileSysInfo!.LocalAttributes & FileAttributes.Hidden) != 0, i => (i.FileSysInfo?.LocalAttributes & FileAttributes.Hidden) != 0);
        yield return Case(i => i.ParentItemPath!.Length > 6, i => i.ParentItemPath?.Length > 6);
        yield return Case(i => i.ParentItemPath!.Trim().Length == 0, i => i.ParentItemPath == "");

        // Time.
        yield return Case(i => i.FileSysInfo!.LocalLastWriteTime >= monday.AddDays(3), i => i.FileSysInfo?.LocalLastWriteTime >= monday.AddDays(3));
        yield return Case(i => i.FileSysInfo!.LocalLastWriteTime == monday, _ => false);
        yield return Case(i => i.FileSysInfo!.LocalLastWriteTime == monday.AddTicks(5), i => i.ItemName == "Straße.doc");
        yield return Case(i => i.FileSysInfo!.LocalLastWriteTime != monday.AddTicks(5), i => i.ItemName != "Straße.doc");
        yield return Case(i => i.FileSysInfo!.LocalLastWriteTime > monday.AddTicks(4), i => i.FileSysInfo?.LocalLastWriteTime > monday.AddTicks(4));
        yield return Case(i => i.FileSysInfo!.LocalLastWriteTime > monday.AddTicks(6), i => i.FileSysInfo?.LocalLastWriteTime > monday.AddTicks(6));
        yield return Case(i => !(i.FileSysInfo!.LocalLastWriteTime > monday.AddTicks(4)), i => !(i.FileSysInfo?.LocalLastWriteTime > monday.AddTicks(4)));
        yield return Case(i => i.FileSysInfo!.LocalLastWriteTime < monday.AddDays(3).ToOffset(TimeSpan.FromHours(5)), i => i.FileSysInfo?.LocalLastWriteTime < monday.AddDays(3));
        yield return Case(i => i.FileSysInfo!.LocalLastWriteTime > new DateTime(2024, 1, 3, 0, 0, 0, DateTimeKind.Utc), i => i.FileSysInfo?.LocalLastWriteTime > monday.Date.AddDays(2));

        // Text.
        yield return Case(i => i.ItemName.StartsWith("q"), i => i.ItemName.StartsWith("q", IgnoreCase));
        yield return Case(i => i.ItemName.StartsWith('Q'), i => i.ItemName.StartsWith("q", IgnoreCase));
        yield return Case(i => i.ItemName.StartsWith("q", StringComparison.Ordinal), i => i.ItemName.StartsWith("q", StringComparison.Ordinal));
        yield return Case(i => !i.ItemName.StartsWith("q", StringComparison.Ordinal), i => !i.ItemName.StartsWith("q", StringComparison.Ordinal));
        yield return Case(i => i.ItemName.StartsWith("q", StringComparison.InvariantCultureIgnoreCase), i => i.ItemName.StartsWith("q", IgnoreCase));
        yield return Case(i => i.ItemName.EndsWith(".XLSX"), i => i.ItemName.EndsWith(".xlsx", IgnoreCase));
        yield return Case(i => i.ItemName.EndsWith(".XLSX", StringComparison.OrdinalIgnoreCase), i => i.ItemName.EndsWith(".xlsx", IgnoreCase));
        yield return Case(i => i.ItemName.Contains("a_b"), i => i.ItemName.Contains("a_b", IgnoreCase));
        yield return Case(i => i.ItemName.Contains('['), i => i.ItemName.Contains('['));
        yield return Case(i => i.ItemName.Contains("%_d"), i => i.ItemName.Contains("%_d"));
        yield return Case(i => i.ItemName.Contains(""), _ => true);
        yield return Case(i => i.ItemName.Contains(nothing!), _ => false);
        yield return Case(i => !i.ItemName.Contains(nothing!), _ => true);
        yield return Case(i => i.ItemName.IndexOf("B") >= 0, i => i.ItemName.Contains('b', IgnoreCase));
        yield return Case(i => i.ParentItemPath!.StartsWith(@"\\SRV\D"), i => i.ParentItemPath?.StartsWith(@"\\srv\d", IgnoreCase) == true);
        yield return Case(i => !i.ParentItemPath!.StartsWith(@"\\SRV\D"), i => i.ParentItemPath?.StartsWith(@"\\srv\d", IgnoreCase) != true);
        yield return Case(i => i.ParentItemPath!.Contains(""), i => i.ParentItemPath is not null);
        yield return Case(i => i.ItemName.Equals("A_B.TXT"), i => i.ItemName == "a_b.txt");
        yield return Case(i => i.ItemName.Equals("A_B.TXT", StringComparison.Ordinal), _ => false);
        yield return Case(i => !string.Equals(i.ItemName, "a_b.txt", StringComparison.Ordinal), i => i.ItemName != "a_b.txt");
        yield return Case(i => string.Equals(i.ParentItemPath, null), i => i.ParentItemPath is null);
        yield return Case(i => !i.ParentItemPath!.Equals(@"\\srv"), i => i.ParentItemPath?.Equals(@"\\srv", IgnoreCase) != true);
        yield return Case(i => i.ItemName.ToUpperInvariant() == "Q1.XLSX", i => i.ItemName == "q1.xlsx");
        yield return Case(i => i.ItemName.ToLower().Contains("Q"), i => i.ItemName.Contains('q', IgnoreCase));
        yield return Case(i => string.Compare(i.ItemName, "q") < 0, i => string.Compare(i.ItemName, "q", IgnoreCase) < 0);
        yield return Case(i => "Q".CompareTo(i.ItemName) <= 0, i => string.Compare(i.ItemName, "q", IgnoreCase) >= 0);
        yield return Case(i => string.Compare(i.ParentItemPath, @"\\SRV") > 0, i => i.ParentItemPath is not null && string.Compare(i.ParentItemPath, @"\\srv", IgnoreCase) > 0);
        yield return Case(i => string.Compare(i.ParentItemPath, @"\\SRV") != 0, i => i.ParentItemPath is null || string.Compare(i.ParentItemPath, @"\\srv", IgnoreCase) != 0);
        yield return Case(i => string.Compare(i.ItemName, "Q", StringComparison.Ordinal) < 0, i => string.CompareOrdinal(i.ItemName, "Q") < 0);
        yield return Case(i => i.ItemName + "!" == "Q1.XLSX!", i => i.ItemName == "q1.xlsx");
        yield return Case(i => i.ItemName == i.ItemPath, _ => false);

        // Sets.
        yield return Case(i => Names.Contains(i.ItemName), i => Names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        yield return Case(i => !Names.Contains(i.ItemName), i => !Names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        yield return Case(i => Names.Contains(i.ItemName, StringComparer.Ordinal), i => Names.Contains(i.ItemName, StringComparer.Ordinal));
        yield return Case(i => new HashSet<string>(Names, StringComparer.Ordinal).Contains(i.ItemName), i => Names.Contains(i.ItemName, StringComparer.Ordinal));
        yield return Case(i => sizes.Contains(i.FileSysInfo!.LocalSize), i => i.FileSysInfo is { LocalSize: 7 or 100 });
        yield return Case(i => !sizes.Contains(i.FileSysInfo!.LocalSize), i => i.FileSysInfo is not { LocalSize: 7 or 100 });
        yield return Case(i => new[] { OfflineFilesItemType.Share, OfflineFilesItemType.Server }.Contains(i.ItemType), i => (int)i.ItemType >= 2);
        yield return Case(i => new[] { null, @"\\srv" }.Contains(i.ParentItemPath), i => i.ParentItemPath is null || i.ParentItemPath == @"\\srv");
        yield return Case(i => Array.Empty<string>().Contains(i.ItemName), _ => false);
        yield return Case(i => paths.Contains(i.ItemPath), i => i.ItemName is "data" or "a_b.txt");
        yield return Case(i => !paths.Contains(i.ItemPath), i => i.ItemName is not ("data" or "a_b.txt"));
        yield return Case(i => new List<UncPath> { Reports }.Contains(i.Path), i => i.ItemName == "Reports");
        yield return Case(i => i.ItemPath == @"\\srv" || i.ItemPath == @"\\srv\data2", i => i.ItemName is "srv" or "data2");

        // Paths.
        yield return Case(i => i.IsUnder(Reports), i => i.ParentItemPath == @"\\srv\data\Reports");
        yield return Case(i => i.Path.IsUnder(@"\\srv\data"), i => i.ItemPath.StartsWith(@"\\srv\data\", IgnoreCase));
        yield return Case(i => !i.IsUnder(Reports), i => i.ParentItemPath != @"\\srv\data\Reports");
        yield return Case(i => i.IsUnder(Reports.Parent!), i => i.ItemPath.StartsWith(@"\\srv\data\", IgnoreCase));
        yield return Case(i => i.ItemPath.StartsWith(Reports + @"\"), i => i.ParentItemPath == @"\\srv\data\Reports");
        yield return Case(i => i.ParentItemPath == @"\\srv\data\reports" && i.PinInfo!.Pinned, i => i.ItemName == "q1.xlsx");
        yield return Case(i => i.Path.Depth == 2, i => i.Path.Depth == 2);

        // Boolean shapes.
        yield return Case(_ => true, _ => true);
        yield return Case(_ => false, _ => false);
        yield return Case(i => nothing != null && i.ItemName == nothing.Trim(), _ => false);
        yield return Case(i => nothing == null || i.ItemName == nothing.Trim(), _ => true);
        yield return Case(i => !(i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned), i => !(i.ItemType == OfflineFilesItemType.File && i.PinInfo?.Pinned == true));
        yield return Case(i => !(i.ItemType == OfflineFilesItemType.File || i.PinInfo!.Pinned), i => i.ItemType != OfflineFilesItemType.File && i.PinInfo?.Pinned != true);
        yield return Case(i => i.ItemName.StartsWith("q") || i.ItemName.Length == 4, i => i.ItemName.StartsWith("q", IgnoreCase) || i.ItemName.Length == 4);
        yield return Case(i => i.ItemName.EndsWith(".txt", StringComparison.Ordinal) || i.ItemName == "SRV", i => i.ItemName.EndsWith(".txt", StringComparison.Ordinal) || i.ItemName == "srv");
        yield return Case(i => i.ItemPath == @"\\srv" || i.ChangeInfo!.Dirty, i => i.ItemName == "srv" || i.ChangeInfo?.Dirty == true);
        yield return Case(i => i.ParentItemPath == @"\\srv" || i.ChangeInfo!.Dirty, i => i.ParentItemPath == @"\\srv" || i.ChangeInfo?.Dirty == true);
        yield return Case(i => i.ItemType == OfflineFilesItemType.File ? i.ChangeInfo!.Dirty : i.PinInfo!.Pinned, i => i.ItemType == OfflineFilesItemType.File ? i.ChangeInfo!.Dirty : i.PinInfo?.Pinned == true);
        yield return Case(i => i.PinInfo!.Pinned ^ i.ChangeInfo!.Dirty, i => (i.PinInfo?.Pinned == true) ^ (i.ChangeInfo?.Dirty == true));
        yield return Case(i => i.PinInfo!.Pinned == i.ChangeInfo!.Dirty, i => (i.PinInfo?.Pinned == true) == (i.ChangeInfo?.Dirty == true));
        yield return Case(i => i.ItemName.Any(c => c == '%'), i => i.ItemName.Contains('%'));
        yield return Case(i => Names.Any(name => name == i.ItemName), i => Names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        yield return Case(i => IsLong(i.ItemName), i => i.ItemName.Length > 8);
        yield return Case(i => HoldsNoPin(i), i => i.PinInfo?.Pinned != true);
    }

    [TestCaseSource(nameof(Predicates))]
    public Task A_predicate_finds_the_same_rows_wherever_it_runs(Expression<Func<OfflineFilesItem, bool>> predicate, Func<OfflineFilesItem, bool> oracle) =>
        QueryAssert.Finds(predicate, oracle);

    private static bool IsLong(string name) => name.Length > 8;

    private static bool HoldsNoPin(OfflineFilesItem item) => item.PinInfo?.Pinned != true;

    private static TestCaseData Case(
        Expression<Func<OfflineFilesItem, bool>> predicate,
        Func<OfflineFilesItem, bool> oracle,
        [CallerArgumentExpression(nameof(predicate))] string name = "",
        [CallerLineNumber] int line = 0) =>
        new TestCaseData(predicate, oracle).SetArgDisplayNames($"{name} (line {line})");
}
