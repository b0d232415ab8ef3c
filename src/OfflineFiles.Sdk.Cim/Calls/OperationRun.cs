using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Calls;

/// <summary>One running operation: what its progress messages told so far, and the report made of that and of the codes at the end.</summary>
internal sealed class OperationRun
{
    private const string CancelledBefore = "It was cancelled before it was sent.";
    private const string CancelledUnderWay =
        "It was cancelled while the machine was working on it, and may have been done all the same: look before you run it again.";
    private const string CancelledThere =
        "The provider was cancelled and did not say how far it came: it may have been done, so look before you run it again.";

    private readonly OfflineFilesOperation _operation;
    private readonly IReadOnlyList<UncPath> _asked;
    private readonly IProgress<OperationProgress>? _progress;
    private readonly TimeProvider _time;
    private readonly string? _host;
    private readonly DateTimeOffset _startedAt;
    private readonly long _startedTicks;
    private readonly List<UncPath> _order = [];
    private readonly Dictionary<UncPath, ItemOutcome> _outcomes = [];
    private readonly int _maxTold;
    private int _told;
    private bool _hasEnded;
    private bool _mayHaveDoneMore;

    public OperationRun(
        OfflineFilesOperation operation,
        IReadOnlyList<UncPath> asked,
        IProgress<OperationProgress>? progress,
        TimeProvider time,
        string? host,
        int maxItems)
    {
        _maxTold = maxItems;
        _operation = operation;
        _asked = asked;
        _progress = progress;
        _time = time;
        _host = host;
        _startedAt = time.GetUtcNow();
        _startedTicks = time.GetTimestamp();
        Tell(ProgressReason.Begin, null, null);
    }

    /// <summary>Whether anything is known to have become of any item.</summary>
    public bool HasOutcomes => _order.Count > 0;

    /// <summary>
    /// Takes a text the provider sent. Each call has its own Begin and End; the operation as a whole tells of one each. A text that comes when
    /// the operation is over is too late for its report and its listeners.
    /// </summary>
    public void Observe(string text)
    {
        if (_hasEnded || !ProgressText.TryParse(text, out var message) || message.Path is not { } path) return;
        if (message.Reason == ProgressReason.ItemBegin) Tell(ProgressReason.ItemBegin, path, null);
        if (message.Reason != ProgressReason.ItemResult) return;
        if (!_outcomes.ContainsKey(path) && ++_told > _maxTold) throw Unfit.TooManyTold(_maxTold);
        Settle(path, ReturnCode.AsHResult(message.Code), message.Text, isReported: true);
    }

    /// <summary>
    /// Settles the paths of one call by its code, except those the provider told of. The code of a call about one path is that path's own.
    /// </summary>
    public void Settle(IReadOnlyList<UncPath> paths, int code) => SettleRest(paths, path => Settle(path, code, "", isReported: paths.Count == 1));

    /// <summary>Settles what was asked for and not told of by the error that ended the operation in the call about these paths.</summary>
    public void Fail(IReadOnlyList<UncPath> paths, Exception error, bool mayBeDone)
    {
        _mayHaveDoneMore = mayBeDone;
        SettleRest(paths, path => Fail(path, error, error.Message, isReported: false));
        SettleRest(_asked, path => Fail(path, error, $"It was not sent, because an earlier part failed: {error.Message}", isReported: true));
    }

    /// <summary>Settles the paths of a call that was cancelled on its way, by us or by the provider: what it did, nobody told.</summary>
    public void Doubt(IReadOnlyList<UncPath> paths, bool isOurs)
    {
        _mayHaveDoneMore = true;
        SettleRest(paths, path => Settle(new ItemOutcome
        {
            Path = path,
            Status = OutcomeStatus.Cancelled,
            Message = isOurs ? CancelledUnderWay : CancelledThere,
            NativeCode = NativeCodes.Cancelled,
            IsReported = false,
        }));
    }

    /// <summary>Settles a path that an option or rule of the provider spared.</summary>
    public void Skip(UncPath path, string reason) =>
        Settle(new ItemOutcome { Path = path, Status = OutcomeStatus.Skipped, Message = reason });

    /// <summary>Ends an operation that becomes an error instead of a report.</summary>
    public Exception Abandon(Exception error)
    {
        _hasEnded = true;
        return error;
    }

    /// <summary>Ends the operation. What was asked for and never came to its turn counts as cancelled.</summary>
    public OperationReport End(int code, bool? restartRequired = null, bool? blockedByOpenFiles = null)
    {
        SettleRest(_asked, path => Settle(new ItemOutcome
        {
            Path = path,
            Status = OutcomeStatus.Cancelled,
            Message = CancelledBefore,
            NativeCode = NativeCodes.Cancelled,
        }));
        Tell(ProgressReason.End, null, null);
        _hasEnded = true;
        return new OperationReport
        {
            Operation = _operation,
            Outcomes = _order.Select(path => _outcomes[path]).ToArray(),
            StartedAt = _startedAt,
            Duration = _time.GetElapsedTime(_startedTicks),
            // The provider has success codes besides 0; a report's code is 0 whenever it went well.
            NativeCode = code < 0 ? code : NativeCodes.Success,
            RestartRequired = restartRequired,
            BlockedByOpenFiles = blockedByOpenFiles,
            MayHaveDoneMore = _mayHaveDoneMore,
        };
    }

    private void Fail(UncPath path, Exception error, string message, bool isReported) => Settle(new ItemOutcome
    {
        Path = path,
        Status = OutcomeStatus.Failed,
        Message = message,
        NativeCode = (error as OfflineFilesBackendException)?.NativeCode ?? NativeCodes.Failed,
        Error = error,
        IsReported = isReported,
    });

    private void SettleRest(IEnumerable<UncPath> paths, Action<UncPath> settle)
    {
        foreach (var path in paths)
        {
            if (!_outcomes.ContainsKey(path)) settle(path);
        }
    }

    private void Settle(UncPath path, int code, string text, bool isReported)
    {
        var status = code >= 0 ? OutcomeStatus.Done : code == NativeCodes.Cancelled ? OutcomeStatus.Cancelled : OutcomeStatus.Failed;
        var error = status == OutcomeStatus.Failed ? CimErrors.From(code, _operation.ToString(), path.ToString(), _host) : null;
        Settle(new ItemOutcome
        {
            Path = path,
            Status = status,
            Message = text.Trim() is { Length: > 0 } said && code < 0 ? ReadableText.Of(said) : error?.Message,
            NativeCode = code < 0 ? code : NativeCodes.Success,
            Error = error,
            IsReported = isReported,
        });
    }

    // The provider tells of an item again when it comes back to it: the last word counts.
    private void Settle(ItemOutcome outcome)
    {
        if (!_outcomes.ContainsKey(outcome.Path)) _order.Add(outcome.Path);
        _outcomes[outcome.Path] = outcome;
        Tell(ProgressReason.ItemResult, outcome.Path, outcome);
    }

    private void Tell(ProgressReason reason, UncPath? path, ItemOutcome? outcome) => _progress?.Report(new OperationProgress
    {
        Operation = _operation,
        Reason = reason,
        Path = path,
        Outcome = outcome,
        ItemsDone = _order.Count,
    });
}
