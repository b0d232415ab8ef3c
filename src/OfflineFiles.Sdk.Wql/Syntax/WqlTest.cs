namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// A predicate that asks one thing of one property: <see cref="WqlComparison"/>, <see cref="WqlLike"/>, <see cref="WqlNullTest"/> or
/// <see cref="WqlIsA"/>; or of two, <see cref="WqlPropertyComparison"/>.
/// </summary>
public abstract class WqlTest : WqlPredicate
{
    private protected WqlTest(WqlProperty property)
        : base(depth: 1, termCount: 1) =>
        Property = Guard.NotNull(property);

    /// <summary>The property; of two the one on the left.</summary>
    public WqlProperty Property { get; }

    /// <summary>All properties it names: the one, or both.</summary>
    public virtual IReadOnlyList<WqlProperty> Properties => [Property];
}
