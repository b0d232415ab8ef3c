using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Whether a property is NULL: <c>IS NULL</c>, <c>IS NOT NULL</c>, and the forms <c>= NULL</c> and <c>&lt;&gt; NULL</c> which mean the
/// same. True or false, never unknown.
/// </summary>
public sealed class WqlNullTest : WqlTest
{
    /// <summary>Initializes the test.</summary>
    /// <param name="property">The property.</param>
    /// <param name="isNegated">False for <c>IS NULL</c>, true for <c>IS NOT NULL</c>.</param>
    public WqlNullTest(WqlProperty property, bool isNegated = false)
        : base(property)
    {
        IsNegated = isNegated;
    }

    /// <summary>False for <c>IS NULL</c>, true for <c>IS NOT NULL</c>.</summary>
    public bool IsNegated { get; }

    /// <summary>True if the test was read in the form of a comparison, <c>= NULL</c> or <c>NULL =</c>. Not compared by equality.</summary>
    public bool IsWrittenAsComparison { get; internal init; }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlPredicate? other) =>
        other is WqlNullTest test && IsNegated == test.IsNegated && Property.Equals(test.Property);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(IsNegated ? 5 : 6, Property.GetHashCode());
}
