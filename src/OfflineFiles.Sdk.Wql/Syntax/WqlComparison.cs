using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>A property compared with a constant, such as <c>ItemType = 0</c>. Unknown when the property is NULL.</summary>
public sealed class WqlComparison : WqlTest
{
    /// <summary>Initializes a comparison.</summary>
    /// <param name="property">The property, on the left.</param>
    /// <param name="comparison">How the two are compared.</param>
    /// <param name="constant">The constant, on the right. For NULL see <see cref="WqlNullTest"/>.</param>
    /// <exception cref="ArgumentException">The constant is TRUE or FALSE and the operator is neither <c>=</c> nor <c>&lt;&gt;</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The operator is not defined.</exception>
    public WqlComparison(WqlProperty property, WqlComparisonOperator comparison, WqlConstant constant)
        : base(property)
    {
        if (comparison is < WqlComparisonOperator.Equal or > WqlComparisonOperator.GreaterOrEqual)
            throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "This is no comparison operator.");
        Operator = comparison;
        Constant = Guard.NotNull(constant);
        if (constant is WqlBooleanConstant && !IsEquality)
            throw new ArgumentException("TRUE and FALSE have no order: compare them with = or <>.", nameof(comparison));
    }

    /// <summary>How the two are compared.</summary>
    public WqlComparisonOperator Operator { get; }

    /// <summary>The constant, on the right; never NULL.</summary>
    public WqlConstant Constant { get; }

    /// <summary>True if the operator is <c>=</c> or <c>&lt;&gt;</c>.</summary>
    public bool IsEquality => Operator is WqlComparisonOperator.Equal or WqlComparisonOperator.NotEqual;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlPredicate? other) =>
        other is WqlComparison comparison
        && Operator == comparison.Operator
        && Property.Equals(comparison.Property)
        && Constant.Equals(comparison.Constant);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(Property.GetHashCode(), (int)Operator, Constant.GetHashCode());
}
