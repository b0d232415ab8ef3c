using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>A string property held against a pattern, such as <c>ItemName LIKE '%.xlsx'</c>. Unknown when the property is NULL.</summary>
public sealed class WqlLike : WqlTest
{
    /// <summary>Initializes the test.</summary>
    /// <param name="property">The property.</param>
    /// <param name="pattern">The pattern that its whole value must match.</param>
    public WqlLike(WqlProperty property, WqlLikePattern pattern)
        : base(property)
    {
        Pattern = Guard.NotNull(pattern);
    }

    /// <summary>The pattern that the whole value must match.</summary>
    public WqlLikePattern Pattern { get; }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlPredicate? other) =>
        other is WqlLike like && Property.Equals(like.Property) && Pattern.Equals(like.Pattern);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(4, Property.GetHashCode(), Pattern.GetHashCode());
}
