using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Rivals;

/// <summary>
/// What stands after the property of a test. A struct, so that a grammar can read property and tail one after the other without going back
/// and without a closure for each test. A comparison without a constant is one with NULL.
/// </summary>
internal readonly record struct TermTail(WqlComparisonOperator Operator, WqlConstant? Constant, WqlLikePattern? Pattern, string? ClassName)
{
    public static TermTail Compare(WqlComparisonOperator comparison, WqlConstant? constant) => new(comparison, constant, null, null);

    public static TermTail Like(string pattern) => new(default, null, new WqlLikePattern(pattern), null);

    public static TermTail IsA(string className) => new(default, null, null, className);

    public static TermTail Null(bool isNegated) => Compare(isNegated ? WqlComparisonOperator.NotEqual : WqlComparisonOperator.Equal, null);

    /// <summary>The tail of the same comparison written the other way round.</summary>
    public static TermTail Turned(WqlConstant? constant, WqlComparisonOperator comparison) => Compare(
        comparison switch
        {
            WqlComparisonOperator.Less => WqlComparisonOperator.Greater,
            WqlComparisonOperator.LessOrEqual => WqlComparisonOperator.GreaterOrEqual,
            WqlComparisonOperator.Greater => WqlComparisonOperator.Less,
            WqlComparisonOperator.GreaterOrEqual => WqlComparisonOperator.LessOrEqual,
            _ => comparison,
        },
        constant);

    /// <summary>NULL, TRUE and FALSE have no order.</summary>
    public static bool IsValid(WqlComparisonOperator comparison, WqlConstant? constant) =>
        comparison is WqlComparisonOperator.Equal or WqlComparisonOperator.NotEqual || constant is not (null or WqlBooleanConstant);

    public WqlPredicate Of(WqlProperty property) => this switch
    {
        { Pattern: { } pattern } => new WqlLike(property, pattern),
        { ClassName: { } className } => new WqlIsA(property, className),
        { Constant: { } constant } => new WqlComparison(property, Operator, constant),
        _ => new WqlNullTest(property, Operator == WqlComparisonOperator.NotEqual),
    };
}
