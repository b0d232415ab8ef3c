namespace OfflineFiles.Sdk.Wql;

internal enum WqlTokenKind
{
    End,
    Word,
    String,
    Integer,
    Real,
    Star,
    Comma,
    Dot,
    OpenParenthesis,
    CloseParenthesis,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    // What no token of the language begins with or looks like.
    UnknownCharacter,
    UnclosedString,
    BadEscape,
    BadNumber,
}
