namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>How tightly a form of C# binds, the loosest first.</summary>
internal enum Precedence
{
    /// <summary>A lambda, an assignment.</summary>
    Lowest,
    Conditional,
    Coalesce,
    OrElse,
    AndAlso,
    Or,
    ExclusiveOr,
    And,
    Equality,
    Relational,
    Shift,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}
