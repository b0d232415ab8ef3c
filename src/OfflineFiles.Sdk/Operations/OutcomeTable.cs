namespace OfflineFiles.Sdk.Operations;

/// <summary>One outcome an item, in the order in which the items were first told of. Of two the worse one counts, and their bytes add up.</summary>
/// <remarks>
/// A list that nobody can change and that has one outcome an item is taken as it is, with what is added after it. So a backend that makes
/// outcomes when they are looked at keeps none of them, and neither does the report.
/// </remarks>
internal sealed class OutcomeTable
{
    private readonly List<UncPath> _order = [];
    private readonly Dictionary<UncPath, ItemOutcome> _outcomes = [];
    private IReadOnlyList<ItemOutcome> _whole = [];
    private OutcomeIndex? _index;
    private ContainerStatuses? _below;

    /// <summary>A backend may be anybody's: what says nothing of any path is passed over.</summary>
    public OutcomeTable(IReadOnlyList<ItemOutcome?>? outcomes)
    {
        if (outcomes is not null and not ICollection<ItemOutcome?>)
        {
            // Each is made but once for all that has to be known of it.
            var below = new ContainerStatuses();
            if ((_index = OutcomeIndex.TryMake(outcomes, below.Add)) is not null)
            {
                (_whole, _below) = (outcomes!, below);
                return;
            }
        }

        foreach (var outcome in outcomes ?? [])
        {
            if (outcome is { Path.IsPath: true }) Add(outcome);
        }
    }

    public IEnumerable<ItemOutcome> All => _whole.Concat(Added);

    private IEnumerable<ItemOutcome> Added => _order.Select(path => _outcomes[path]);

    /// <summary>All, with others after them.</summary>
    public IReadOnlyList<ItemOutcome> With(IReadOnlyList<ItemOutcome> others)
    {
        ItemOutcome[] added = [.. Added, .. others];
        return _whole.Count == 0 ? added : new JoinedOutcomes(_whole, added);
    }

    public void Add(ItemOutcome outcome)
    {
        if (_index?.Find(outcome.Path) is not null) Unfold();
        _below = null;
        if (_outcomes.TryGetValue(outcome.Path, out var other)) _outcomes[outcome.Path] = Merge(other, outcome);
        else
        {
            _order.Add(outcome.Path);
            _outcomes.Add(outcome.Path, outcome);
        }
    }

    public ItemOutcome? Find(UncPath path) => _outcomes.TryGetValue(path, out var outcome) ? outcome : _index?.Find(path);

    /// <summary>What is told of in each container.</summary>
    public ContainerStatuses StatusesBelow()
    {
        if (_below is not null) return _below;
        var statuses = new ContainerStatuses();
        foreach (var outcome in All) statuses.Add(outcome);
        return statuses;
    }

    public bool Has(OutcomeStatus status) => All.Any(outcome => outcome.Status == status);

    /// <summary>An outcome of the list is to be another one: from now on all are kept.</summary>
    private void Unfold()
    {
        var all = All.ToArray();
        (_whole, _index) = ([], null);
        _order.Clear();
        _outcomes.Clear();
        foreach (var outcome in all) Add(outcome);
    }

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
