namespace OfflineFiles.Sdk.Operations;

/// <summary>For each container that something told of lies in, however deep: the statuses that are there, as bits.</summary>
internal sealed class ContainerStatuses
{
    private readonly Dictionary<UncPath, int> _statuses = [];
    private string _last = "";
    private int _lastBit;

    public static int Bit(OutcomeStatus status) => 1 << (int)status;

    public void Add(ItemOutcome outcome)
    {
        // Most lie where the one before does, and have its status.
        var (path, bit) = (outcome.Path.ToString(), Bit(outcome.Status));
        if (bit == _lastBit && path.LastIndexOf('\\') == _last.Length && path.StartsWith(_last, StringComparison.Ordinal)) return;
        for (var above = outcome.Path.Parent; above is not null; above = above.Parent)
        {
            _statuses.TryGetValue(above, out var known);
            // What is known here is known further up.
            if ((known & bit) != 0) break;
            _statuses[above] = known | bit;
        }

        (_last, _lastBit) = (outcome.Path.Parent?.ToString() ?? "", bit);
    }

    public bool TryGet(UncPath container, out int statuses) => _statuses.TryGetValue(container, out statuses);
}
