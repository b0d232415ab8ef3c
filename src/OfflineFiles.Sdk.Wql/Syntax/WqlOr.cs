using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>Any of several predicates: true as soon as one is true, false when every one is false, else unknown.</summary>
public sealed class WqlOr : WqlConnective
{
    /// <summary>Joins predicates with OR.</summary>
    /// <param name="operands">At least two; ORs among them are dissolved into this one.</param>
    /// <exception cref="ArgumentException">There are fewer than two, one is null, or they nest too deep.</exception>
    public WqlOr(IEnumerable<WqlPredicate> operands)
        : base(Flatten<WqlOr>(operands, nameof(operands)))
    {
    }

    /// <summary>Joins predicates that were read.</summary>
    /// <param name="operands">At least two, none of them an OR; the array is kept.</param>
    /// <param name="position">Where the first was read.</param>
    internal WqlOr(WqlPredicate[] operands, int position)
        : base(operands) =>
        Position = position;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlPredicate? other) => other is WqlOr connective && HasSameOperands(connective);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
