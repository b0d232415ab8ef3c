namespace OfflineFiles.Sdk.Wql;

/// <summary>What has been read of one pair of parentheses, or of the whole predicate: terms joined by AND, and those joined by OR.</summary>
internal sealed class WqlPredicateGroup(WqlToken opening, int negations)
{
    private readonly List<WqlPredicate> _alternatives = [];
    private List<WqlPredicate> _factors = [];

    /// <summary>The token that opened the group.</summary>
    public WqlToken Opening => opening;

    /// <summary>How many times NOT stands before the group.</summary>
    public int Negations => negations;

    public void Add(WqlPredicate factor) => _factors.Add(factor);

    /// <summary>Notes an OR. False when the terms before it nest too deep to be joined.</summary>
    public bool TryEndAlternative()
    {
        if (Join(_factors, WqlPredicate.And) is not { } alternative) return false;
        _alternatives.Add(alternative);
        _factors = [];
        return true;
    }

    /// <summary>All that was read, without the negations; null when it nests too deep.</summary>
    public WqlPredicate? Close() => TryEndAlternative() ? Join(_alternatives, WqlPredicate.Or) : null;

    private static WqlPredicate? Join(List<WqlPredicate> operands, Func<IEnumerable<WqlPredicate>, WqlPredicate> join) =>
        operands.Count == 1 || operands.TrueForAll(operand => operand.Depth < WqlPredicate.MaximumDepth) ? join(operands) : null;
}
