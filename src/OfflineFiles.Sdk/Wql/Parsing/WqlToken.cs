namespace OfflineFiles.Sdk.Wql;

/// <summary>A stretch of the text, from <see cref="Start"/> up to but without <see cref="End"/>.</summary>
internal readonly struct WqlToken(WqlTokenKind kind, int start, int end)
{
    public WqlTokenKind Kind => kind;

    public int Start => start;

    public int End => end;

    public int Length => end - start;

    public bool IsWord => kind is >= WqlTokenKind.Name and <= WqlTokenKind.False;

    public bool IsOperator => kind is >= WqlTokenKind.Equal and <= WqlTokenKind.GreaterOrEqual;

    public bool IsTruth => kind is WqlTokenKind.True or WqlTokenKind.False;

    public bool IsConstant => kind is WqlTokenKind.String or WqlTokenKind.Integer or WqlTokenKind.Real || IsTruth;

    /// <summary>The comparison that an operator stands for.</summary>
    public WqlComparisonOperator Comparison => (WqlComparisonOperator)(kind - WqlTokenKind.Equal);

    /// <summary>Whether it is <c>=</c> or <c>&lt;&gt;</c>, which also compare what has no order.</summary>
    public bool IsEquality => kind is WqlTokenKind.Equal or WqlTokenKind.NotEqual;
}
