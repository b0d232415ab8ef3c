using Superpower;
using Superpower.Model;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Superpower;

// Superpower: its tokenizer written by hand, which its authors recommend where speed counts, instead of one made by TokenizerBuilder.

/// <summary>Cuts a text into tokens.</summary>
internal sealed class SuperpowerTokenizer : Tokenizer<TokenKind>
{
    private static readonly Dictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> Keywords =
        Enum.GetValues<TokenKind>().Where(kind => kind >= TokenKind.Select)
            .ToDictionary(kind => kind.ToString(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    protected override IEnumerable<Result<TokenKind>> Tokenize(TextSpan span)
    {
        for (var rest = SkipWhiteSpace(span).Location; !rest.IsAtEnd; rest = SkipWhiteSpace(rest).Location)
        {
            var (kind, length) = Measure(rest.AsReadOnlySpan());
            if (length == 0)
            {
                yield return Result.Empty<TokenKind>(rest);
                yield break;
            }

            var next = rest.Skip(length);
            yield return Result.Value(kind, rest, next);
            rest = next;
        }
    }

    private static (TokenKind Kind, int Length) Measure(ReadOnlySpan<char> text) => text[0] switch
    {
        '\'' or '"' => (TokenKind.String, WqlScan.String(text)),
        '-' or (>= '0' and <= '9') => (TokenKind.Number, WqlScan.Number(text)),
        '<' => (TokenKind.Operator, text.Length > 1 && text[1] is '=' or '>' ? 2 : 1),
        '>' => (TokenKind.Operator, text.StartsWith(">=") ? 2 : 1),
        '!' => (TokenKind.Operator, text.StartsWith("!=") ? 2 : 0),
        '=' => (TokenKind.Operator, 1),
        '*' => (TokenKind.Star, 1),
        ',' => (TokenKind.Comma, 1),
        '.' => (TokenKind.Dot, 1),
        '(' => (TokenKind.OpenParenthesis, 1),
        ')' => (TokenKind.CloseParenthesis, 1),
        _ => MeasureWord(text),
    };

    private static (TokenKind Kind, int Length) MeasureWord(ReadOnlySpan<char> text)
    {
        var length = WqlScan.Word(text);
        return (Keywords.TryGetValue(text[..length], out var keyword) ? keyword : TokenKind.Word, length);
    }
}
