namespace OfflineFiles.Sdk.Benchmarks.Rivals.Superpower;

internal enum TokenKind
{
    Word,
    String,
    Number,
    Operator,
    Star,
    Comma,
    Dot,
    OpenParenthesis,
    CloseParenthesis,
    Select,
    From,
    Where,
    And,
    Or,
    Not,
    Like,
    IsA,
    Is,
    Null,
    True,
    False,
}
