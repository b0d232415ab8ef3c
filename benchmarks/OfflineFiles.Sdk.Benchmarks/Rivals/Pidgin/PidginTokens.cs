using OfflineFiles.Sdk.Wql;
using Pidgin;
using static Pidgin.Parser;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Pidgin;

/// <summary>The tokens, each with the white space after it.</summary>
internal static class PidginTokens
{
    private static readonly Parser<char, char> WordPart = Parser<char>.Token(WqlScan.IsWordPart);

    private static readonly Parser<char, Unit> Digits = Parser<char>.Token(char.IsAsciiDigit).SkipAtLeastOnce();

    public static readonly Parser<char, string> Name = Lexeme(Try(
        Parser<char>.Token(WqlScan.IsWordStart).Then(WordPart.SkipMany())
            .MapWithInput(static (word, _) => WqlScan.IsReserved(word) ? null : word.ToString())
            .Where(static name => name is not null)
            .Select(static name => name!)));

    public static readonly Parser<char, string> Text = Lexeme(Quoted('\'').Or(Quoted('"')));

    public static readonly Parser<char, WqlConstant?> Constant = OneOf(
        Lexeme(Char('-').Optional().Then(Digits).Then(Char('.').Then(Digits).Optional())
            .MapWithInput(static (literal, _) => (WqlConstant?)WqlLiteral.Number(literal))
            .Before(Not(WordPart))),
        Text.Select(static text => (WqlConstant?)WqlConstant.String(text)),
        Keyword("TRUE").ThenReturn((WqlConstant?)WqlConstant.Boolean(true)),
        Keyword("FALSE").ThenReturn((WqlConstant?)WqlConstant.Boolean(false)),
        Keyword("NULL").ThenReturn((WqlConstant?)null));

    public static readonly Parser<char, WqlComparisonOperator> Operator = Lexeme(OneOf(
        Char('=').ThenReturn(WqlComparisonOperator.Equal),
        Char('!').Then(Char('=')).ThenReturn(WqlComparisonOperator.NotEqual),
        Char('<').Then(OneOf(
            Char('>').ThenReturn(WqlComparisonOperator.NotEqual),
            Char('=').ThenReturn(WqlComparisonOperator.LessOrEqual),
            Parser<char>.Return(WqlComparisonOperator.Less))),
        Char('>').Then(OneOf(
            Char('=').ThenReturn(WqlComparisonOperator.GreaterOrEqual),
            Parser<char>.Return(WqlComparisonOperator.Greater)))));

    public static Parser<char, char> Symbol(char symbol) => Lexeme(Char(symbol));

    public static Parser<char, string> Keyword(string word) => Lexeme(Try(CIString(word).Before(Not(WordPart))));

    private static Parser<char, string> Quoted(char quote) =>
        OneOf(
                Parser<char>.Token(c => c != quote && c != '\\').SkipAtLeastOnce(),
                Char('\\').Then(OneOf('\\', '\'', '"')).IgnoreResult())
            .SkipMany()
            .Between(Char(quote))
            .MapWithInput(static (literal, _) => WqlLiteral.Unquote(literal));

    private static Parser<char, T> Lexeme<T>(Parser<char, T> token) => token.Before(SkipWhitespaces);
}
