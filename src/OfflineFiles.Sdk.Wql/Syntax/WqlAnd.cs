using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>All of several predicates: false as soon as one is false, true when every one is true, else unknown.</summary>
public sealed class WqlAnd : WqlConnective
{
    /// <summary>Joins predicates with AND.</summary>
    /// <param name="operands">At least two; ANDs among them are dissolved into this one.</param>
    /// <exception cref="ArgumentException">There are fewer than two, one is null, or they nest too deep.</exception>
    public WqlAnd(IEnumerable<WqlPredicate> operands)
        : base(Flatten<WqlAnd>(operands, nameof(operands)))
    {
    }

    /// <summary>Joins predicates that were read.</summary>
    /// <param name="operands">At least two, none of them an AND; the array is kept.</param>
    /// <param name="position">Where the first was read.</param>
    internal WqlAnd(WqlPredicate[] operands, int position)
        : base(operands) =>
        Position = position;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlPredicate? other) => other is WqlAnd connective && HasSameOperands(connective);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
