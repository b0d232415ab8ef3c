namespace OfflineFiles.Sdk.Operations;

/// <summary>Makes of what a backend reports what a report promises: one outcome an item, and one for each path that was asked for.</summary>
internal sealed class ReportCompletion(OfflineFilesOperation operation, AskedPaths asked)
{
    /// <summary>HRESULT_FROM_WIN32(ERROR_CANCELLED).</summary>
    public const int CancelledCode = unchecked((int)0x800704C7);

    /// <summary>
    /// The paths below a root that were not done with it: the backend tells of what it finds there, and did not find them. They are asked for by
    /// themselves, as are those below a server that is refused: its shares need not be.
    /// </summary>
    public AskedPaths LeftOut(OperationReport report)
    {
        if (asked.Roots.Count == asked.All.Count) return AskedPaths.None;
        var outcomes = new OutcomeTable(report.Outcomes);
        var tells = outcomes.All.Any(outcome => outcome.IsReported && asked.IsBelowRoot(outcome.Path));
        return AskedPaths.Trees(asked.All.Where(path => outcomes.Find(path) is null && asked.IsBelowRoot(path) && IsLeftOut(path)));

        bool IsLeftOut(UncPath path) => asked.UpToRoot(path).Select(outcomes.Find).FirstOrDefault(outcome => outcome is not null) switch
        {
            { Status: OutcomeStatus.Failed, IsReported: true, Path.Depth: 1 } => true,
            null or { Status: OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped or OutcomeStatus.Conflict } => tells,
            _ => false,
        };
    }

    /// <summary>One report of two calls.</summary>
    public static OperationReport Join(OperationReport one, OperationReport other) => one with
    {
        Outcomes = [.. one.Outcomes ?? [], .. other.Outcomes ?? []],
        Duration = one.Duration + other.Duration,
        NativeCode = one.NativeCode == 0 ? other.NativeCode : one.NativeCode,
        MayHaveDoneMore = one.MayHaveDoneMore || other.MayHaveDoneMore,
    };

    /// <summary>Whether a report that came back although it was to stop has all that was asked for.</summary>
    public bool IsFinished(OperationReport report)
    {
        var outcomes = new OutcomeTable(report.Outcomes);
        var below = outcomes.StatusesBelow();
        return !outcomes.Has(OutcomeStatus.Cancelled)
            && asked.Roots.All(path => outcomes.Find(path) is not null || below.TryGet(path, out _))
            && LeftOut(report).All.Count == 0;
    }

    /// <summary>The report of an operation that came to its end.</summary>
    public OperationReport Finished(OperationReport report)
    {
        var outcomes = new OutcomeTable(report.Outcomes);
        if (asked.IsByPath) Complete(report, outcomes);
        return report with { Operation = operation, Outcomes = outcomes.With(asked.Failures) };
    }

    /// <summary>The report that a backend threw by itself, with what was no path.</summary>
    public OperationReport WithFailures(OperationReport report) =>
        asked.Failures.Count == 0 ? report : report with { Outcomes = [.. report.Outcomes, .. asked.Failures] };

    /// <summary>The report of an operation that was stopped: what is not known to be finished is cancelled, and that is something.</summary>
    /// <param name="report">What the backend reported.</param>
    /// <param name="isWhole">Whether it reported all that it did.</param>
    public OperationReport Stopped(OperationReport report, bool isWhole = true)
    {
        var why = isWhole
            ? "The operation was stopped before it was done with it."
            : "The operation was stopped, and the backend did not say whether this was done before. Query the item to know.";
        var outcomes = new OutcomeTable(report.Outcomes);
        foreach (var path in asked.All)
        {
            if (outcomes.Find(path) is null) outcomes.Add(Cancelled(path, why));
        }

        const string Half = "It was worked on itself, but the operation was stopped before it was done with all that lies below.";
        if (!outcomes.Has(OutcomeStatus.Cancelled) && asked.Roots.Count > 0) outcomes.Add(Cancelled(asked.Roots[asked.Roots.Count - 1], Half));
        return report with
        {
            Operation = operation,
            Outcomes = outcomes.With(asked.Failures),
            // Without a path there is no outcome that could say it.
            NativeCode = report.NativeCode == 0 ? CancelledCode : report.NativeCode,
        };
    }

    // Roots first: what lies below them may have nothing but theirs.
    private void Complete(OperationReport report, OutcomeTable outcomes)
    {
        var below = outcomes.StatusesBelow();
        foreach (var path in asked.Roots)
        {
            if (outcomes.Find(path) is not null) continue;
            outcomes.Add(below.TryGet(path, out var statuses) ? Container(path, statuses) : Untold(path, report));
        }

        foreach (var path in asked.All)
        {
            if (outcomes.Find(path) is null) outcomes.Add(WithWhatItIsIn(path, outcomes));
        }
    }

    private static ItemOutcome Cancelled(UncPath path, string message) => new()
    {
        Path = path,
        Status = OutcomeStatus.Cancelled,
        Message = message,
        NativeCode = CancelledCode,
        IsReported = false,
    };

    // What lies in it has outcomes of its own, so this is only about the container: one that is to be deleted stays if anything in it stays.
    private ItemOutcome Container(UncPath path, int below) => new()
    {
        Path = path,
        Status = Has(below, OutcomeStatus.Cancelled) ? OutcomeStatus.Cancelled
            : operation == OfflineFilesOperation.DeleteItems && (Has(below, OutcomeStatus.Skipped) || Has(below, OutcomeStatus.Failed))
                ? OutcomeStatus.Skipped
            : Has(below, OutcomeStatus.Done) ? OutcomeStatus.Done
            : OutcomeStatus.Unchanged,
        Message = "The backend told of what lies in it.",
        IsReported = false,
    };

    private static bool Has(int below, OutcomeStatus status) => (below & ContainerStatuses.Bit(status)) != 0;

    private ItemOutcome WithWhatItIsIn(UncPath path, OutcomeTable outcomes)
    {
        var above = asked.UpToRoot(path).Select(outcomes.Find).First(outcome => outcome is not null)!;
        return new ItemOutcome
        {
            Path = path,
            Status = above.Status,
            Message = $"It was done with {above.Path}{(above.Message is { } message ? $": {message}" : ".")}",
            NativeCode = above.NativeCode,
            Error = above.Error,
            IsReported = false,
        };
    }

    private static ItemOutcome Untold(UncPath path, OperationReport report) => new()
    {
        Path = path,
        Status = report.NativeCode != 0 ? OutcomeStatus.Failed : report.BlockedByOpenFiles == true ? OutcomeStatus.Skipped : OutcomeStatus.Done,
        Message = "The backend did not tell of it.",
        NativeCode = report.NativeCode,
        IsReported = false,
    };
}
