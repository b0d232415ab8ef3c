using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// How many events a group must have to be delivered: <c>HAVING NumberOfEvents &gt; 5</c>. Nothing else can be asked of a group
/// (Microsoft Learn: HAVING Clause). Immutable, compared by value.
/// </summary>
public sealed class WqlHaving : IEquatable<WqlHaving>
{
    /// <summary>The one property that HAVING can name.</summary>
    public const string PropertyName = "NumberOfEvents";

    /// <summary>Initializes the test.</summary>
    /// <param name="comparison">How the number of events is compared.</param>
    /// <param name="count">With what.</param>
    /// <exception cref="ArgumentOutOfRangeException">The operator is not defined.</exception>
    public WqlHaving(WqlComparisonOperator comparison, uint count)
    {
        if (comparison is < WqlComparisonOperator.Equal or > WqlComparisonOperator.GreaterOrEqual)
            throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "This is no comparison operator.");
        Operator = comparison;
        Count = count;
    }

    /// <summary>How the number of events is compared.</summary>
    public WqlComparisonOperator Operator { get; }

    /// <summary>With what the number of events is compared.</summary>
    public uint Count { get; }

    /// <summary>Returns true if both have the same operator and number.</summary>
    /// <param name="left">A test or null.</param>
    /// <param name="right">A test or null.</param>
    public static bool operator ==(WqlHaving? left, WqlHaving? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if both differ in operator or number.</summary>
    /// <param name="left">A test or null.</param>
    /// <param name="right">A test or null.</param>
    public static bool operator !=(WqlHaving? left, WqlHaving? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] WqlHaving? other) => other is not null && Operator == other.Operator && Count == other.Count;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlHaving);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine((int)Operator, unchecked((int)Count));
}
