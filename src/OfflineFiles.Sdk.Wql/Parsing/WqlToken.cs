namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>A stretch of the text, from <see cref="Start"/> up to but without <see cref="End"/>.</summary>
internal readonly struct WqlToken(WqlTokenKind kind, int start, int end)
{
    public WqlTokenKind Kind => kind;

    public int Start => start;

    public int End => end;

    public int Length => end - start;
}

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

/// <summary>What kinds of tokens have in common.</summary>
internal static class WqlTokenKinds
{
    public static bool IsWord(this WqlTokenKind kind) => kind is >= WqlTokenKind.Name and <= WqlTokenKind.False;

    public static bool IsTruth(this WqlTokenKind kind) => kind is WqlTokenKind.True or WqlTokenKind.False;

    public static bool IsConstant(this WqlTokenKind kind) => kind is >= WqlTokenKind.True and <= WqlTokenKind.Real;

    public static bool IsOperator(this WqlTokenKind kind) => kind is >= WqlTokenKind.Equal and <= WqlTokenKind.GreaterOrEqual;

    /// <summary>Whether it is <c>=</c> or <c>&lt;&gt;</c>, which also compare what has no order.</summary>
    public static bool IsEquality(this WqlTokenKind kind) => kind is WqlTokenKind.Equal or WqlTokenKind.NotEqual;

    /// <summary>The comparison that an operator stands for.</summary>
    public static WqlComparisonOperator ToComparison(this WqlTokenKind kind) => (WqlComparisonOperator)(kind - WqlTokenKind.Equal);
}

/// <summary>The stretch of a text that was written for a value of the caller.</summary>
internal readonly struct WqlHole(int start, int end)
{
    public int Start => start;

    public int End => end;
}
