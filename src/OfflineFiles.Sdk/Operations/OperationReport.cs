using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>What an operation did, path by path. Immutable.</summary>
/// <remarks>
/// An operation does not throw because single items fail: they are in <see cref="Outcomes"/>. Call <see cref="ThrowIfFailed"/> to
/// turn failures into an exception.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record OperationReport
{
    /// <summary>The operation.</summary>
    public required OfflineFilesOperation Operation { get; init; }

    /// <summary>
    /// What became of each path. The embedded backend names every item it looked at; a backend that tells less says so in its
    /// documentation, and then has at least one outcome for each path that was asked for.
    /// </summary>
    public required IReadOnlyList<ItemOutcome> Outcomes { get; init; }

    /// <summary>When the operation started, UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HRESULT of the whole operation; 0 when the backend has none or it went well.</summary>
    public int NativeCode { get; init; }

    /// <summary>Whether a restart is needed to make it true; null when the operation cannot need one or the backend does not tell.</summary>
    public bool? RestartRequired { get; init; }

    /// <summary>Whether open files prevented a transition; null when the operation is none or the backend does not tell.</summary>
    public bool? BlockedByOpenFiles { get; init; }

    /// <summary>Whether every outcome is Done, Unchanged or Skipped, nothing blocked the operation, and its code is 0.</summary>
    public bool Succeeded => NativeCode == 0 && BlockedByOpenFiles != true
        && Outcomes.All(outcome => outcome.Status is OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped);

    /// <summary>The outcomes of one status.</summary>
    /// <param name="status">The status.</param>
    public IEnumerable<ItemOutcome> With(OutcomeStatus status) => Outcomes.Where(outcome => outcome.Status == status);

    /// <summary>How many outcomes have a status.</summary>
    /// <param name="status">The status.</param>
    public int Count(OutcomeStatus status) => Outcomes.Count(outcome => outcome.Status == status);

    /// <summary>Returns this report when nothing failed, else throws.</summary>
    /// <remarks>Conflicts are no failures: they are recorded and nothing was overwritten.</remarks>
    /// <exception cref="OperationFailedException">An item failed, or the operation as a whole.</exception>
    public OperationReport ThrowIfFailed() =>
        NativeCode != 0 || BlockedByOpenFiles == true || Outcomes.Any(outcome => outcome.Status == OutcomeStatus.Failed)
            ? throw new OperationFailedException(this)
            : this;

    /// <summary>The counts, for people.</summary>
    public override string ToString()
    {
        var counts = Outcomes.GroupBy(outcome => outcome.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}");
        var text = Outcomes.Count == 0 ? "nothing to do" : string.Join(", ", counts);
        if (BlockedByOpenFiles == true) text += ", blocked by open files";
        if (RestartRequired == true) text += ", restart required";
        return $"{Operation}: {text}";
    }
}
