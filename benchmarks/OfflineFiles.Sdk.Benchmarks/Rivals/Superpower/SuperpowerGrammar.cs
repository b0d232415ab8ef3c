using OfflineFiles.Sdk.Wql;
using Superpower;
using Superpower.Parsers;
using static OfflineFiles.Sdk.Benchmarks.Rivals.Superpower.SuperpowerTerm;
using static Superpower.Parse;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Superpower;

// Superpower: a tokenizer first, then combinators over the tokens. It stands for the usual way to a small language with good error messages.
// One token decides every choice, so nothing is read twice.

/// <summary>The WQL data query as a grammar for Superpower.</summary>
internal static class SuperpowerGrammar
{
    private static readonly SuperpowerTokenizer Tokenizer = new();

    private static readonly TokenListParser<TokenKind, WqlPredicate> Factor =
        Term
            .Or(Token.EqualTo(TokenKind.Not).IgnoreThen(Ref(() => Factor!)).Select(operand => (WqlPredicate)new WqlNot(operand)))
            .Or(Ref(() => Predicate!).Between(Token.EqualTo(TokenKind.OpenParenthesis), Token.EqualTo(TokenKind.CloseParenthesis)));

    private static readonly TokenListParser<TokenKind, WqlPredicate> Predicate =
        Factor.AtLeastOnceDelimitedBy(Token.EqualTo(TokenKind.And)).Select(Joined.All)
            .AtLeastOnceDelimitedBy(Token.EqualTo(TokenKind.Or)).Select(Joined.Any);

    private static readonly TokenListParser<TokenKind, WqlProperty[]> Properties =
        Token.EqualTo(TokenKind.Star).Value(Array.Empty<WqlProperty>()).Or(Property.AtLeastOnceDelimitedBy(Token.EqualTo(TokenKind.Comma)));

    private static readonly TokenListParser<TokenKind, WqlQuery> Query =
        Sequence(
                Token.EqualTo(TokenKind.Select).IgnoreThen(Properties),
                Token.EqualTo(TokenKind.From).IgnoreThen(Name),
                Token.EqualTo(TokenKind.Where).IgnoreThen(Predicate.AsNullable()).OptionalOrDefault())
            .Select(query => (WqlQuery)new WqlSelectQuery(query.Item2, query.Item3, query.Item1))
            .AtEnd();

    public static WqlQuery? Parse(string text)
    {
        var tokens = Tokenizer.TryTokenize(text);
        if (!tokens.HasValue) return null;
        var query = Query.TryParse(tokens.Value);
        return query.HasValue ? query.Value : null;
    }
}
