namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>One pair of parentheses, or the whole predicate: where in <see cref="WqlOperands"/> that begins which was read of it.</summary>
internal readonly struct WqlPredicateGroup(int start, int negations, int first, int firstFactor)
{
    public WqlPredicateGroup(int start, int negations, int first)
        : this(start, negations, first, first)
    {
    }

    /// <summary>Where in the text it begins.</summary>
    public int Start => start;

    /// <summary>How many times NOT stands before the group.</summary>
    public int Negations => negations;

    /// <summary>The index of the first of its operands.</summary>
    public int First => first;

    /// <summary>The index of the first operand after the last OR.</summary>
    public int FirstFactor => firstFactor;

    public WqlPredicateGroup AfterOr(int nextFactor) => new(start, negations, first, nextFactor);
}
