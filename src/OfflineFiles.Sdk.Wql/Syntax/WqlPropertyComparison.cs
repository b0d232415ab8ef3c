using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// A property compared with another one, such as <c>TargetInstance.ItemName &lt;&gt; PreviousInstance.ItemName</c>. Unknown when one of them is
/// NULL.
/// </summary>
/// <remarks>
/// No page about WQL has it, and yet programs written for Windows depend on it in event queries, between members of the two instances: see
/// <see cref="AreOfInstances"/>. Any other pair is read only leniently, see <see cref="WqlHabitKind.PropertyWithProperty"/>.
/// </remarks>
public sealed class WqlPropertyComparison : WqlTest
{
    private IReadOnlyList<WqlProperty>? _properties;

    /// <summary>Initializes a comparison.</summary>
    /// <param name="property">The property on the left.</param>
    /// <param name="comparison">How the two are compared.</param>
    /// <param name="other">The property on the right.</param>
    /// <exception cref="ArgumentOutOfRangeException">The operator is not defined.</exception>
    public WqlPropertyComparison(WqlProperty property, WqlComparisonOperator comparison, WqlProperty other)
        : base(property)
    {
        if (comparison is < WqlComparisonOperator.Equal or > WqlComparisonOperator.GreaterOrEqual)
            throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "This is no comparison operator.");
        Operator = comparison;
        Other = Guard.NotNull(other);
    }

    /// <summary>How the two are compared.</summary>
    public WqlComparisonOperator Operator { get; }

    /// <summary>The property on the right.</summary>
    public WqlProperty Other { get; }

    /// <summary>True if the operator is <c>=</c> or <c>&lt;&gt;</c>.</summary>
    public bool IsEquality => Operator is WqlComparisonOperator.Equal or WqlComparisonOperator.NotEqual;

    /// <inheritdoc/>
    public override IReadOnlyList<WqlProperty> Properties => _properties ??= WqlNodes.Freeze([Property, Other], nameof(Properties));

    /// <summary>
    /// Returns true if both are members of <c>TargetInstance</c> or <c>PreviousInstance</c>, the instances in an event: what an event query of
    /// Windows compares.
    /// </summary>
    /// <param name="property">A property.</param>
    /// <param name="other">Another property.</param>
    public static bool AreOfInstances(WqlProperty property, WqlProperty other) =>
        IsOfInstance(Guard.NotNull(property)) && IsOfInstance(Guard.NotNull(other));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlPredicate? other) =>
        other is WqlPropertyComparison comparison
        && Operator == comparison.Operator
        && Property.Equals(comparison.Property)
        && Other.Equals(comparison.Other);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(
        WqlNodes.Combine(8, Property.GetHashCode()), (int)Operator, Other.GetHashCode());

    private static bool IsOfInstance(WqlProperty property) =>
        property.IsDotted && (WqlName.AreEqual(property.Names[0], "TargetInstance") || WqlName.AreEqual(property.Names[0], "PreviousInstance"));
}
