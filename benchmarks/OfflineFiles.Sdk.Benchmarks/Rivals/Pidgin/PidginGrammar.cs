using OfflineFiles.Sdk.Wql;
using Pidgin;
using static OfflineFiles.Sdk.Benchmarks.Rivals.Pidgin.PidginTokens;
using static Pidgin.Parser;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Pidgin;

// Pidgin: combinators over single characters, in the manner of Parsec. It stands for the grammar that is all combinators, tokens included.
// It goes back only where Try says so: over a word that turns out to be another one.

/// <summary>The WQL data query as a grammar for Pidgin.</summary>
internal static class PidginGrammar
{
    private static readonly Parser<char, WqlProperty> Property =
        Name.SeparatedAtLeastOnce(Symbol('.')).Select(static names => new WqlProperty([.. names]));

    private static readonly Parser<char, TermTail> Tail = OneOf(
        Map(static (comparison, constant) => (comparison, constant), Operator, Constant)
            .Where(static pair => TermTail.IsValid(pair.comparison, pair.constant))
            .Select(static pair => TermTail.Compare(pair.comparison, pair.constant)),
        Keyword("LIKE").Then(Text).Select(TermTail.Like),
        Keyword("ISA").Then(Name.Or(Text.Where(static text => WqlScan.IsName(text)))).Select(TermTail.IsA),
        Keyword("IS").Then(Keyword("NOT").ThenReturn(true).Or(Parser<char>.Return(false))).Before(Keyword("NULL")).Select(TermTail.Null));

    private static readonly Parser<char, WqlPredicate> Term = OneOf(
        Map(static (property, tail) => tail.Of(property), Property, Tail),
        Map(static (constant, comparison, property) => (constant, comparison, property), Constant, Operator, Property)
            .Where(static term => TermTail.IsValid(term.comparison, term.constant))
            .Select(static term => TermTail.Turned(term.constant, term.comparison).Of(term.property)));

    private static readonly Parser<char, WqlPredicate> Factor = OneOf(
        Term,
        Keyword("NOT").Then(Rec(static () => Factor!)).Select(static operand => (WqlPredicate)new WqlNot(operand)),
        Rec(static () => Predicate!).Between(Symbol('('), Symbol(')')));

    private static readonly Parser<char, WqlPredicate> Predicate =
        Factor.SeparatedAtLeastOnce(Keyword("AND")).Select(WqlPredicate.And)
            .SeparatedAtLeastOnce(Keyword("OR")).Select(WqlPredicate.Or);

    private static readonly Parser<char, IEnumerable<WqlProperty>> Properties =
        Symbol('*').ThenReturn(Enumerable.Empty<WqlProperty>()).Or(Property.SeparatedAtLeastOnce(Symbol(',')));

    private static readonly Parser<char, WqlQuery> Query =
        SkipWhitespaces.Then(Map(
                static (properties, className, where) => (WqlQuery)new WqlSelectQuery(className, where, properties),
                Keyword("SELECT").Then(Properties),
                Keyword("FROM").Then(Name),
                Keyword("WHERE").Then(Predicate.Select(static where => (WqlPredicate?)where)).Or(Parser<char>.Return((WqlPredicate?)null))))
            .Before(Parser<char>.End);

    public static WqlQuery? Parse(string text)
    {
        var query = Query.Parse(text);
        return query.Success ? query.Value : null;
    }
}
