namespace OfflineFiles.Sdk.Operations;

/// <summary>One outcome an item, in the order in which the items were first told of. Of two the worse one counts, and their bytes add up.</summary>
internal sealed class OutcomeTable
{
    private readonly List<UncPath> _order = [];
    private readonly Dictionary<UncPath, ItemOutcome> _outcomes = [];

    /// <summary>A backend may be anybody's: what says nothing of any path is passed over.</summary>
    public OutcomeTable(IEnumerable<ItemOutcome?>? outcomes)
    {
        foreach (var outcome in outcomes ?? [])
        {
            if (outcome is { Path.IsPath: true }) Add(outcome);
        }
    }

    public IEnumerable<ItemOutcome> All => _order.Select(path => _outcomes[path]);

    public void Add(ItemOutcome outcome)
    {
        if (_outcomes.TryGetValue(outcome.Path, out var other)) _outcomes[outcome.Path] = Merge(other, outcome);
        else
        {
            _order.Add(outcome.Path);
            _outcomes.Add(outcome.Path, outcome);
        }
    }

    public ItemOutcome? Find(UncPath path) => _outcomes.TryGetValue(path, out var outcome) ? outcome : null;

    /// <summary>For each container that something told of lies in, however deep: the statuses that are there, as bits.</summary>
    public IReadOnlyDictionary<UncPath, int> StatusesBelow()
    {
        var statuses = new Dictionary<UncPath, int>();
        foreach (var outcome in All)
        {
            for (var above = outcome.Path.Parent; above is not null; above = above.Parent)
            {
                statuses.TryGetValue(above, out var known);
                // What is known here is known further up.
                if ((known & Bit(outcome.Status)) != 0) break;
                statuses[above] = known | Bit(outcome.Status);
            }
        }

        return statuses;
    }

    public static int Bit(OutcomeStatus status) => 1 << (int)status;

    public bool Has(OutcomeStatus status) => _outcomes.Values.Any(outcome => outcome.Status == status);

    private static ItemOutcome Merge(ItemOutcome one, ItemOutcome other)
    {
        var (worse, better) = Badness(other).CompareTo(Badness(one)) > 0 ? (other, one) : (one, other);
        return worse with
        {
            Path = one.Path,
            Bytes = one.Bytes + other.Bytes,
            Action = worse.Action ?? better.Action,
            State = worse.State ?? better.State,
        };
    }

    // What is said of an item by itself counts for more than the same said of many.
    private static (int Status, bool IsReported) Badness(ItemOutcome outcome) => (
        outcome.Status switch
        {
            OutcomeStatus.Unchanged => 0,
            OutcomeStatus.Done => 1,
            OutcomeStatus.Skipped => 2,
            OutcomeStatus.Conflict => 3,
            OutcomeStatus.Cancelled => 4,
            _ => 5,
        },
        outcome.IsReported);
}
