using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Lint;

[TestFixture]
internal sealed class WqlLinterTests
{
    private static readonly WqlLintOptions AnyServer = new() { Server = WqlLintServer.Any };

    private static IEnumerable<TestCaseData> Findings => CaseFile.Read("wql-lint.cases");

    private static IEnumerable<TestCaseData> Mended => CaseFile.Read("wql-lint-mended.cases");

    private static readonly string[] Tables =
        ["wql-lint.cases", "wql-lint-mended.cases", "wql-syntax.cases", "wql-events.cases", "wql-associations.cases", "wql-lenient.cases", "wql-errors.cases"];

    private static IEnumerable<string> Texts =>
        Tables.SelectMany(CaseFile.Read).Select(line => (string)line.Arguments[0]!);

    [TestCaseSource(nameof(Findings))]
    public void A_text_has_these_findings(string text, string expected)
    {
        var found = Join(WqlLinter.Lint(text).Select(finding => finding.ToString()));

        Assert.That(found, Is.EqualTo(CaseFile.Accept(text, expected, found)));
    }

    [TestCaseSource(nameof(Mended))]
    public void A_finding_is_mended_so(string text, string expected)
    {
        var findings = WqlLinter.Lint(text).Where(finding => finding.MendedText is not null);
        var found = Join(findings.Select(finding => $"{finding.Id} {finding.MendedText}"));

        Assert.That(found, Is.EqualTo(CaseFile.Accept(text, expected, found)));
    }

    [TestCaseSource(nameof(Texts))]
    public void A_mended_text_is_read_strictly_lacks_the_finding_and_has_no_new_mistake(string text) => LintLaw.Check(text);

    [TestCaseSource(nameof(Texts))]
    public void Mending_comes_to_an_end(string text) => LintLaw.CheckEnd(text);

    [Test]
    public void A_mended_name_leaves_its_own_finding_behind_though_the_class_it_names_may_bring_another() =>
        LintLaw.Check("SELECT * FROM met1e3a_class WHERE TargetInstance ISA 'Win32_OfflineFilesItem' AND PinInfo.Pinned = 'Win32_OfflineFileItem'");

    [Test]
    public void Every_rule_has_a_case()
    {
        var words = Findings.SelectMany(line => ((string)line.Arguments[1]!).Split(' '));

        // A query of too many terms fits no line of a table: it has a test of its own.
        var rules = Enum.GetValues<WqlLintRule>().Where(rule => rule != WqlLintRule.TooManyTerms);
        Assert.That(words.Distinct(), Is.SupersetOf(rules.Select(rule => $"WQL{(int)rule:000}")));
    }

    [Test]
    public void A_finding_says_where_it_is_in_the_text_it_was_given()
    {
        const string Text = "SELECT *\nFROM Win32_OfflineFilesItem\nWHERE ItemPath = '\\\\srv\\share' AND\n  ItemName\n= NULL";
        var finding = WqlLinter.Lint(Text).Single(found => found.Rule == WqlLintRule.NullAsValue);

        Assert.That(finding.Text, Is.EqualTo(Text));
        Assert.That(Text.Substring(finding.Position, finding.Length), Is.EqualTo("ItemName\n= NULL"));
        Assert.That(finding.ToString(), Does.Not.Contain("\n"));
        Assert.That((finding.Line, finding.Column), Is.EqualTo((4, 3)));
        Assert.That(finding.Severity, Is.EqualTo(WqlLintSeverity.Warning));
        Assert.That(finding.MendedText, Is.EqualTo(Text.Replace(@"\\srv\share", @"\\\\srv\\share").Replace("\n= NULL", " IS NULL")));
    }

    [Test]
    public void A_query_built_in_code_is_checked_as_the_text_that_would_be_sent()
    {
        var where = new WqlComparison(new WqlProperty("Active"), WqlComparisonOperator.Equal, WqlConstant.String("yes"));
        var query = new WqlSelectQuery("Win32_OfflineFilesCache", where);
        var finding = query.Lint().Single();

        Assert.That(finding.Text, Is.EqualTo(query.ToString()));
        Assert.That(finding.Text.Substring(finding.Position, finding.Length), Is.EqualTo("'yes'"));
    }

    [Test]
    public void For_any_server_only_the_language_and_the_classes_are_checked()
    {
        Assert.That(WqlLinter.Lint("SELECT PinInfo FROM Win32_OfflineFilesItem WHERE ItemPath LIKE '%x'", AnyServer), Is.Empty);
        Assert.That(WqlLinter.Lint("SELECT * FROM Win32_OfflineFilesPinInfo", AnyServer), Is.Empty);
        var findings = WqlLinter.Lint("SELECT * FROM Win32_OfflineFilesItem WHERE ParentItemPath <> 'a' AND Pinned = NULL", AnyServer);
        Assert.That(
            findings.Select(finding => finding.Rule),
            Is.EqualTo([WqlLintRule.NullRowsDropped, WqlLintRule.PathForm, WqlLintRule.NullAsValue, WqlLintRule.UnknownProperty]));
    }

    [Test]
    public void A_query_of_many_terms_is_called_too_complex()
    {
        var terms = Enumerable.Range(0, 51).Select(i => $"ItemName = 'n{i}'");
        var text = $"SELECT * FROM Win32_OfflineFilesItem WHERE ParentItemPath = '\\\\\\\\srv\\\\share' AND ({string.Join(" OR ", terms)})";

        Assert.That(WqlLinter.Lint(text).Select(finding => finding.Rule), Is.EqualTo([WqlLintRule.TooManyTerms]));
        Assert.That(WqlLinter.Lint(text.Replace(" OR ItemName = 'n49' OR ItemName = 'n50'", "")), Is.Empty);
    }

    private static string Join(IEnumerable<string> parts) => string.Join(" | ", parts) is { Length: > 0 } all ? all : "nothing";
}
