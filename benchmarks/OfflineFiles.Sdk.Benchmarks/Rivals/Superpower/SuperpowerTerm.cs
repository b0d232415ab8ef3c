using OfflineFiles.Sdk.Wql;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using static Superpower.Parse;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Superpower;

/// <summary>One test of a predicate: a comparison in either order, LIKE, ISA or a NULL test.</summary>
internal static class SuperpowerTerm
{
    public static readonly TokenListParser<TokenKind, string> Name = Token.EqualTo(TokenKind.Word).Select(token => token.ToStringValue());

    public static readonly TokenListParser<TokenKind, WqlProperty> Property =
        Name.AtLeastOnceDelimitedBy(Token.EqualTo(TokenKind.Dot)).Select(names => new WqlProperty(names));

    private static readonly TokenListParser<TokenKind, string> Text =
        Token.EqualTo(TokenKind.String).Select(token => WqlLiteral.Unquote(token.Span.AsReadOnlySpan()));

    private static readonly TokenListParser<TokenKind, WqlConstant?> Constant =
        Token.EqualTo(TokenKind.Number).Select(token => (WqlConstant?)WqlLiteral.Number(token.Span.AsReadOnlySpan()))
            .Or(Text.Select(text => (WqlConstant?)WqlConstant.String(text)))
            .Or(Token.EqualTo(TokenKind.True).Value((WqlConstant?)WqlConstant.Boolean(true)))
            .Or(Token.EqualTo(TokenKind.False).Value((WqlConstant?)WqlConstant.Boolean(false)))
            .Or(Token.EqualTo(TokenKind.Null).Value((WqlConstant?)null));

    private static readonly TokenListParser<TokenKind, WqlComparisonOperator> Operator = Token.EqualTo(TokenKind.Operator).Select(Meaning);

    private static readonly TokenListParser<TokenKind, TermTail> Tail =
        Sequence(Operator, Constant).Where(pair => TermTail.IsValid(pair.Item1, pair.Item2)).Select(pair => TermTail.Compare(pair.Item1, pair.Item2))
            .Or(Token.EqualTo(TokenKind.Like).IgnoreThen(Text).Select(TermTail.Like))
            .Or(Token.EqualTo(TokenKind.IsA).IgnoreThen(Name.Or(Text.Where(text => WqlScan.IsName(text)))).Select(TermTail.IsA))
            .Or(Sequence(
                    Token.EqualTo(TokenKind.Is).IgnoreThen(Token.EqualTo(TokenKind.Not).Value(true).OptionalOrDefault()),
                    Token.EqualTo(TokenKind.Null))
                .Select(pair => TermTail.Null(pair.Item1)));

    public static readonly TokenListParser<TokenKind, WqlPredicate> Term =
        Sequence(Property, Tail).Select(pair => pair.Item2.Of(pair.Item1))
            .Or(Sequence(Constant, Operator, Property).Where(term => TermTail.IsValid(term.Item2, term.Item1))
                .Select(term => TermTail.Turned(term.Item1, term.Item2).Of(term.Item3)));

    private static WqlComparisonOperator Meaning(Token<TokenKind> token) => token.Span.AsReadOnlySpan() switch
    {
        "=" => WqlComparisonOperator.Equal,
        "<" => WqlComparisonOperator.Less,
        "<=" => WqlComparisonOperator.LessOrEqual,
        ">" => WqlComparisonOperator.Greater,
        ">=" => WqlComparisonOperator.GreaterOrEqual,
        _ => WqlComparisonOperator.NotEqual,
    };
}
