namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>What a token is. The words that no name can be are kinds of their own, so that each is recognised once.</summary>
internal enum WqlTokenKind : byte
{
    End,
    Name,

    // The reserved words, those that are constants last.
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
    String,
    Integer,
    Real,

    Star,
    Comma,
    Dot,
    OpenParenthesis,
    CloseParenthesis,
    OpenBrace,
    CloseBrace,
    At,

    // The comparison operators, in the order of WqlComparisonOperator.
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
    BrokenHole,
}
