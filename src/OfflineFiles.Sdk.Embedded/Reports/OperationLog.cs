namespace OfflineFiles.Sdk.Embedded.Reports;

/// <summary>Keeps what an operation did, item by item, and tells the progress. Used by one operation; callbacks run without any lock.</summary>
internal sealed class OperationLog
{
    private readonly OfflineFilesOperation _operation;
    private readonly IProgress<OperationProgress>? _progress;
    private readonly TimeProvider _timeProvider;
    private readonly DateTimeOffset _startedAt;
    private readonly long _startedStamp;
    private readonly CancellationToken _cancellationToken;
    private readonly List<ItemOutcome> _outcomes = [];
    private long? _itemsTotal;
    private long? _bytesTotal;
    private long _bytesDone;

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

    /// <summary>Runs an operation from beginning to end; its token turns into the documented exception with the report.</summary>
    public static async Task<OperationReport> RunAsync(
        OfflineFilesOperation operation,
        IProgress<OperationProgress>? progress,
        TimeProvider timeProvider,
        Func<OperationLog, Task> body,
        CancellationToken cancellationToken)
    {
        var log = new OperationLog(operation, progress, timeProvider, cancellationToken);
        log.Tell(ProgressReason.Begin, null, null);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await body(log).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.Tell(ProgressReason.End, null, null);
            throw new OperationCancelledException(log.Report(), cancellationToken);
        }

        log.Tell(ProgressReason.End, null, null);
        return log.Report();
    }

    /// <summary>Says how much there is to do, once that is known.</summary>
    public void Expect(long items, long bytes)
    {
        _itemsTotal = (_itemsTotal ?? 0) + items;
        _bytesTotal = (_bytesTotal ?? 0) + bytes;
    }

    /// <summary>Works on one item. What fails of it becomes its outcome; cancellation ends the operation before the item.</summary>
    public async Task<ItemOutcome> ItemAsync(UncPath path, Func<Task<ItemOutcome>> work)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Tell(ProgressReason.ItemBegin, path, null);
        ItemOutcome outcome;
        try
        {
            outcome = await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            outcome = ItemOutcomes.Failed(exception, _operation, path);
        }

        _outcomes.Add(outcome);
        _bytesDone += outcome.Bytes;
        Tell(ProgressReason.ItemResult, path, outcome);
        return outcome;
    }

    public Task<ItemOutcome> ItemAsync(ItemOutcome outcome) => ItemAsync(outcome.Path, () => Task.FromResult(outcome));

    private OperationReport Report() => new()
    {
        Operation = _operation,
        Outcomes = _outcomes.ToArray(),
        StartedAt = _startedAt,
        Duration = _timeProvider.GetElapsedTime(_startedStamp),
    };

    private void Tell(ProgressReason reason, UncPath? path, ItemOutcome? outcome) => _progress?.Report(new OperationProgress
    {
        Operation = _operation,
        Reason = reason,
        Path = path,
        Outcome = outcome,
        ItemsDone = _outcomes.Count,
        ItemsTotal = _itemsTotal,
        BytesDone = _bytesDone,
        BytesTotal = _bytesTotal,
    });
}
