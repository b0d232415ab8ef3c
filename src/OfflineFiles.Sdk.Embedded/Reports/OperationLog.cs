namespace OfflineFiles.Sdk.Embedded.Reports;

/// <summary>Keeps what an operation did, item by item, and tells the progress. Used by one operation; callbacks run without any lock.</summary>
/// <remarks>
/// The bytes done are those that were moved, also in vain, and never become fewer. The totals are what is done and what is still expected: when an
/// item moves other bytes than were expected of it, the total is put right with its result, so that the last report has reached its totals.
/// </remarks>
internal sealed class OperationLog
{
    /// <summary>
    /// A file is told of again whenever this many bytes were moved. Counted in bytes and not in time, what is told of a file is the same on every
    /// machine, and costs nothing beside moving them.
    /// </summary>
    public const int Step = 256 * 1024;

    private readonly OfflineFilesOperation _operation;
    private readonly IProgress<OperationProgress>? _progress;
    private readonly TimeProvider _timeProvider;
    private readonly DateTimeOffset _startedAt;
    private readonly long _startedStamp;
    private readonly CancellationToken _cancellationToken;
    private readonly OutcomeList _outcomes = new();
    private readonly List<UncPath> _planned = [];
    private UncPath? _target;
    private long _itemsDone;
    private long? _itemsTotal;
    private long? _bytesTotal;
    private long _bytesDone;
    private long _bytesTold;
    private OpenItem? _current;

    private OperationLog(
        OfflineFilesOperation operation, IProgress<OperationProgress>? progress, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _operation = operation;
        _progress = progress;
        _timeProvider = timeProvider;
        _cancellationToken = cancellationToken;
        _startedAt = timeProvider.GetUtcNow();
        _startedStamp = timeProvider.GetTimestamp();
    }

    public IReadOnlyList<ItemOutcome> Outcomes => _outcomes;

    /// <summary>Whether somebody wants to know how much there is to do.</summary>
    public bool IsWatched => _progress is not null;

    /// <summary>Runs an operation from beginning to end; its token turns into the documented exception with the report.</summary>
    /// <remarks>The caller's own token is one of those that cancel the operation: the exception names it if it was that one.</remarks>
    public static async Task<OperationReport> RunAsync(
        OfflineFilesOperation operation,
        IEnumerable<UncPath> targets,
        IProgress<OperationProgress>? progress,
        TimeProvider timeProvider,
        Func<OperationLog, Task> body,
        CancellationToken cancellationToken,
        CancellationToken callersToken)
    {
        var log = new OperationLog(operation, progress, timeProvider, cancellationToken);
        log.Plan(targets);
        log.Tell(ProgressReason.Begin, null, null);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await body(log).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.Tell(ProgressReason.End, null, null);
            log.CancelRest();
            throw new OperationCancelledException(log.Report(), callersToken.IsCancellationRequested ? callersToken : cancellationToken);
        }

        log._itemsTotal = log._itemsDone;
        log._bytesTotal = log._bytesDone;
        log.Tell(ProgressReason.End, null, null);
        return log.Report();
    }

    /// <summary>Says how much there is to do, once that is known.</summary>
    public void Expect(long items, long bytes)
    {
        _itemsTotal = (_itemsTotal ?? 0) + items;
        _bytesTotal = ByteCount.Add(_bytesTotal ?? 0, bytes);
    }

    /// <summary>Says which items there are to do, once that is known: those that are not reached are cancelled.</summary>
    public void Expect(IReadOnlyCollection<UncPath> items, long bytes)
    {
        Expect(items.Count, bytes);
        Plan(items);
    }

    /// <summary>Says which items will have their turn, without counting them.</summary>
    public void Plan(IEnumerable<UncPath> items) => _planned.AddRange(items);

    /// <summary>Says which target is worked on from now on; the one before it is finished.</summary>
    public void Enter(UncPath target) => _target = target;

    /// <summary>Works on one item. What fails of it becomes its outcome; cancellation ends the operation before the item.</summary>
    /// <param name="path">The item.</param>
    /// <param name="work">What is done; it tells of the bytes it moves (<see cref="Moved"/>).</param>
    /// <param name="expected">The bytes of it that are in the total.</param>
    public async Task<ItemOutcome> ItemAsync(UncPath path, Func<Task<ItemOutcome>> work, long expected = 0)
    {
        var item = Begin(path, expected);
        ItemOutcome outcome;
        try
        {
            outcome = await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            outcome = ItemOutcomes.Failed(exception, _operation, path);
        }

        End(item, outcome);
        return outcome;
    }

    /// <summary>Begins an item whose end may come after the beginning of others.</summary>
    public OpenItem Begin(UncPath path, long expected = 0)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _current = new OpenItem(path, expected);
        Tell(ProgressReason.ItemBegin, path, null);
        return _current;
    }

    /// <summary>Ends an item, whether or not the operation was cancelled since it began.</summary>
    public void End(OpenItem item, ItemOutcome outcome)
    {
        _outcomes.Add(outcome);
        _itemsDone++;
        Count(item, Math.Max(0, outcome.Bytes - item.Moved));
        if (_bytesTotal is { } total) _bytesTotal = ByteCount.Add(total, item.Moved - item.Expected);
        Tell(ProgressReason.ItemResult, item.Path, outcome);
    }

    /// <summary>An item of a directory is as it was: that is all there is to tell.</summary>
    public void Leave(UncPath directory, string name, SyncState state)
    {
        if (IsWatched)
        {
            var outcome = new ItemOutcome { Path = directory.Append(name), Status = OutcomeStatus.Unchanged, State = state };
            End(Begin(outcome.Path), outcome);
            return;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        _outcomes.AddUnchanged(directory, name, state);
        _itemsDone++;
    }

    /// <summary>Tells of an item that is done, whether or not the operation was cancelled since.</summary>
    public void ItemDone(ItemOutcome outcome, long expected)
    {
        var item = new OpenItem(outcome.Path, expected);
        Tell(ProgressReason.ItemBegin, item.Path, null);
        End(item, outcome);
    }

    /// <summary>Bytes of the item that began last were moved. Called by its work, one call at a time.</summary>
    public void Moved(int count)
    {
        // However many came at once.
        for (; count > 0; count -= Step)
        {
            Count(_current!, Math.Min(count, Step));
            if (_bytesDone - _bytesTold >= Step) Tell(ProgressReason.ItemBegin, _current!.Path, null);
        }
    }

    public Task<ItemOutcome> ItemAsync(ItemOutcome outcome) => ItemAsync(outcome.Path, () => Task.FromResult(outcome));

    private void Count(OpenItem item, long bytes)
    {
        item.Moved = ByteCount.Add(item.Moved, bytes);
        _bytesDone = ByteCount.Add(_bytesDone, bytes);
    }

    private void CancelRest()
    {
        var told = _outcomes.Select(outcome => outcome.Path).ToHashSet();
        foreach (var path in _planned.Where(told.Add))
            _outcomes.Add(ItemOutcomes.Cancelled(path, "The operation was cancelled before it was done with it."));
        if (_target is null || _outcomes.Any(outcome => outcome.Status == OutcomeStatus.Cancelled && outcome.Path.IsAtOrUnder(_target))) return;
        // It has been worked on, and what lies below it and is left has no name yet.
        var (own, index) = _outcomes.Select((outcome, index) => (outcome, index)).First(item => item.outcome.Path == _target);
        _outcomes.Replace(index, own with
        {
            Status = OutcomeStatus.Cancelled,
            Message = "The operation was cancelled before it was done with all that lies below.",
            NativeCode = FailureTranslator.Cancelled,
        });
    }

    private OperationReport Report() => new()
    {
        Operation = _operation,
        Outcomes = _outcomes,
        StartedAt = _startedAt,
        Duration = _timeProvider.GetElapsedTime(_startedStamp),
    };

    private void Tell(ProgressReason reason, UncPath? path, ItemOutcome? outcome)
    {
        _bytesTold = _bytesDone;
        _progress?.Report(new OperationProgress
        {
            Operation = _operation,
            Reason = reason,
            Path = path,
            Outcome = outcome,
            ItemsDone = _itemsDone,
            // Something may have come to the share since it was counted.
            ItemsTotal = _itemsTotal is { } items ? Math.Max(items, _itemsDone) : null,
            BytesDone = _bytesDone,
            BytesTotal = _bytesTotal is { } bytes ? Math.Max(bytes, _bytesDone) : null,
        });
    }
}

/// <summary>An item that an operation works on.</summary>
/// <param name="path">The item.</param>
/// <param name="expected">The bytes of it that are in the total.</param>
internal sealed class OpenItem(UncPath path, long expected)
{
    public UncPath Path => path;

    public long Expected => expected;

    /// <summary>The bytes of it that were moved so far.</summary>
    public long Moved { get; set; }
}
