using System.Globalization;
using static OfflineFiles.Sdk.Tests.Acceptance.AcceptanceCase;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>Text: every method and every rule.</summary>
internal static class TextQueries
{
    private static readonly string? Nothing = Array.Empty<string>().FirstOrDefault();
    private static readonly string[] Names = ["Budget.XLSX", "two.mp3", "none"];
    private static readonly HashSet<string> Exact = new(StringComparer.Ordinal) { "TODO.txt", "todo.txt" };
    private static readonly HashSet<string> Loose = new(StringComparer.OrdinalIgnoreCase) { "TODO.txt", "MOVIE.MKV" };
    private static readonly string[] Sixty = [.. Enumerable.Range(0, 60).Select(number => $"gone {number}"), "PLAN.md"];
    private static readonly List<string?> WithNull = [null, @"\\FILES"];

    public static IReadOnlyList<AcceptanceCase> All { get; } =
    [
        // Equality ignores case, unless it says that it does not.
        Case(items => items.Where(i => i.ItemName == "BUDGET.xlsx")),
        Case(items => items.Where(i => "TODO.TXT" == i.ItemName)),
        Case(items => items.Count(i => i.ItemName != "BUDGET.xlsx")),
        Case(items => items.Where(i => i.ItemName.Equals("BUDGET.xlsx"))),
        Case(items => items.Where(i => i.ItemName.Equals("BUDGET.xlsx", StringComparison.Ordinal))),
        Case(items => items.Where(i => i.ItemName.Equals("budget.xlsx", StringComparison.Ordinal))),
        Case(items => items.Where(i => i.ItemName.Equals("BUDGET.xlsx", StringComparison.OrdinalIgnoreCase))),
        Case(items => items.Where(i => i.ItemName.Equals("STRASSE.jpg", StringComparison.InvariantCultureIgnoreCase))),
        Case(items => items.Where(i => string.Equals(i.ItemName, "it's.txt"))),
        Case(items => items.Where(i => string.Equals(i.ItemName, "IT'S.txt", StringComparison.Ordinal))),
        Case(items => items.Count(i => !string.Equals(i.ItemName, "IT'S.txt", StringComparison.Ordinal))),
        Case(items => items.Where(i => i.ItemName == "straße.JPG")),
        Case(items => items.Where(i => i.ItemName == "ÉTÉ.png")),
        Case(items => items.Where(i => i.ItemName == "ünÏCÖDÉ.mp3")),
        Case(items => items.Where(i => i.ItemName.ToUpperInvariant() == "TODO.TXT")),
        Case(items => items.Where(i => i.ItemName.ToLowerInvariant() == "TODO.TXT")),
        Case(items => items.Where(i => i.ItemName == Nothing)),
        Case(items => items.Where(i => i.ParentItemPath == Nothing)),
        Case(items => items.Count(i => i.ParentItemPath != Nothing)),
        Case(items => items.Where(i => i.ParentItemPath == "")),
        Case(items => items.Count(i => i.ParentItemPath != "")),
        Case(items => items.Where(i => string.Equals(i.ParentItemPath, null))),

        // Searches.
        Case(items => items.Where(i => i.ItemName.StartsWith("PLAN"))),
        Case(items => items.Where(i => i.ItemName.StartsWith("PLAN", StringComparison.Ordinal))),
        Case(items => items.Where(i => i.ItemName.StartsWith("PLAN", StringComparison.OrdinalIgnoreCase))),
        Case(items => items.Where(i => i.ItemName.StartsWith("plan", StringComparison.InvariantCulture))),
        Case(items => items.Count(i => !i.ItemName.StartsWith("plan", StringComparison.Ordinal))),
        Case(items => items.Where(i => i.ItemName.StartsWith('t'))),
        Case(items => items.Where(i => i.ItemName.StartsWith('['))),
        Case(items => items.Where(i => i.ItemName.StartsWith("[d"))),
        Case(items => items.Where(i => i.ItemName.EndsWith(".TXT"))),
        Case(items => items.Where(i => i.ItemName.EndsWith(".TXT", StringComparison.Ordinal))),
        Case(items => items.Where(i => i.ItemName.EndsWith('$'))),
        Case(items => items.Where(i => i.ItemName.Contains("_"))),
        Case(items => items.Where(i => i.ItemName.Contains('%'))),
        Case(items => items.Where(i => i.ItemName.Contains("a_b"))),
        Case(items => items.Where(i => i.ItemName.Contains("]"))),
        Case(items => items.Where(i => i.ItemName.Contains("'"))),
        Case(items => items.Where(i => i.ItemName.Contains("TAXES", StringComparison.Ordinal))),
        Case(items => items.Where(i => i.ItemName.Contains('M', StringComparison.Ordinal))),
        Case(items => items.Where(i => i.ItemName.Contains('M', StringComparison.OrdinalIgnoreCase))),
        Case(items => items.Count(i => i.ItemName.Contains(""))),
        Case(items => items.Count(i => i.ParentItemPath!.Contains(""))),
        Case(items => items.Count(i => !i.ParentItemPath!.Contains("files"))),
        Case(items => items.Count(i => i.ItemName.Contains(Nothing!))),
        Case(items => items.Count(i => !i.ItemName.Contains(Nothing!))),
        Case(items => items.Where(i => i.ItemName.IndexOf("XLS") >= 0)),
        Case(items => items.Where(i => i.ItemName.IndexOf("o") == 1)),
        Case(items => items.Where(i => i.ItemPath.EndsWith(i.ItemName) && i.ItemName.Length > 15)),
        Case(items => items.Where(i => "budget.xlsx and todo.txt".Contains(i.ItemName))),

        // Order.
        Case(items => items.Where(i => string.Compare(i.ItemName, "b") < 0).OrderBy(i => i.ItemName).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.ItemName.CompareTo("TWO.mp3") == 0)),
        Case(items => items.Where(i => "T".CompareTo(i.ItemName) <= 0 && i.ItemType == OfflineFilesItemType.File)),
        Case(items => items.Count(i => string.Compare(i.ItemName, "a", StringComparison.Ordinal) < 0)),
        Case(items => items.Count(i => string.Compare(i.ParentItemPath, @"\\files", StringComparison.OrdinalIgnoreCase) < 0)),
        Case(items => items.Count(i => string.Compare(i.ParentItemPath, @"\\files") != 0)),
        Case(items => items.Count(i => string.CompareOrdinal(i.ItemName, "a") < 0)),

        // Empty, white, long.
        Case(items => items.Where(i => string.IsNullOrEmpty(i.ParentItemPath))),
        Case(items => items.Count(i => !string.IsNullOrEmpty(i.ParentItemPath))),
        Case(items => items.Where(i => string.IsNullOrWhiteSpace(i.ParentItemPath))),
        Case(items => items.Count(i => !string.IsNullOrWhiteSpace(i.ParentItemPath))),
        Case(items => items.Where(i => i.ItemName.Length > 17)),
        Case(items => items.Count(i => i.ParentItemPath!.Length > 20)),
        Case(items => items.Where(i => i.ItemName.Trim() != i.ItemName)),
        Case(items => items.Where(i => i.ItemName + "!" == "ALPHA!")),
        Case(items => items.Where(i => i.ItemName.Replace(".", "") == "plancsv".Replace("csv", "md"))),
        Case(items => items.Where(i => i.ItemName.Any(c => c > 127))),
        Case(items => items.Where(i => i.ItemName[0] == 'm')),
        Case(items => items.Where(i => i.ItemName.StartsWith("m", true, CultureInfo.InvariantCulture))),

        // Sets.
        Case(items => items.Where(i => Names.Contains(i.ItemName))),
        Case(items => items.Count(i => !Names.Contains(i.ItemName))),
        Case(items => items.Where(i => Names.Contains(i.ItemName, StringComparer.Ordinal))),
        Case(items => items.Where(i => Exact.Contains(i.ItemName))),
        Case(items => items.Count(i => !Exact.Contains(i.ItemName))),
        Case(items => items.Where(i => Loose.Contains(i.ItemName))),
        Case(items => items.Where(i => Sixty.Contains(i.ItemName))),
        Case(items => items.Where(i => Sixty.Contains(i.ItemName)).Where(i => i.ItemType == OfflineFilesItemType.File && !Names.Contains(i.ItemName))),
        Case(items => items.Where(i => WithNull.Contains(i.ParentItemPath))),
        Case(items => items.Count(i => !WithNull.Contains(i.ParentItemPath))),
        Case(items => items.Where(i => new[] { "main.cs", "util.cs" }.Contains(i.ItemName))),
        Case(items => items.Where(i => new List<string> { "MAIN.cs" }.Contains(i.ItemName.ToLowerInvariant()))),
        Case(items => items.Count(i => Array.Empty<string>().Contains(i.ItemName))),
        Case(items => items.Where(i => Names.Any(name => name == i.ItemName))),
        Case(items => items.Where(i => i.ItemName == "alpha" || i.ItemName == "BETA" || i.ItemName == "gamma")),
    ];
}
