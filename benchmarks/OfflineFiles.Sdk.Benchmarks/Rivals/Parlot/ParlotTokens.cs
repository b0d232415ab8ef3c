using OfflineFiles.Sdk.Wql;
using Parlot;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Parlot;

/// <summary>The tokens, each with the white space before it.</summary>
internal static class ParlotTokens
{
    public static readonly Parser<TextSpan> Name = Terms.Scan(WqlScan.Name, default);

    public static readonly Parser<string> Text = Terms.Scan(WqlScan.String, "'\"").Then(static literal => WqlLiteral.Unquote(literal.Span));

    public static readonly Parser<WqlConstant?> Constant = OneOf(
        Terms.Scan(WqlScan.Number, "-0123456789").Then(static literal => (WqlConstant?)WqlLiteral.Number(literal.Span)),
        Text.Then(static text => (WqlConstant?)WqlConstant.String(text)),
        Keyword("TRUE").Then(static _ => (WqlConstant?)WqlConstant.Boolean(true)),
        Keyword("FALSE").Then(static _ => (WqlConstant?)WqlConstant.Boolean(false)),
        Keyword("NULL").Then(static _ => (WqlConstant?)null));

    public static readonly Parser<WqlComparisonOperator> Operator = OneOf(
        Terms.Text("=").Then(WqlComparisonOperator.Equal),
        Terms.Text("<>").Then(WqlComparisonOperator.NotEqual),
        Terms.Text("!=").Then(WqlComparisonOperator.NotEqual),
        Terms.Text("<=").Then(WqlComparisonOperator.LessOrEqual),
        Terms.Text(">=").Then(WqlComparisonOperator.GreaterOrEqual),
        Terms.Text("<").Then(WqlComparisonOperator.Less),
        Terms.Text(">").Then(WqlComparisonOperator.Greater));

    // Written out: the boundary that Parlot knows by itself is letters only.
    private const string WordPart = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    public static Parser<string> Keyword(string word) => Terms.Keyword(word, WordPart, caseInsensitive: true);
}
