namespace OfflineFiles.Sdk.Wql;

/// <summary>One pair of parentheses, or the whole predicate: where in <see cref="WqlOperands"/> that begins which was read of it.</summary>
internal readonly struct WqlPredicateGroup(WqlToken opening, int negations, int first, int firstFactor)
{
    public WqlPredicateGroup(WqlToken opening, int negations, int first)
        : this(opening, negations, first, first)
    {
    }

    /// <summary>The token that opened the group.</summary>
    public WqlToken Opening => opening;

    /// <summary>How many times NOT stands before the group.</summary>
    public int Negations => negations;

    /// <summary>The index of the first of its operands.</summary>
    public int First => first;

    /// <summary>The index of the first operand after the last OR.</summary>
    public int FirstFactor => firstFactor;

    public WqlPredicateGroup AfterOr(int nextFactor) => new(opening, negations, first, nextFactor);
}
