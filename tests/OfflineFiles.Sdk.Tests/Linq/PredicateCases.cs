#pragma warning disable CA1858, CA2242, CS0472 // Predicates as people write them, also where there is a better way.
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.VisualBasic.CompilerServices;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>The predicates of Cases/linq-to-wql.cases. A case without an oracle means to C# itself what it means in a query.</summary>
internal sealed class PredicateCases : PredicateTable
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
    private static readonly DateTimeOffset Monday = SampleItems.Monday;
    private static readonly string[] Endings = [".xlsx", ".TXT"];
    private static readonly string StaticName = "Q1.XLSX";
    private readonly string _field = "srv";

    public PredicateCases()
    {
        Equality();
        Nulls();
        InfoObjects();
        Choices();
        Numbers();
        Enums();
        Time();
        Text();
        TextOrderAndPlace();
        Sets();
        Paths();
        Booleans();
        Captured();
        Composed();
        Functions();
        VisualBasic();
        ByHand();
    }

    private string this[int index] => index == 0 ? "srv" : "data";

    private void Equality()
    {
        Section("Equality");
        Case(i => i.ItemType == OfflineFilesItemType.File);
        Case(i => OfflineFilesItemType.File != i.ItemType);
        Case(i => i.ItemType.Equals(OfflineFilesItemType.Share));
        Case(i => object.Equals(i.ItemType, OfflineFilesItemType.Share));
        Case(i => i.ItemName != "it's");
        Case(i => "Q1.XLSX" == i.ItemName, i => i.ItemName == "q1.xlsx");
        Case(i => object.Equals(i.ItemName, "Q1.XLSX"), i => i.ItemName == "q1.xlsx");
        Case(i => i.ItemName.Equals((object)"Q1.XLSX"), i => i.ItemName == "q1.xlsx");
        Case(i => i.ItemPath == @"\\srv\DATA", i => i.ItemName == "data");
        Case(i => i.Path == (UncPath)@"\\srv\data");
        Case(i => i.Path.Equals((UncPath)@"\\srv\data"));
        Case(i => i == new OfflineFilesItem(@"\\SRV\data"));
        Case(i => i != null);
        Case(i => i.ItemName.ToString() == "srv");
        Case(i => i.Path.ToString() == @"\\srv\DATA", i => i.ItemName == "data");
        Case(i => i.ItemName == i.ItemPath, _ => false);
    }

    private void Nulls()
    {
        Section("NULL follows C#");
        Case(i => i.Encrypted == true);
        Case(i => i.Encrypted != true);
        Case(i => i.Encrypted == false);
        Case(i => !(i.Encrypted == false));
        Case(i => i.Encrypted == null);
        Case(i => i.Encrypted != null);
        Case(i => i.Encrypted.HasValue);
        Case(i => !i.Encrypted.HasValue);
        Case(i => i.Encrypted!.Value, i => i.Encrypted == true);
        Case(i => !i.Encrypted!.Value, i => i.Encrypted != true);
        Case(i => (bool)i.Encrypted!, i => i.Encrypted == true);
        Case(i => i.Encrypted ?? true);
        Case(i => i.Encrypted ?? false);
        Case(i => !(i.Encrypted ?? true));
        Case(i => !(i.Encrypted ?? false));
        Case(i => i.Encrypted ?? i.ItemType == OfflineFilesItemType.Share);
        Case(i => !(i.Encrypted ?? i.ItemType == OfflineFilesItemType.Share));
        Case(i => (i.Encrypted ?? i.Sparse) == true);
        Case(i => i.Encrypted ?? i.Sparse ?? true);
        Case(i => i.Encrypted.GetValueOrDefault());
        Case(i => i.Encrypted.GetValueOrDefault(true));
        Case(i => !i.Encrypted.GetValueOrDefault(true));
        Case(i => i.Encrypted.Equals(true));
        Case(i => i.Encrypted.Equals(null));
        Case(i => (i.Encrypted & i.Sparse) == true);
        Case(i => (i.Encrypted & i.Sparse) != false);
        Case(i => (i.Encrypted | i.Sparse) ?? true);
        Case(i => !(i.Encrypted | i.Sparse) == true);
        Case(i => (i.Encrypted | i.Sparse)!.Value, i => (i.Encrypted | i.Sparse) == true);
        Case(i => i.Encrypted == i.Sparse);
        Case(i => i.ParentItemPath == null);
        Case(i => i.ParentItemPath != null);
        Case(i => i.ParentItemPath == "");
        Case(i => i.ParentItemPath != @"\\SRV", i => !@"\\srv".Equals(i.ParentItemPath, IgnoreCase));
        Case(i => i.ItemName == null);
        Case(i => i.ItemName != null);
        Case(i => string.IsNullOrEmpty(i.ParentItemPath));
        Case(i => !string.IsNullOrEmpty(i.ParentItemPath));
        Case(i => string.IsNullOrWhiteSpace(i.ParentItemPath));
        Case(i => !string.IsNullOrWhiteSpace(i.ParentItemPath));
    }

    private void InfoObjects()
    {
        Section("Info objects");
        Case(i => i.PinInfo == null);
        Case(i => i.FileSysInfo != null);
        Case(i => i.PinInfo is PinInfo);
        Case(i => i.PinInfo is object);
        Case(i => !(i.PinInfo is PinInfo));
        Case(i => (i.PinInfo as PinInfo) == null);
        Case(i => i.PinInfo!.Pinned, i => i.PinInfo?.Pinned == true);
        Case(i => !i.PinInfo!.Pinned, i => i.PinInfo?.Pinned != true);
        Case(i => i.PinInfo!.Pinned == true, i => i.PinInfo?.Pinned == true);
        Case(i => i.PinInfo!.Pinned != true, i => i.PinInfo?.Pinned != true);
        Case(i => i.PinInfo!.Pinned.Equals(false), i => i.PinInfo?.Pinned != true);
        Case(i => i.PinInfo == null || !i.PinInfo.Pinned);
        Case(i => i.PinInfo != null && i.PinInfo.Pinned);
        Case(i => !(i.PinInfo != null && i.PinInfo.Pinned));
        Case(i => i.FileSysInfo != null && i.FileSysInfo.LocalSize > 7 || i.PinInfo == null);
        Case(i => i.FileSysInfo!.RemoteSize == null, i => i.FileSysInfo?.RemoteSize == null);
        Case(i => i.FileSysInfo!.RemoteSize.HasValue, i => i.FileSysInfo?.RemoteSize != null);
        Case(i => i.FileSysInfo!.RemoteSize!.Value > 10, i => i.FileSysInfo?.RemoteSize > 10);
        Case(i => i.PinInfo == new PinInfo { Pinned = true });
        Case(i => i.FileSysInfo!.LocalSize > i.DirtyInfo!.LocalDirtyByteCount, i => i.FileSysInfo?.LocalSize > i.DirtyInfo?.LocalDirtyByteCount);
    }

    private void Choices()
    {
        Section("Choices");
        Case(i => (i.ParentItemPath ?? "") == "");
        Case(i => (i.ParentItemPath ?? "") != "");
        Case(i => (i.ParentItemPath ?? "A") == "a", i => i.ParentItemPath is null);
        Case(i => (i.ParentItemPath ?? i.ItemName) == "srv");
        Case(i => (i.ParentItemPath ?? "none").StartsWith("N"), i => i.ParentItemPath is null);
        Case(i => !(i.ParentItemPath ?? "none").StartsWith("n"), i => i.ParentItemPath is not null);
        Case(i => (i.ParentItemPath ?? i.ItemPath).StartsWith(@"\\SRV\"), i => (i.ParentItemPath ?? i.ItemPath).StartsWith(@"\\srv\", IgnoreCase));
        Case(i => string.IsNullOrEmpty(i.ParentItemPath ?? "x"));
        Case(i => (i.FileSysInfo != null ? i.FileSysInfo.LocalSize : 0) > 5);
        Case(i => !((i.FileSysInfo != null ? i.FileSysInfo.LocalSize : 0) > 5));
        Case(i => (i.FileSysInfo == null ? -1 : i.FileSysInfo.LocalSize) < 7);
        Case(i => (i.FileSysInfo!.RemoteSize ?? 0) == 0, i => (i.FileSysInfo?.RemoteSize ?? 0) == 0);
        Case(i => (i.FileSysInfo!.RemoteSize ?? 0) > 5, i => i.FileSysInfo?.RemoteSize > 5);
        Case(i => i.FileSysInfo!.RemoteSize.GetValueOrDefault() == 0, i => (i.FileSysInfo?.RemoteSize ?? 0) == 0);
        Case(i => (i.FileSysInfo == null ? null : (long?)i.FileSysInfo.LocalSize) > 5);
        Case(i => (i.FileSysInfo == null ? null : (long?)i.FileSysInfo.LocalSize) == null);
        Case(i => (i.FileSysInfo != null ? i.FileSysInfo.RemoteSize : null) != null);
        Case(i => (i.PinInfo == null ? null : (bool?)i.PinInfo.Pinned) != true);
        Case(i => i.ItemType == 0 ? i.ItemName == "a_b.txt" : i.ItemName == "srv");
        Case(i => !(i.ItemType == 0 ? i.ItemName == "a_b.txt" : i.ItemName == "srv"));
        Case(i => i.ItemType == 0 ? i.PinInfo!.Pinned : false, i => i.ItemType == 0 && i.PinInfo!.Pinned);
        Case(i => i.PinInfo == null ? true : i.PinInfo.Pinned);
        Case(i => (i.ItemType == 0 ? i.ItemName : i.ParentItemPath) == "Q1.XLSX", i => i.ItemName == "q1.xlsx");
        Case(i => (i.ItemType == 0 ? "file" : "other") == "FILE", i => i.ItemType == 0);
    }

    private void Numbers()
    {
        Section("Numbers");
        Case(i => i.FileSysInfo!.LocalSize > 7, i => i.FileSysInfo?.LocalSize > 7);
        Case(i => 7 >= i.FileSysInfo!.LocalSize, i => i.FileSysInfo?.LocalSize <= 7);
        Case(i => !(i.FileSysInfo!.LocalSize > 7), i => !(i.FileSysInfo?.LocalSize > 7));
        Case(i => i.FileSysInfo!.LocalSize != 7, i => i.FileSysInfo?.LocalSize != 7);
        Case(i => i.FileSysInfo!.LocalSize == -1, _ => false);
        Case(i => i.FileSysInfo!.LocalSize == null, i => i.FileSysInfo is null);
        Case(i => i.FileSysInfo!.LocalSize.Equals(7), i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize.Equals((object)7), _ => false);
        Case(i => i.FileSysInfo!.LocalSize.Equals(7L), i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize > 6.5, i => i.FileSysInfo?.LocalSize > 6.5);
        Case(i => i.FileSysInfo!.LocalSize <= 7.0, i => i.FileSysInfo?.LocalSize <= 7);
        Case(i => i.FileSysInfo!.LocalSize < 6.5f, i => i.FileSysInfo?.LocalSize < 6.5f);
        Case(i => i.FileSysInfo!.LocalSize == 6.5, _ => false);
        Case(i => i.FileSysInfo!.LocalSize != 6.5, _ => true);
        Case(i => i.FileSysInfo!.LocalSize >= 6.0001m, i => i.FileSysInfo?.LocalSize >= 7);
        Case(i => i.FileSysInfo!.LocalSize > double.NaN, _ => false);
        Case(i => i.FileSysInfo!.LocalSize < 1e300, i => i.FileSysInfo is not null);
        Case(i => i.FileSysInfo!.RemoteSize > 0.5, i => i.FileSysInfo?.RemoteSize > 0.5);
        Case(i => i.FileSysInfo!.LocalSize * 2 > 10, i => i.FileSysInfo?.LocalSize * 2 > 10);
        Case(i => i.FileSysInfo!.LocalSize / 1024 == 0, i => i.FileSysInfo?.LocalSize / 1024 == 0);
        Case(i => i.FileSysInfo!.LocalSize + 1 == 8, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => -i.FileSysInfo!.LocalSize == -7, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => (int)i.FileSysInfo!.LocalSize == 7, i => i.FileSysInfo?.LocalSize == 7);
    }

    private void Enums()
    {
        Section("Enums and flags");
        Case(i => 2 <= (int)i.ItemType);
        Case(i => (long)i.ItemType == 2L);
        Case(i => (byte)i.ItemType == 2);
        Case(i => (OfflineFilesItemType)2 == i.ItemType);
        Case(i => i.ItemType > OfflineFilesItemType.Directory);
        Case(i => i.PinInfo!.PinnedForUser == PinState.PinnedInherit, i => i.PinInfo?.PinnedForUser == PinState.PinnedInherit);
        Case(i => i.PinInfo!.PinnedForUser != PinState.Pinned, i => i.PinInfo?.PinnedForUser != PinState.Pinned);
        Case(i => i.FileSysInfo!.RemoteAttributes == FileAttributes.Normal, i => i.FileSysInfo?.RemoteAttributes == FileAttributes.Normal);
        Case(i => i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden), i => Attributes(i)?.HasFlag(FileAttributes.Hidden) == true);
        Case(i => !i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden), i => Attributes(i)?.HasFlag(FileAttributes.Hidden) != true);
        Case(i => (i.FileSysInfo!.LocalAttributes & FileAttributes.Hidden) != 0, i => (Attributes(i) & FileAttributes.Hidden) != 0);
        Case(i => (i.FileSysInfo!.LocalAttributes & FileAttributes.Hidden) == FileAttributes.Hidden, i => (Attributes(i) & FileAttributes.Hidden) == FileAttributes.Hidden);
        Case(i => (FileAttributes.Hidden & i.FileSysInfo!.LocalAttributes) == 0, i => (Attributes(i) & FileAttributes.Hidden) == 0);
        Case(i => ((int)i.FileSysInfo!.LocalAttributes & 3) > 0, i => ((int?)Attributes(i) & 3) > 0);
        Case(i => (i.FileSysInfo!.RemoteAttributes & FileAttributes.Hidden) == null, i => (i.FileSysInfo?.RemoteAttributes & FileAttributes.Hidden) == null);
    }

    private void Time()
    {
        var now = Monday.AddDays(5);
        var limit = TimeSpan.FromDays(2);
        Section("Time");
        Case(i => i.FileSysInfo!.LocalLastWriteTime >= new DateTimeOffset(2024, 1, 4, 9, 30, 0, TimeSpan.FromHours(1)), i => Written(i) >= Monday.AddDays(3));
        Case(i => i.FileSysInfo!.LocalLastWriteTime == Monday.AddTicks(5), i => Written(i) == Monday.AddTicks(5));
        Case(i => i.FileSysInfo!.LocalLastWriteTime != Monday.AddTicks(5), i => Written(i) != Monday.AddTicks(5));
        Case(i => i.FileSysInfo!.LocalLastWriteTime > Monday.AddTicks(7), i => Written(i) > Monday.AddTicks(7));
        Case(i => i.FileSysInfo!.LocalLastWriteTime > new DateTime(2024, 1, 3, 0, 0, 0, DateTimeKind.Utc), i => Written(i) > Monday.Date.AddDays(2));
        Case(i => i.FileSysInfo!.RemoteLastWriteTime < new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero), i => i.FileSysInfo?.RemoteLastWriteTime != null);
        Case(i => i.FileSysInfo!.LocalLastWriteTime.UtcDateTime > new DateTime(2024, 1, 4), i => Written(i)?.UtcDateTime > new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime.UtcDateTime.Date == new DateTime(2024, 1, 4), i => Written(i)?.UtcDateTime.Date == new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime.DateTime > new DateTime(2024, 1, 4), i => Written(i)?.DateTime > new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime.Date <= new DateTime(2024, 1, 4), i => Written(i)?.Date <= new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime.Date != new DateTime(2024, 1, 4), i => Written(i)?.Date != new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime.LocalDateTime < new DateTime(2024, 1, 4), i => Written(i)?.LocalDateTime < new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime.Year == 2024, i => Written(i)?.Year == 2024);
        Case(i => i.FileSysInfo!.LocalLastWriteTime.Year < 2024, _ => false);
        Case(i => i.FileSysInfo!.LocalLastWriteTime.Year > 20_000, _ => false);
        Case(i => i.FileSysInfo!.LocalLastWriteTime.Month == 1, i => Written(i)?.Month == 1);
        Case(i => now - i.FileSysInfo!.LocalLastWriteTime > limit, i => now - Written(i) > limit);
        Case(i => !(now - i.FileSysInfo!.LocalLastWriteTime > limit), i => !(now - Written(i) > limit));
        Case(i => now - i.FileSysInfo!.LocalLastWriteTime == limit, i => now - Written(i) == limit);
        Case(i => now - i.FileSysInfo!.LocalLastWriteTime < TimeSpan.MaxValue, i => Written(i) is not null);
        Case(i => now - i.FileSysInfo!.LocalLastWriteTime < TimeSpan.MinValue, _ => false);
        Case(i => i.FileSysInfo!.LocalLastWriteTime - Monday >= limit, i => Written(i) - Monday >= limit);
        Case(i => i.FileSysInfo!.LocalLastWriteTime + limit > now, i => Written(i) + limit > now);
        Case(i => i.FileSysInfo!.LocalLastWriteTime.AddDays(1.5) < now, i => Written(i)?.AddDays(1.5) < now);
        Case(i => i.FileSysInfo!.LocalLastWriteTime.Subtract(limit) < now, i => Written(i)?.Subtract(limit) < now);
        Case(i => i.FileSysInfo!.LocalLastWriteTime.AddMonths(1) < now, _ => false);
        Case(i => (now - i.FileSysInfo!.LocalLastWriteTime).TotalDays > 2, i => (now - Written(i))?.TotalDays > 2);
        Case(i => (now - i.FileSysInfo!.LocalLastWriteTime).Days >= 2, i => (now - Written(i))?.Days >= 2);
        Case(i => (i.FileSysInfo!.RemoteLastWriteTime - Monday) > limit, i => i.FileSysInfo?.RemoteLastWriteTime - Monday > limit);
        Case(i => i.FileSysInfo!.RemoteLastWriteTime > i.FileSysInfo.LocalLastWriteTime, i => i.FileSysInfo?.RemoteLastWriteTime > Written(i));
    }

    private void Text()
    {
        string? nothing = null;
        Section("Text");
        Case(i => i.ItemName.StartsWith("Q"), i => i.ItemName.StartsWith("q", IgnoreCase));
        Case(i => i.ItemName.StartsWith('Q'), i => i.ItemName.StartsWith("q", IgnoreCase));
        Case(i => i.ItemName.StartsWith("a_b"));
        Case(i => i.ItemName.EndsWith(".XLSX"), i => i.ItemName.EndsWith(".xlsx", IgnoreCase));
        Case(i => i.ItemName.Contains("100%"));
        Case(i => i.ItemName.Contains('['));
        Case(i => i.ItemName.Contains(""));
        Case(i => i.ItemName.Contains(nothing!), _ => false);
        Case(i => !i.ItemName.Contains(nothing!), _ => true);
        Case(i => i.ParentItemPath!.StartsWith(nothing!, IgnoreCase) || i.ItemName.Length == 3, i => i.ItemName.Length == 3);
        Case(i => i.ItemPath.StartsWith(i.ParentItemPath!, IgnoreCase), i => i.ParentItemPath is not null && i.ItemPath.StartsWith(i.ParentItemPath, IgnoreCase));
        Case(i => i.ItemPath.StartsWith(i.ParentItemPath!), i => i.ParentItemPath is not null && i.ItemPath.StartsWith(i.ParentItemPath, IgnoreCase));
        Case(i => !i.ParentItemPath!.Contains("R"), i => i.ParentItemPath?.Contains('r', IgnoreCase) != true);
        Case(i => i.ItemName.StartsWith("Q", IgnoreCase));
        Case(i => i.ItemName.StartsWith("q", StringComparison.Ordinal));
        Case(i => !i.ItemName.StartsWith("q", StringComparison.Ordinal));
        Case(i => i.ItemName.StartsWith("q", StringComparison.InvariantCulture));
        Case(i => i.ItemName.StartsWith("Q", StringComparison.CurrentCultureIgnoreCase));
        Case(i => i.ItemName.Contains('Q', StringComparison.Ordinal));
        Case(i => i.ItemName.Equals("A_B.TXT", StringComparison.Ordinal));
        Case(i => !i.ItemName.Equals("a_b.txt", StringComparison.Ordinal));
        Case(i => string.Equals(i.ItemName, "A_B.TXT", IgnoreCase));
        Case(i => string.Equals(i.ParentItemPath, null));
        Case(i => !i.ParentItemPath!.Equals(@"\\srv"), i => i.ParentItemPath?.Equals(@"\\srv") != true);
        Case(i => i.ItemName.ToUpperInvariant() == "Q1.XLSX", i => i.ItemName == "q1.xlsx");
        Case(i => i.ItemName.ToLower().Contains("Q"), i => i.ItemName.Contains('q', IgnoreCase));
        Case(i => i.ItemName.ToUpper().StartsWith("Q", StringComparison.Ordinal));
        Case(i => i.ItemName.Length > 3);
        Case(i => i.ParentItemPath!.Length > 6, i => i.ParentItemPath?.Length > 6);
        Case(i => i.ItemName.Trim() == "SRV", i => i.ItemName == "srv");
        Case(i => i.ItemName.Substring(1) == "1.XLSX", i => i.ItemName == "q1.xlsx");
        Case(i => i.ItemName[0] == 'q');
        Case(i => i.ItemName + "!" == "SRV!", i => i.ItemName == "srv");
        Case(i => $"{i.ItemName}!" == "SRV!", i => i.ItemName == "srv");
        Case(i => string.Concat(i.ItemName, i.ItemName) == "srvSRV", i => i.ItemName == "srv");
        Case(i => i.ItemName.Replace("q", "x") == "X1.xlsx", i => i.ItemName == "q1.xlsx");
        Case(i => Regex.IsMatch(i.ItemName, @"^q\d"));
        Case(i => Regex.IsMatch(i.ParentItemPath!, @"srv$"), i => i.ParentItemPath?.EndsWith("srv", StringComparison.Ordinal) == true);
        Case(i => i.ItemName.Any(c => c == '%'), i => i.ItemName.Contains('%'));
        Case(i => string.IsNullOrWhiteSpace(i.ItemName));
    }

    private void TextOrderAndPlace()
    {
        Section("Order of text, and places in it");
        Case(i => string.Compare(i.ItemName, "Q") < 0, i => string.Compare(i.ItemName, "q", IgnoreCase) < 0);
        Case(i => string.Compare("Q", i.ItemName) < 0, i => string.Compare(i.ItemName, "q", IgnoreCase) > 0);
        Case(i => i.ItemName.CompareTo("Q") >= 1, i => string.Compare(i.ItemName, "q", IgnoreCase) > 0);
        Case(i => i.ItemName.CompareTo("Q") == -1, i => string.Compare(i.ItemName, "q", IgnoreCase) < 0);
        Case(i => i.ItemName.CompareTo("SRV") == 0, i => i.ItemName == "srv");
        Case(i => i.ItemName.CompareTo("SRV") != 0, i => i.ItemName != "srv");
        Case(i => i.ItemName.CompareTo("SRV") != -1, i => string.Compare(i.ItemName, "srv", IgnoreCase) >= 0);
        Case(i => i.ItemName.CompareTo("SRV") > 5, _ => false);
        Case(i => i.ParentItemPath!.CompareTo(@"\\SRV") < 5, i => i.ParentItemPath is not null);
        Case(i => string.Compare(i.ParentItemPath, @"\\srv", IgnoreCase) < 0, i => i.ParentItemPath is not null && string.Compare(i.ParentItemPath, @"\\srv", IgnoreCase) < 0);
        Case(i => string.Compare(i.ParentItemPath, @"\\srv", IgnoreCase) < 0 || i.ItemName.Length == 4, i => i.ItemName.Length == 4 || i.ParentItemPath == "");
        Case(i => string.Compare(i.ParentItemPath, @"\\SRV") != 0, i => !@"\\srv".Equals(i.ParentItemPath, IgnoreCase));
        Case(i => string.Compare(i.ParentItemPath, null) > 0, _ => false);
        Case(i => string.Compare(i.ItemName, "q", StringComparison.Ordinal) < 0);
        Case(i => string.Compare(i.ItemName, "srv", StringComparison.Ordinal) == 0);
        Case(i => string.CompareOrdinal(i.ItemName, "SRV") == 0);
        Case(i => string.CompareOrdinal(i.ItemName, "srv") != 0);
        Case(i => string.Compare(i.ItemName, "SRV", true) == 0);
        Case(i => i.Path.CompareTo((UncPath)@"\\SRV\data2") >= 0);
        Case(i => i.Path < (UncPath)@"\\SRV\data2");
        Case(i => i.ItemName.IndexOf("B") >= 0, i => i.ItemName.Contains('b', IgnoreCase));
        Case(i => i.ItemName.IndexOf("B") > -1, i => i.ItemName.Contains('b', IgnoreCase));
        Case(i => i.ItemName.IndexOf('B') != -1, i => i.ItemName.Contains('b', IgnoreCase));
        Case(i => i.ItemName.IndexOf("B") == -1, i => !i.ItemName.Contains('b', IgnoreCase));
        Case(i => i.ItemName.IndexOf("B") < 0, i => !i.ItemName.Contains('b', IgnoreCase));
        Case(i => i.ItemName.IndexOf("S") == 0, i => i.ItemName.StartsWith("s", IgnoreCase));
        Case(i => i.ItemName.IndexOf("S") != 0, i => !i.ItemName.StartsWith("s", IgnoreCase));
        Case(i => i.ItemName.IndexOf("S") > 0, i => i.ItemName.IndexOf("s", IgnoreCase) > 0);
        Case(i => i.ItemName.IndexOf("S") <= 0, i => i.ItemName.IndexOf("s", IgnoreCase) <= 0);
        Case(i => i.ItemName.IndexOf("S") == 2, i => i.ItemName.IndexOf("s", IgnoreCase) == 2);
        Case(i => i.ItemName.IndexOf("S") < 2, i => i.ItemName.IndexOf("s", IgnoreCase) < 2);
        Case(i => i.ItemName.IndexOf("S") >= -1, _ => true);
        Case(i => i.ItemName.IndexOf("") == 0, _ => true);
        Case(i => i.ParentItemPath!.IndexOf("R") != -1, i => i.ParentItemPath?.IndexOf("r", IgnoreCase) != -1);
        Case(i => i.ParentItemPath!.IndexOf("R") == -1, i => i.ParentItemPath?.IndexOf("r", IgnoreCase) == -1);
        Case(i => !(i.ParentItemPath!.IndexOf("R") >= 0), i => !(i.ParentItemPath?.IndexOf("r", IgnoreCase) >= 0));
        Case(i => i.ItemName.IndexOf("q", StringComparison.Ordinal) >= 0);
        Case(i => i.ItemName.IndexOf("q", StringComparison.Ordinal) < 0);
        Case(i => i.ItemName.IndexOf("x", 2) >= 0, i => i.ItemName.IndexOf("x", 2, StringComparison.Ordinal) >= 0);
        Case(i => i.ItemName.LastIndexOf("S") > 1, i => i.ItemName.LastIndexOf("s", IgnoreCase) > 1);
    }

    private void Sets()
    {
        string[] names = ["Q1.xlsx", "A_B.TXT", "none"];
        string?[] withNull = [null, @"\\srv"];
        var paths = Enumerable.Range(0, 3).Select(n => $@"\\srv\data{n}").ToList();
        var caseSensitive = new HashSet<string>(names, StringComparer.Ordinal);
        var own = new HashSet<string>(names, StringComparer.InvariantCultureIgnoreCase);
        var numbers = new Dictionary<string, int> { ["srv"] = 1 };
        Section("Sets");
        Case(i => names.Contains(i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => !names.Contains(i.ItemName), i => !names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => Enumerable.Contains(names, i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => names.ToList().Contains(i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => names.ToImmutableArray().Contains(i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => ((IReadOnlyCollection<string>)names).Contains(i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => new HashSet<string>(names).Contains(i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => names.Contains(i.ItemName, StringComparer.Ordinal), i => names.Contains(i.ItemName, StringComparer.Ordinal));
        Case(i => caseSensitive.Contains(i.ItemName), i => names.Contains(i.ItemName, StringComparer.Ordinal));
        Case(i => !caseSensitive.Contains(i.ItemName), i => !names.Contains(i.ItemName, StringComparer.Ordinal));
        Case(i => own.Contains(i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => names.Contains(i.ItemName.ToLower()), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => names.Contains(i.ItemName.Trim()), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => names.Where(name => name.Length > 4).Contains(i.ItemName), i => i.ItemName is "q1.xlsx" or "a_b.txt");
        Case(i => Array.Empty<string>().Contains(i.ItemName), _ => false);
        Case(i => !Array.Empty<string>().Contains(i.ItemName), _ => true);
        Case(i => withNull.Contains(i.ParentItemPath), i => i.ParentItemPath is null or @"\\srv");
        Case(i => !withNull.Contains(i.ParentItemPath), i => i.ParentItemPath is not (null or @"\\srv"));
        Case(i => new[] { OfflineFilesItemType.Share, OfflineFilesItemType.Server }.Contains(i.ItemType), i => (int)i.ItemType >= 2);
        Case(i => new[] { 0, 2 }.Contains((int)i.ItemType), i => (int)i.ItemType is 0 or 2);
        Case(i => new long?[] { 5_000_000_001, null }.Contains(i.FileSysInfo!.RemoteSize), i => i.FileSysInfo?.RemoteSize is null or 5_000_000_001);
        Case(i => new List<long> { 7, 100 }.Contains(i.FileSysInfo!.LocalSize), i => i.FileSysInfo?.LocalSize is 7 or 100);
        Case(i => new[] { Monday.AddDays(3), Monday.AddTicks(5) }.Contains(i.FileSysInfo!.LocalLastWriteTime), i => i.ItemName is "q1.xlsx" or "Straße.doc");
        Case(i => paths.Contains(i.ItemPath), i => i.ItemName == "data2");
        Case(i => new[] { (UncPath)@"\\SRV\data" }.Contains(i.Path), i => i.ItemName == "data");
        Case(i => new[] { new OfflineFilesItem(@"\\SRV\data") }.Contains(i), i => i.ItemName == "data");
        Case(i => names.Any(name => name == i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => !names.Any(name => i.ItemName == name), i => !names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => names.ToList().Exists(name => name == i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => Array.Exists(names, name => name == i.ItemName), i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        Case(i => Endings.Any(ending => i.ItemName.EndsWith(ending)), i => Endings.Any(ending => i.ItemName.EndsWith(ending, IgnoreCase)));
        Case(i => !Endings.Any(ending => i.ItemName.EndsWith(ending)), i => !Endings.Any(ending => i.ItemName.EndsWith(ending, IgnoreCase)));
        Case(i => Endings.All(ending => !i.ItemName.EndsWith(ending)), i => !Endings.Any(ending => i.ItemName.EndsWith(ending, IgnoreCase)));
        Case(i => Endings.Any(ending => ending.Length == i.ItemName.Length), i => i.ItemName.Length is 4 or 5);
        Case(i => Array.Empty<string>().Any(ending => i.ItemName.EndsWith(ending)), _ => false);
        Case(i => Array.Empty<string>().All(ending => i.ItemName.EndsWith(ending)), _ => true);
        Case(i => numbers.ContainsKey(i.ItemName));
        Case(i => "srv,data".Split(',', StringSplitOptions.None).Contains(i.ItemName), i => i.ItemName is "srv" or "data");
    }

    private void Paths()
    {
        UncPath reports = @"\\SRV\Data\reports";
        UncPath? nowhere = null;
        Section("Paths");
        Case(i => i.IsUnder(reports));
        Case(i => !i.IsUnder(reports));
        Case(i => i.Path.IsUnder(@"\\srv\a_b"));
        Case(i => i.Path.IsAtOrUnder(reports));
        Case(i => !i.Path.IsAtOrUnder(reports));
        Case(i => i.IsUnder(nowhere!), _ => false);
        Case(i => i.Path == nowhere);
        Case(i => i.Path.Parent == reports);
        Case(i => i.Path.Parent != reports);
        Case(i => i.Path.Parent == nowhere);
        Case(i => i.Path.Parent != null);
        Case(i => i.Path.Name == "Q1.XLSX", i => i.ItemName == "q1.xlsx");
        Case(i => i.Path.Name != "srv");
        Case(i => i.Path.Name == @"data\x");
        Case(i => i.Path.Server == "SRV", i => i.Path.Server == "srv");
        Case(i => i.Path.Server != "SRV", i => i.Path.Server != "srv");
        Case(i => i.Path.ShareRoot == (UncPath)@"\\srv\DATA");
        Case(i => i.Path.ShareRoot != (UncPath)@"\\srv\DATA");
        Case(i => i.Path.ShareRoot == (UncPath)@"\\srv");
        Case(i => i.Path.ShareRoot == null);
        Case(i => i.Path.Share == "DATA2", i => i.Path.Share == "data2");
        Case(i => i.Path.Depth == 2);
        Case(i => (UncPath)i.ItemPath == reports);
        Case(i => i.ItemPath == reports, i => i.Path == reports);
        Case(i => i.ItemPath == reports + @"\Q1.xlsx", i => i.ItemName == "q1.xlsx");
    }

    private void Booleans()
    {
        Section("Boolean shapes");
        Case(_ => true);
        Case(_ => false);
        Case(i => i.ItemName == "srv" && (i.ItemType == OfflineFilesItemType.Server || i.PinInfo!.Pinned), i => i.ItemName == "srv");
        Case(i => !(i.ItemName == "srv" || i.PinInfo!.Pinned), i => i.ItemName != "srv" && i.PinInfo?.Pinned != true);
        Case(i => !(i.ItemName == "srv" && i.ItemType == 0));
        Case(i => i.ItemName == "srv" & i.ItemType == OfflineFilesItemType.Server);
        Case(i => i.ItemName == "srv" | i.ItemName.Length == 4);
        Case(i => i.ItemName == "srv" ^ i.ItemType == OfflineFilesItemType.Server);
        Case(i => i.PinInfo!.Pinned ^ i.ChangeInfo!.Dirty, i => (i.PinInfo?.Pinned == true) ^ (i.ChangeInfo?.Dirty == true));
        Case(i => i.PinInfo!.Pinned == i.ChangeInfo!.Dirty, i => (i.PinInfo?.Pinned == true) == (i.ChangeInfo?.Dirty == true));
        Case(i => i.PinInfo!.Pinned != (i.ItemName.Length == 3), i => (i.PinInfo?.Pinned == true) != (i.ItemName.Length == 3));
        Case(i => (i.ItemName == "srv") == false);
        Case(i => !!(i.ItemName == "srv"));
        Case(i => i.ItemName == "srv" && i.ItemName.Length == 3);
        Case(i => i.ItemName == "srv" || i.ItemName.Length == 4);
        Case(i => i.ItemName == "srv" || i.ItemType == 0 && i.ItemName.Length > 8);
        Case(i => i.ItemType == 0 && i.FileSysInfo!.LocalSize > 7 || i.ItemType == 0 && i.Encrypted == true);
        Case(i => i.ItemType == 0 && i.ItemName.Length > 8 || i.ItemType == 0 && i.Encrypted == true);
        Case(i => i.ItemType == 0 || i.ItemType == 0 && i.Encrypted == true);
        Case(i => i.ParentItemPath == @"\\SRV" && i.ItemName == "data" || i.ParentItemPath == @"\\SRV" && i.ItemName == "data2", i => i.ItemName is "data" or "data2");
        Case(i => i.ItemPath == @"\\srv" || i.ItemPath == @"\\srv\data2");
        Case(i => i.ParentItemPath == @"\\srv" || i.ChangeInfo!.Dirty, i => i.ParentItemPath == @"\\srv" || i.ChangeInfo?.Dirty == true);
        Case(i => i.ItemName.Length == 3 || true, _ => true);
        Case(i => i.ItemName.Length == 3 && false, _ => false);
    }

    private void Captured()
    {
        var wanted = new { Name = "Q2.xlsx", Size = 7L, Inner = new[] { "srv", "data" } };
        var lookup = new Dictionary<string, string> { ["name"] = "srv" };
        Func<string, string> shorten = text => text.Substring(0, 3);
        string? nothing = null;
        int? some = 7;
        Section("Captured values");
        Case(i => i.ItemName == wanted.Name && i.FileSysInfo!.LocalSize != wanted.Size, i => i.ItemName == "Q2.XLSX");
        Case(i => i.ItemName == StaticName, i => i.ItemName == "q1.xlsx");
        Case(i => i.ItemName == _field);
        Case(i => i.ItemName == this[0]);
        Case(i => i.ItemName == wanted.Inner[1]);
        Case(i => i.ItemName == lookup["name"]);
        Case(i => i.ItemName == shorten("srvx"));
        Case(i => i.ItemName == string.Join("", new[] { "s", "rv" }));
        Case(i => i.ItemName == wanted.Inner.OrderBy(name => name.Length).First());
        Case(i => i.ItemName == (nothing ?? "srv"));
        Case(i => nothing != null && i.ItemName == nothing.Trim());
        Case(i => nothing == null || i.ItemName == nothing.Trim());
        Case(i => i.ItemName.Length == 4 || nothing == null || i.ItemName == nothing.Trim(), _ => true);
        Case(i => i.ItemName == (wanted.Size > 5 ? "srv" : "data"));
        Case(i => i.FileSysInfo!.LocalSize == some, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize == some!.Value * 2 - 7 % 8 + (wanted.Inner.Length << 1) - 4, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize == (long)Math.Sqrt(49.5), i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize == new { A = new List<int> { 7 } }.A.Count + 6, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.ItemName.Length == wanted.Name.Length && shorten(i.ItemName) == "Q2.", i => i.ItemName == "Q2.XLSX");
        Case(i => IsLong(i.ItemName), i => i.ItemName.Length > 8);
        Case(i => HoldsNoPin(i));
    }

    private void Composed()
    {
        Expression<Func<OfflineFilesItem, bool>> isFile = i => i.ItemType == OfflineFilesItemType.File;
        Expression<Func<string, string, bool>> begins = (text, start) => text.StartsWith(start);
        Func<OfflineFilesItem, bool> compiled = i => i.ItemType == OfflineFilesItemType.File;
        Section("Composed by hand");
        Built("Invoke(isFile, i)", i => Expression.Invoke(isFile, i), i => i.ItemType == 0);
        Built("!Invoke(begins, i.ItemName, \"Q\")", i => Expression.Not(Expression.Invoke(begins, Expression.Property(i, "ItemName"), Expression.Constant("Q"))), i => !i.ItemName.StartsWith("q", IgnoreCase));
        Built("Invoke(a => Invoke(isFile, a), i)", i => Expression.Invoke(Nested(isFile), i), i => i.ItemType == 0);
        Case(i => isFile.Compile()(i));
        Case(i => compiled(i));
        Case(i => begins.Compile()(i.ItemName, "Q") && isFile.Compile()(i), i => i.ItemName.StartsWith("q", IgnoreCase));
    }

    private void Functions()
    {
        var pattern = "q[0-9].xls_";
        Section("WQL itself");
        Case(i => WqlFunctions.Like(i.ItemName, pattern));
        Case(i => !WqlFunctions.Like(i.ItemName, "%[^x].txt"));
        Case(i => WqlFunctions.Like(i.ParentItemPath, "%"));
        Case(i => !WqlFunctions.Like(i.ParentItemPath, "%"));
        Case(i => WqlFunctions.Like(i.ItemName.Trim(), pattern));
        Case(i => WqlFunctions.Like(i.ItemName, i.ItemName));
        Case(i => WqlFunctions.IsA(i.PinInfo, "win32_offlinefilespininfo"));
        Case(i => !WqlFunctions.IsA(i.PinInfo, "Win32_OfflineFilesPinInfo"));
        Case(i => WqlFunctions.IsA(i.PinInfo, "Win32_OfflineFilesChangeInfo"));
        Case(i => WqlFunctions.IsA(i, "Win32_OfflineFilesItem"));
        Case(i => WqlFunctions.IsA(i.ItemName, "Win32_OfflineFilesItem"));
    }

    private void VisualBasic()
    {
        Section("Visual Basic");
        Case(i => EmbeddedOperators.CompareString(i.ItemName, "SRV", false) == 0, i => i.ItemName == "srv");
        Case(i => EmbeddedOperators.CompareString(i.ItemName, "SRV", false) != 0, i => i.ItemName != "srv");
        Case(i => EmbeddedOperators.CompareString("Q", i.ItemName, false) < 0, i => string.Compare(i.ItemName, "q", IgnoreCase) > 0);
        Case(i => EmbeddedOperators.CompareString(i.ParentItemPath, "", false) == 0);
        Case(i => EmbeddedOperators.CompareString(i.ParentItemPath, null, false) != 0);
        Case(i => EmbeddedOperators.CompareString(i.ItemName, "SRV", true) == 0);
        Built("(i.FileSysInfo.RemoteSize > 5 or Nothing) ?? False", i => Expression.Coalesce(Lifted(ExpressionType.GreaterThan, i), Expression.Constant(false)), i => i.FileSysInfo?.RemoteSize > 5);
        Built("Not ((i.FileSysInfo.RemoteSize > 5 or Nothing) ?? False)", i => Expression.Not(Expression.Coalesce(Lifted(ExpressionType.GreaterThan, i), Expression.Constant(false))), i => !(i.FileSysInfo?.RemoteSize > 5));
        Built("(i.FileSysInfo.RemoteSize <> 5 or Nothing) ?? False", i => Expression.Coalesce(Lifted(ExpressionType.NotEqual, i), Expression.Constant(false)), i => i.FileSysInfo?.RemoteSize is not (null or 5));
        Built("(i.FileSysInfo.RemoteSize <> 5 or Nothing) ?? True", i => Expression.Coalesce(Lifted(ExpressionType.NotEqual, i), Expression.Constant(true)), i => i.FileSysInfo?.RemoteSize != 5);
    }

    private void ByHand()
    {
        Section("Built by hand");
        Built("i.Encrypted AndAlso null", i => Expression.Equal(Expression.And(Expression.Property(i, "Encrypted"), Expression.Constant(null, typeof(bool?))), Expression.Constant(false, typeof(bool?))), i => i.Encrypted == false);
        Built("i.ItemName.Equals(null)", i => Expression.Call(Expression.Property(i, "ItemName"), typeof(string).GetMethod("Equals", [typeof(string)])!, Expression.Constant(null, typeof(string))), _ => false);
        Built("i.ItemType == 0 where 0 is unchecked", i => Expression.Equal(Expression.Convert(Expression.Property(i, "ItemType"), typeof(long)), Expression.ConvertChecked(Expression.Constant(0), typeof(long))), i => i.ItemType == 0);
        Built("a block", i => Expression.Block(Expression.Equal(Expression.Property(i, "ItemName"), Expression.Constant("SRV"))), i => i.ItemName == "srv");
    }

    private static BinaryExpression Lifted(ExpressionType type, ParameterExpression row) => Expression.MakeBinary(
        type, Expression.Property(Expression.Property(row, "FileSysInfo"), "RemoteSize"), Expression.Constant(5L, typeof(long?)), liftToNull: true, method: null);

    private static Expression<Func<OfflineFilesItem, bool>> Nested(Expression<Func<OfflineFilesItem, bool>> predicate)
    {
        var row = Expression.Parameter(typeof(OfflineFilesItem), "a");
        return Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Invoke(predicate, row), row);
    }

    private static bool IsLong(string name) => name.Length > 8;

    private static bool HoldsNoPin(OfflineFilesItem item) => item.PinInfo?.Pinned != true;

    private static FileAttributes? Attributes(OfflineFilesItem item) => item.FileSysInfo?.LocalAttributes;

    private static DateTimeOffset? Written(OfflineFilesItem item) => item.FileSysInfo?.LocalLastWriteTime;
}
