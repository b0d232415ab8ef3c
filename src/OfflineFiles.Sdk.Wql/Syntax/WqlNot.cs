using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>The opposite of a predicate: true where it is false, false where it is true, unknown where it is unknown.</summary>
public sealed class WqlNot : WqlPredicate
{
    /// <summary>Negates a predicate.</summary>
    /// <param name="operand">The predicate.</param>
    /// <exception cref="ArgumentException">The predicate is nested too deep to be negated.</exception>
    public WqlNot(WqlPredicate operand)
        : base(Guard.NotNull(operand).Depth + 1, operand.TermCount) =>
        Operand = operand;

    /// <summary>The predicate that is negated.</summary>
    public WqlPredicate Operand { get; }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlPredicate? other) => other is WqlNot not && Operand.Equals(not.Operand);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(3, Operand.GetHashCode());
}
