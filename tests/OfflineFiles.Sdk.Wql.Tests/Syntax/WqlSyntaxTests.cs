namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

[TestFixture]
internal sealed class WqlSyntaxTests
{
    private static readonly string[] Files = ["wql-syntax.cases", "wql-events.cases", "wql-associations.cases"];

    private static IEnumerable<TestCaseData> Queries => Files.SelectMany(CaseFile.Read);

    private static IEnumerable<TestCaseData> Trees => CaseFile.Read("wql-trees.cases");

    private static IEnumerable<TestCaseData> Habits => CaseFile.Read("wql-lenient.cases");

    private static IEnumerable<TestCaseData> Errors => CaseFile.Read("wql-errors.cases");

    [TestCaseSource(nameof(Trees))]
    public void A_query_is_read_as_this_tree(string text, string expected)
    {
        var tree = TreeText.Of(WqlQuery.Parse(text));
        expected = CaseFile.Accept(text, expected, tree);

        Assert.That(tree, Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Queries))]
    public void A_query_is_read_and_printed_as_canonical_text(string text, string canonical)
    {
        var query = WqlQuery.Parse(text);
        canonical = CaseFile.Accept(text, canonical, query.ToString());

        Assert.That(query.ToString(), Is.EqualTo(canonical));
        Assert.That(WqlQuery.Parse(canonical), Is.EqualTo(query));
        Assert.That(query.Text, Is.EqualTo(text));
        Assert.That(query.Habits, Is.Empty);
    }

    [TestCaseSource(nameof(Queries))]
    public void What_Windows_takes_is_read_leniently_as_the_same_and_without_a_habit(string text, string canonical)
    {
        var query = WqlQuery.Parse(text, WqlParseOptions.Lenient);

        Assert.That(query, Is.EqualTo(WqlQuery.Parse(text)));
        Assert.That(query.ToString(), Is.EqualTo(canonical));
        Assert.That(query.Habits, Is.Empty);
    }

    [TestCaseSource(nameof(Habits))]
    public void A_habit_is_read_leniently_and_named(string text, string expected)
    {
        var isRead = WqlQuery.TryParse(text, WqlParseOptions.Lenient, out var query, out var error);
        var found = isRead ? string.Concat(query!.Habits.Select(habit => $"{habit.Kind} {habit.Position}, ")) + query.ToString() : error!.Message;
        expected = CaseFile.Accept(text, expected, found);

        Assert.That(found, Is.EqualTo(expected));
        if (!isRead) return;
        var options = query!.Habits.Any(habit => habit.Kind == WqlHabitKind.PropertyWithProperty) ? WqlParseOptions.Lenient : WqlParseOptions.Strict;
        Assert.That(WqlQuery.Parse(query.ToString(), options), Is.EqualTo(query), "It is printed as Windows takes it, where Windows has words for it.");
        Assert.That(WqlQuery.TryParse(text, out _, out _), Is.EqualTo(query.Habits.Count == 0), "Windows refuses what is a habit.");
    }

    [TestCaseSource(nameof(Errors))]
    public void What_is_no_query_is_refused_in_these_words(string text, string message)
    {
        var isRead = WqlQuery.TryParse(text, out var query, out var error);

        Assert.That(isRead, Is.False);
        Assert.That(query, Is.Null);
        message = CaseFile.Accept(text, message, error!.Message);
        Assert.That(error.Message, Is.EqualTo(message));
        Assert.That(error.ToString(), Is.EqualTo(message));
    }

    [Test]
    public void Parse_throws_what_TryParse_reports()
    {
        const string Text = "SELECT *\nFROM C ORDER BY x";
        var exception = Assert.Throws<WqlSyntaxException>(() => WqlQuery.Parse(Text))!;

        Assert.That(exception.Text, Is.EqualTo(Text));
        Assert.That(exception.Error.Position, Is.EqualTo(Text.IndexOf("ORDER", StringComparison.Ordinal)));
        Assert.That(exception.Error.Line, Is.EqualTo(2));
        Assert.That(exception.Error.Column, Is.EqualTo(8));
        Assert.That(exception.Error.Found, Is.EqualTo("'ORDER'"));
        Assert.That(exception.Error.Expected, Is.EqualTo("WITHIN, WHERE, GROUP or the end of the query"));
        Assert.That(exception.Error.Hint, Is.EqualTo("WQL has no ORDER BY: sort in the caller."));
        Assert.That(exception.Message, Is.EqualTo("The WQL text cannot be read. " + exception.Error.Message));
    }

    [Test]
    public void Null_is_no_query()
    {
        Assert.That(WqlQuery.TryParse(null, out _, out var error), Is.False);
        Assert.That(error!.Found, Is.EqualTo("the end of the query"));
        Assert.That(() => WqlQuery.Parse(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void A_predicate_is_read_alone()
    {
        Assert.That(WqlPredicate.Parse("a=1 or b is null").ToString(), Is.EqualTo("a = 1 OR b IS NULL"));
        Assert.That(WqlPredicate.TryParse("a=1 GROUP", out var predicate, out var error), Is.False);
        Assert.That(predicate, Is.Null);
        Assert.That(error!.Column, Is.EqualTo(5));
        Assert.That(() => WqlPredicate.Parse("WHERE a = 1"), Throws.TypeOf<WqlSyntaxException>());
    }

    [Test]
    public void A_property_name_is_read_alone()
    {
        Assert.That(WqlProperty.Parse("PinInfo.Pinned").Names, Is.EqualTo(["PinInfo", "Pinned"]));
        Assert.That(WqlProperty.TryParse("a b", out var property, out var error), Is.False);
        Assert.That(property, Is.Null);
        Assert.That(error!.Message, Is.EqualTo("Line 1, column 3: found 'b', expected the end of the property name."));
    }

    [TestCase("a IS NULL", "a = NULL")]
    [TestCase("NOT a IS NULL", "NOT a = NULL")]
    [TestCase("NOT a ISA 'D'", "NOT a ISA D")]
    [TestCase("a LIKE 'x' AND b = 'y\\''", "a LIKE 'x' AND b = 'y\\''")]
    public void Omi_is_written_null_tests_with_operators_and_classes_bare(string windows, string omi)
    {
        var predicate = WqlPredicate.Parse(windows);

        Assert.That(predicate.ToString(WqlDialect.Omi), Is.EqualTo(omi));
        Assert.That(WqlPredicate.Parse(omi), Is.EqualTo(predicate));
        Assert.That(new WqlSelectQuery("C", predicate).ToString(WqlDialect.Omi), Is.EqualTo("SELECT * FROM C WHERE " + omi));
    }

    [Test]
    public void Omi_is_told_of_a_value_by_negating_the_test_because_it_answers_the_operator_with_nothing() =>
        Assert.That(WqlPredicate.Parse("b = 1 AND a IS NOT NULL").ToString(WqlDialect.Omi), Is.EqualTo("b = 1 AND NOT a = NULL"));
}
