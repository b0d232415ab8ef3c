using System.Collections.ObjectModel;

namespace OfflineFiles.Sdk.Wql;

/// <summary>Predicates joined by AND or by OR, side by side: see <see cref="WqlAnd"/> and <see cref="WqlOr"/>.</summary>
public abstract class WqlConnective : WqlPredicate
{
    private protected WqlConnective(WqlPredicate[] operands)
        : base(Deepest(operands) + 1, CountTerms(operands)) =>
        Operands = new ReadOnlyCollection<WqlPredicate>(operands);

    /// <summary>The joined predicates, at least two, in order; none of them is of the same kind as this one.</summary>
    public IReadOnlyList<WqlPredicate> Operands { get; }

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(GetType() == typeof(WqlAnd) ? 1 : 2, WqlNodes.Hash(Operands));

    private protected static WqlPredicate[] Flatten<T>(IEnumerable<WqlPredicate> operands, string parameter)
        where T : WqlConnective
    {
        var given = WqlNodes.Freeze(operands, parameter);
        var count = 0;
        foreach (var operand in given) count += operand is T same ? same.Operands.Count : 1;
        if (count < 2) throw new ArgumentException($"AND and OR join at least two predicates; {count} was given.", parameter);

        var flat = new WqlPredicate[count];
        var next = 0;
        foreach (var operand in given)
        {
            if (operand is not T same) flat[next++] = operand;
            else foreach (var inner in same.Operands) flat[next++] = inner;
        }

        return flat;
    }

    private protected bool HasSameOperands(WqlConnective other) =>
        TermCount == other.TermCount && Depth == other.Depth && WqlNodes.AreEqual(Operands, other.Operands);

    private static int Deepest(WqlPredicate[] operands)
    {
        var deepest = 0;
        foreach (var operand in operands) deepest = Math.Max(deepest, operand.Depth);
        return deepest;
    }

    private static int CountTerms(WqlPredicate[] operands)
    {
        var count = 0;
        foreach (var operand in operands) count += operand.TermCount;
        return count;
    }
}
