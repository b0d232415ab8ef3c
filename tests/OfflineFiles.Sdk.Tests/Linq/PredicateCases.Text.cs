#pragma warning disable CA1858, CA2242, CS0472 // Predicates as people write them, also where there is a better way.
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <content>Times, text, sets and paths.</content>
internal sealed partial class PredicateCases
{
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
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.UtcDateTime > new DateTime(2024, 1, 4), i => Written(i)?.UtcDateTime > new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.UtcDateTime.Date == new DateTime(2024, 1, 4), i => Written(i)?.UtcDateTime.Date == new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.DateTime > new DateTime(2024, 1, 4), i => Written(i)?.DateTime > new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Date <= new DateTime(2024, 1, 4), i => Written(i)?.Date <= new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Date != new DateTime(2024, 1, 4), i => Written(i)?.Date != new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.LocalDateTime < new DateTime(2024, 1, 4), i => Written(i)?.LocalDateTime < new DateTime(2024, 1, 4));
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Year == 2024, i => Written(i)?.Year == 2024);
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Year < 2024, _ => false);
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Year > 20_000, _ => false);
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Month == 1, i => Written(i)?.Month == 1);
        Case(i => now - i.FileSysInfo!.LocalLastWriteTime > limit, i => now - Written(i) > limit);
        Case(i => !(now - i.FileSysInfo!.LocalLastWriteTime > limit), i => !(now - Written(i) > limit));
        Case(i => now - i.FileSysInfo!.LocalLastWriteTime == limit, i => now - Written(i) == limit);
        Case(i => now - i.FileSysInfo!.LocalLastWriteTime < TimeSpan.MaxValue, i => Written(i) is not null);
        Case(i => now - i.FileSysInfo!.LocalLastWriteTime < TimeSpan.MinValue, _ => false);
        Case(i => i.FileSysInfo!.LocalLastWriteTime - Monday >= limit, i => Written(i) - Monday >= limit);
        Case(i => i.FileSysInfo!.LocalLastWriteTime + limit > now, i => Written(i) + limit > now);
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.AddDays(1.5) < now, i => Written(i)?.AddDays(1.5) < now);
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Subtract(limit) < now, i => Written(i)?.Subtract(limit) < now);
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.AddMonths(1) < now, _ => false);
        Case(i => (now - i.FileSysInfo!.LocalLastWriteTime)!.Value.TotalDays > 2, i => (now - Written(i))?.TotalDays > 2);
        Case(i => (now - i.FileSysInfo!.LocalLastWriteTime)!.Value.Days >= 2, i => (now - Written(i))?.Days >= 2);
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
        Case(i => i.ItemName.IndexOf("x", 2) >= 0, i => i.ItemName.IndexOf("x", 2, IgnoreCase) >= 0);
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
        Case(i => new[] { Monday.AddDays(3), Monday.AddTicks(5) }.Contains(i.FileSysInfo!.LocalLastWriteTime!.Value), i => i.ItemName is "q1.xlsx" or "Straße.doc");
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
}
