using CsCheck;

namespace OfflineFiles.Sdk.Wql.Tests.Laws;

[TestFixture]
internal sealed class WqlSyntaxLaws
{
    private static readonly Gen<string> TokenSoup = Gen.OneOf(
        "SELECT", "*", "a", "b.c", "TargetInstance.a", "PreviousInstance.b.c", ",", "FROM", "C", "WHERE", "NOT", "(", ")", "AND", "OR", "=", "<>", "<", ">=", "LIKE", "ISA", "IS", "NULL",
        "TRUE", "1", "-2.5",
        "WITHIN", "GROUP", "BY", "HAVING", "NumberOfEvents", "meta_class",
        "ASSOCIATORS OF {", "REFERENCES OF {D}", "}", "KeysOnly", "Role", "@",
        "+3", ".5", "ISNOT", "'x'", "\"y%\"", "'\\\\'", "'", "\\", ";", "1e5", "\n", "\uD800").Array[0, 14].Select(tokens => string.Join(" ", tokens));

    private static readonly Gen<string> PredicateSoup = Gen.OneOf(
        "a = 1", "NOT", "(", ")", "AND", "OR", "b LIKE 'x'", "c IS NULL").Array[0, 14].Select(tokens => string.Join(" ", tokens));

    [Test]
    public void What_is_printed_is_read_back_as_the_same_query() =>
        WqlGen.Query.Sample(query => WqlQuery.Parse(query.ToString()) == query, iter: LawBudget.Of(2_000));

    [Test]
    public void What_is_printed_for_Omi_is_read_back_as_a_query_that_is_printed_the_same() =>
        WqlGen.Query.Sample(query => WqlQuery.Parse(query.ToString(WqlDialect.Omi)).ToString(WqlDialect.Omi) == query.ToString(WqlDialect.Omi), iter: LawBudget.Of(2_000));

    [Test]
    public void Reading_and_printing_again_changes_nothing() =>
        WqlGen.Query.Sample(query => WqlQuery.Parse(query.ToString()).ToString() == query.ToString(), iter: LawBudget.Of(2_000));

    [Test]
    public void Equal_trees_have_equal_hash_codes() =>
        WqlGen.Query.Sample(query => WqlQuery.Parse(query.ToString()).GetHashCode() == query.GetHashCode(), iter: LawBudget.Of(2_000));

    [Test]
    public void A_predicate_and_a_property_are_read_back_alone() =>
        Gen.Select(WqlGen.Predicate, WqlGen.Property).Sample((predicate, property) =>
            WqlPredicate.Parse(predicate.ToString()) == predicate && WqlProperty.Parse(property.Text) == property, iter: LawBudget.Of(2_000));

    [Test]
    public void Every_finite_number_is_read_back_exactly() =>
        WqlGen.Finite.Sample(value => ((WqlComparison)WqlPredicate.Parse($"a = {WqlConstant.Real(value)}")).Constant.Equals(WqlConstant.Real(value)), iter: LawBudget.Of(2_000));

    [Test]
    public void A_point_in_time_is_read_back_to_the_microsecond() => Gen.DateTimeOffset.Sample(point =>
        WqlDateTime.TryParse(WqlDateTime.Format(point), out var back) && back.UtcTicks == point.UtcTicks - point.UtcTicks % 10, iter: LawBudget.Of(2_000));

    [Test]
    public void Any_text_is_read_or_refused_with_a_place_inside_it() =>
        Gen.OneOf(TokenSoup, PredicateSoup.Select(text => "SELECT * FROM C WHERE " + text), WqlGen.Text).Sample(text =>
            WqlQuery.TryParse(text, out var query, out var error)
                ? WqlQuery.Parse(query.ToString()) == query
                : error.Position >= 0 && error.Position <= text.Length && error.Line >= 1 && error.Column >= 1, iter: LawBudget.Of(10_000));

    [Test]
    public void What_is_read_strictly_is_read_leniently_as_the_same_and_without_a_habit() => WqlGen.Query.Sample(query =>
        WqlQuery.Parse(query.ToString(), WqlParseOptions.Lenient) is { Habits.Count: 0 } lenient && lenient == query, iter: LawBudget.Of(2_000));

    [Test]
    public void What_is_read_only_leniently_is_printed_as_Windows_takes_it_and_its_habits_are_in_order() =>
        Gen.OneOf(TokenSoup, PredicateSoup.Select(text => "SELECT FROM C WHERE " + text + ";")).Sample(text =>
            !WqlQuery.TryParse(text, WqlParseOptions.Lenient, out var query, out _)
            || (WqlQuery.Parse(query.ToString(), IsSayable(query) ? WqlParseOptions.Strict : WqlParseOptions.Lenient) == query
                && WqlQuery.TryParse(text, out _, out _) == (query.Habits.Count == 0)
                && query.Habits.Select(habit => habit.Position).SequenceEqual(query.Habits.Select(habit => habit.Position).Order())), iter: LawBudget.Of(10_000));

    [Test]
    public void A_path_is_read_back_alone() => WqlGen.Path.Sample(path => WqlObjectPath.Parse(path.ToString()) == path, iter: LawBudget.Of(2_000));

    [Test]
    public void An_interval_is_read_back_to_the_microsecond() => WqlGen.Interval.Sample(interval =>
        WqlInterval.TryParse(WqlInterval.Format(interval), out var back) && back.Ticks == interval.Ticks - interval.Ticks % 10, iter: LawBudget.Of(2_000));

    [Test]
    public void A_value_put_into_a_text_is_read_back_as_that_value_and_changes_nothing_else() =>
        Gen.Select(WqlGen.Text, WqlGen.Constant, Gen.Long).Sample((text, constant, number) =>
            WqlPredicate.Create($"a = {text} OR b LIKE {text} AND NOT {constant} = c OR d = {number}") == WqlPredicate.Or(
                Equal("a", WqlConstant.String(text)),
                WqlPredicate.And(new WqlLike(new WqlProperty("b"), new WqlLikePattern(text)), new WqlNot(Equal("c", constant))),
                Equal("d", WqlConstant.Integer(number))), iter: LawBudget.Of(2_000));

    [Test]
    public void A_value_put_between_quotes_is_always_refused() => Gen.Select(WqlGen.Text, Gen.OneOf("'", "\"")).Sample((text, quote) =>
    {
        var handler = new WqlInterpolatedStringHandler(0, 1);
        handler.AppendLiteral("SELECT * FROM C WHERE a = " + quote);
        handler.AppendFormatted(text);
        handler.AppendLiteral(quote + " OR b = 'x'");
        try
        {
            WqlQuery.Create(handler);
            return false;
        }
        catch (WqlSyntaxException)
        {
            return true;
        }
    }, iter: LawBudget.Of(2_000));

    [Test]
    public void A_negation_and_its_operand_flatten_to_the_same_terms() => WqlGen.Predicate.Sample(predicate =>
        predicate.Terms.SequenceEqual(WqlPredicate.Not(predicate).Terms) && predicate.Terms.Count() == predicate.TermCount, iter: LawBudget.Of(2_000));

    // One habit Windows has no words for.
    private static bool IsSayable(WqlQuery query) => query.Habits.All(habit => habit.Kind != WqlHabitKind.PropertyWithProperty);

    private static WqlComparison Equal(string property, WqlConstant constant) => new(new WqlProperty(property), WqlComparisonOperator.Equal, constant);
}
