using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Lint;

[TestFixture]
internal sealed class WqlLinterAdversarialTests
{
    private const int Length = 1_000_000;

    // A table, so that the name of a test is not a megabyte long.
    private static readonly Dictionary<string, Func<string>> Texts = new()
    {
        ["unknown properties"] = () => Query(Repeat("Pined = TRUE OR ") + "Pined = TRUE"),
        ["one long name"] = () => Query(Repeat("a") + " = 1"),
        ["one long string"] = () => Query("ItemPath = '" + Repeat("\\\\") + "'"),
        ["one long pattern"] = () => Query("ItemName LIKE '" + Repeat("[a=") + "'"),
        ["NULL as a value on many lines"] = () => Query(Repeat("\nItemName = NULL OR") + " ItemName = NULL"),
        ["the same term again and again"] = () => Query(Repeat("ItemType = 'File' AND ") + "ItemType = 'File'"),
        ["paths with backslashes that are not doubled"] = () => Query(Repeat(@"ItemPath = '\\s\d' OR ") + @"ItemPath = '\\s\d'"),
        ["unclosed strings"] = () => Query(Repeat(@"'\")),
        ["backslashes alone"] = () => Repeat("\\"),
        ["quotes alone"] = () => Repeat("'"),
        ["negations"] = () => Query(Repeat("NOT ") + "Sparse = TRUE"),
        ["parentheses"] = () => Query(Repeat("(")),
        ["listed objects"] = () => "SELECT " + Repeat("PinInfo, ") + "PinInfo FROM Win32_OfflineFilesItem",
        ["habits"] = () => Query(Repeat("ItemName NOT LIKE 'a' AND ") + "Sparse IS TRUE;"),
        ["keys of a path"] = () => "ASSOCIATORS OF {Win32_OfflineFilesItem." + Repeat("a=1,") + "a=1}",
        ["contradictions of a long string"] = () => Query($"ItemName = '{Repeat("a", Length / 2)}'{Repeat(" AND ItemName = 1", Length / 2)}"),
        ["lone surrogates"] = () => Query(Repeat("\uD800 = 1 OR ") + "\uDFFF = 1"),
    };

    private static IEnumerable<string> Names => Texts.Keys;

    [TestCaseSource(nameof(Names))]
    public void A_text_of_a_megabyte_is_checked(string name)
    {
        var findings = WqlLinter.Lint(Texts[name]());

        Assert.That(findings, Is.Not.Empty);
        Assert.That(() => findings[findings.Count - 1].MendedText, Throws.Nothing);
    }

    private static string Query(string where) => "SELECT * FROM Win32_OfflineFilesItem WHERE " + where;

    private static string Repeat(string text, int length = Length) => string.Concat(Enumerable.Repeat(text, length / text.Length));
}
