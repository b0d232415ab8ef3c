using CsCheck;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Lint;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Laws.Lint;

[TestFixture]
internal sealed class WqlLintLaws
{
    private static readonly Gen<string> Property = Pick(
        [.. ItemProperties.Instance.All.Select(property => property.Property.Text), "Pinned", "DirtyInCache", "PinInfo.Pined", "PinInfo.x",
            "ItemName.x", "Elephant", "__CLASS", "TargetInstance", "TargetInstance.ItemType", "TargetInstance.PinInfo . Pinned",
            "PreviousInstance.Sparse"]);

    private static readonly Gen<string> Constant = Pick(
        "0", "7", "-1", "1.0", "2.5", "TRUE", "FALSE", "'TRUE'", "'yes'", "'3'", "'File'", "'Elephant'", "\"it's\"",
        "''", "'*.x'", "'%x'", "'[a'", "'[a=f]'",
        @"'\\\\srv\\share'", @"'\\srv\\share'", @"'\\srv\share'", @"'\\srv\share\'", @"'C:\dir'", "'20240131093000.000000+060'", "'2024-01-31'",
        "'Win32_OfflineFilesItem'", "'Win32_OfflineFileItem'", "NULL", "+7", ".5", "1e3");

    private static readonly Gen<string> Operator = Pick("=", "<>", "!=", "<", ">=", "LIKE", "ISA", "NOT LIKE", "IS", "IS NOT", "ISNOT");

    private static readonly Gen<string> Term = Gen.OneOf(
        Gen.Select(Property, Operator, Constant, (property, comparison, constant) => $"{property} {comparison} {constant}"),
        Gen.Select(Property, Operator, Constant, (property, comparison, constant) => $"{constant}{comparison}{property}"),
        Property.Select(property => $"{property} IS NOT NULL"));

    private static readonly Gen<string> Where = Gen.Select(
        Term, Pick("", "NOT ", "NOT (", "(", "not\n( NOT "), Pick(" AND ", " OR ", "\r\nand "), Term,
        (first, before, between, second) => $"{before}{first}{(before.Contains('(') ? ")" : "")}{between}{second}");

    private static readonly Gen<string> Query = Gen.Select(
        Gen.OneOf(Gen.Const("*"), Property.Array[1, 3].Select(names => string.Join(", ", names))),
        Pick(
            "Win32_OfflineFilesItem", "Win32_OfflineFilesCache", "Win32_OfflineFileItem", "Win32_OfflineFilesPinInfo", "Win32_Service", "meta_class",
            "__InstanceModificationEvent", "__InstanceCreationEvent WITHIN 2.5", "Win32_OfflineFilesItem WITHIN 5"),
        Gen.OneOf(
            Gen.Const(""),
            Where.Select(where => " WHERE " + where),
            Where.Select(where => "\nWHERE TargetInstance ISA 'Win32_OfflineFilesItem' AND " + where)),
        Pick("", "", ";", " GROUP WITHIN 5 BY TargetInstance.ItemType", " ORDER BY x"),
        (list, from, where, rest) => $"SELECT {list} FROM {from}{where}{rest}");

    [Test]
    public void A_mended_text_is_read_strictly_and_lacks_the_finding() => Query.Sample(LintLaw.Check, iter: LawBudget.Of(20_000));

    [Test]
    public void Nothing_is_thrown_at_any_text() =>
        Gen.Select(Query, Gen.Int[0, 200], Gen.OneOf(WqlGen.Text, Constant)).Sample(
            (text, at, noise) => LintLaw.Check(text.Insert(Math.Min(at, text.Length), noise)), iter: LawBudget.Of(20_000));

    [Test]
    public void A_query_built_in_code_has_the_findings_of_its_text() => WqlGen.Query.Sample(query =>
    {
        LintLaw.Check(query.ToString());
        var ofText = WqlLinter.Lint(query.ToString()).Select(finding => finding.ToString());
        Assert.That(query.Lint().Select(finding => finding.ToString()), Is.EqualTo(ofText));
    });

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
