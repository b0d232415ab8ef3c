using CsCheck;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Laws.Wql;

[TestFixture]
internal sealed class WqlSyntaxLaws
{
    private static readonly Gen<string> TokenSoup = Gen.OneOf(
        "SELECT", "*", "a", "b.c", ",", "FROM", "C", "WHERE", "NOT", "(", ")", "AND", "OR", "=", "<>", "<", ">=", "LIKE", "ISA", "IS", "NULL",
        "TRUE", "1", "-2.5", "'x'", "\"y%\"", "'\\\\'", "'", "\\", ";", "1e5", "\n", "\uD800").Array[0, 14].Select(tokens => string.Join(" ", tokens));

    private static readonly Gen<string> PredicateSoup = Gen.OneOf(
        "a = 1", "NOT", "(", ")", "AND", "OR", "b LIKE 'x'", "c IS NULL").Array[0, 14].Select(tokens => string.Join(" ", tokens));

    [Test]
    public void What_is_printed_is_read_back_as_the_same_query() =>
        WqlGen.Query.Sample(query => WqlQuery.Parse(query.ToString()) == query);

    [Test]
    public void What_is_printed_for_Omi_is_read_back_as_the_same_query() =>
        WqlGen.Query.Sample(query => WqlQuery.Parse(query.ToString(WqlDialect.Omi)) == query);

    [Test]
    public void Reading_and_printing_again_changes_nothing() =>
        WqlGen.Query.Sample(query => WqlQuery.Parse(query.ToString()).ToString() == query.ToString());

    [Test]
    public void Equal_trees_have_equal_hash_codes() =>
        WqlGen.Query.Sample(query => WqlQuery.Parse(query.ToString()).GetHashCode() == query.GetHashCode());

    [Test]
    public void A_predicate_and_a_property_are_read_back_alone() =>
        Gen.Select(WqlGen.Predicate, WqlGen.Property).Sample((predicate, property) =>
            WqlPredicate.Parse(predicate.ToString()) == predicate && WqlProperty.Parse(property.Text) == property);

    [Test]
    public void Every_finite_number_is_read_back_exactly() =>
        WqlGen.Finite.Sample(value => ((WqlComparison)WqlPredicate.Parse($"a = {WqlConstant.Real(value)}")).Constant.Equals(WqlConstant.Real(value)));

    [Test]
    public void A_point_in_time_is_read_back_to_the_microsecond() => Gen.DateTimeOffset.Sample(point =>
        WqlDateTime.TryParse(WqlDateTime.Format(point), out var back) && back.UtcTicks == point.UtcTicks - point.UtcTicks % 10);

    [Test]
    public void Any_text_is_read_or_refused_with_a_place_inside_it() =>
        Gen.OneOf(TokenSoup, PredicateSoup.Select(text => "SELECT * FROM C WHERE " + text), WqlGen.Text).Sample(text =>
            WqlQuery.TryParse(text, out var query, out var error)
                ? WqlQuery.Parse(query.ToString()) == query
                : error.Position >= 0 && error.Position <= text.Length && error.Line >= 1 && error.Column >= 1);

    [Test]
    public void A_negation_and_its_operand_flatten_to_the_same_terms() => WqlGen.Predicate.Sample(predicate =>
        predicate.Terms.SequenceEqual(WqlPredicate.Not(predicate).Terms) && predicate.Terms.Count() == predicate.TermCount);
}
