using OfflineFiles.Sdk.Wql;
using Parlot;
using Parlot.Fluent;
using static OfflineFiles.Sdk.Benchmarks.Rivals.Parlot.ParlotTokens;
using static Parlot.Fluent.Parsers;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Parlot;

// Parlot: combinators over the text itself, made for speed: the fastest grammar one would write short of a parser by hand. Interpreted: since
// version 2 only a source generator, in a package of its own, compiles it. Tokens are found by span scanners, the rest is its fluent API.

/// <summary>The WQL data query as a grammar for Parlot.</summary>
internal static class ParlotGrammar
{
    private static readonly Parser<WqlQuery> Query = BuildQuery();

    public static WqlQuery? Parse(string text) => Query.TryParse(text, out var query) ? query : null;

    private static Parser<WqlQuery> BuildQuery()
    {
        var property = Separated(Terms.Char('.'), Name).Then(ToProperty);
        var properties = OneOf(
            Terms.Char('*').Then(static _ => (IReadOnlyList<WqlProperty>)[]),
            Separated(Terms.Char(','), property));
        return Keyword("SELECT").SkipAnd(properties)
            .AndSkip(Keyword("FROM")).And(Name)
            .And(Keyword("WHERE").SkipAnd(BuildPredicate(property)).Then(static where => (WqlPredicate?)where).Else((WqlPredicate?)null))
            .Then(static query => (WqlQuery)new WqlSelectQuery(query.Item2.ToString(), query.Item3, query.Item1))
            .Eof();
    }

    private static Deferred<WqlPredicate> BuildPredicate(Parser<WqlProperty> property)
    {
        var predicate = Deferred<WqlPredicate>();
        var factor = Deferred<WqlPredicate>();
        factor.Parser = OneOf(
            BuildTerm(property),
            Keyword("NOT").SkipAnd(factor).Then(static operand => (WqlPredicate)new WqlNot(operand)),
            Between(Terms.Char('('), predicate, Terms.Char(')')));
        predicate.Parser = Separated(Keyword("OR"), Separated(Keyword("AND"), factor).Then(Joined.All)).Then(Joined.Any);
        return predicate;
    }

    private static Parser<WqlPredicate> BuildTerm(Parser<WqlProperty> property)
    {
        var className = Name.Then(static name => name.ToString()).Or(Text.When(static (_, text) => WqlScan.IsName(text)));
        var tail = OneOf(
            Operator.And(Constant).When(static (_, pair) => TermTail.IsValid(pair.Item1, pair.Item2))
                .Then(static pair => TermTail.Compare(pair.Item1, pair.Item2)),
            Keyword("LIKE").SkipAnd(Text).Then(TermTail.Like),
            Keyword("ISA").SkipAnd(className).Then(TermTail.IsA),
            Keyword("IS").SkipAnd(Keyword("NOT").Then(true).Else(false)).AndSkip(Keyword("NULL")).Then(TermTail.Null));
        return OneOf(
            property.And(tail).Then(static pair => pair.Item2.Of(pair.Item1)),
            Constant.And(Operator).When(static (_, pair) => TermTail.IsValid(pair.Item2, pair.Item1)).And(property)
                .Then(static term => TermTail.Turned(term.Item1.Item1, term.Item1.Item2).Of(term.Item2)));
    }

    private static WqlProperty ToProperty(IReadOnlyList<TextSpan> spans)
    {
        var names = new string[spans.Count];
        for (var i = 0; i < names.Length; i++) names[i] = spans[i].ToString();
        return new WqlProperty(names);
    }
}
