namespace OfflineFiles.Sdk.Wql.Parsing;

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
