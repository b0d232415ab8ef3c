using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The result of an operation, path by path. Immutable.</summary>
/// <remarks>
/// An operation does not throw if single items fail: the failures are in <see cref="Outcomes"/>. Call <see cref="ThrowIfFailed"/> to
/// turn failures into an exception.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record OperationReport
{
    /// <summary>The operation.</summary>
    public required OfflineFilesOperation Operation { get; init; }

    /// <summary>
    /// The outcome for each path. The embedded backend reports every item it looked at; a backend that reports less says so in its
    /// documentation, and then has at least one outcome for each path that was asked for.
    /// </summary>
    public required IReadOnlyList<ItemOutcome> Outcomes { get; init; }

    /// <summary>The time at which the operation started, UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The time that the operation took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HRESULT of the whole operation; 0 if it succeeded or the backend has no code.</summary>
    public int NativeCode { get; init; }

    /// <summary>
    /// True if a restart is needed before the operation takes effect; null if the operation cannot need a restart or the backend does not report it.
    /// </summary>
    public bool? RestartRequired { get; init; }

    /// <summary>True if open files prevented a transition; null if the operation is not a transition or the backend does not report it.</summary>
    public bool? BlockedByOpenFiles { get; init; }

    /// <summary>True if every outcome is Done, Unchanged or Skipped, nothing blocked the operation, and its code is 0.</summary>
    public bool Succeeded => NativeCode == 0 && BlockedByOpenFiles != true
        && Outcomes.All(outcome => outcome.Status is OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped);

    /// <summary>Returns the outcomes with a status.</summary>
    /// <param name="status">The status.</param>
    public IEnumerable<ItemOutcome> With(OutcomeStatus status) => Outcomes.Where(outcome => outcome.Status == status);

    /// <summary>Returns the number of outcomes with a status.</summary>
    /// <param name="status">The status.</param>
    public int Count(OutcomeStatus status) => Outcomes.Count(outcome => outcome.Status == status);

    /// <summary>Returns this report if nothing failed; otherwise throws.</summary>
    /// <remarks>A conflict is not a failure: it is recorded and nothing is overwritten.</remarks>
    /// <exception cref="OperationFailedException">An item, or the operation as a whole, failed.</exception>
    public OperationReport ThrowIfFailed() =>
        NativeCode != 0 || BlockedByOpenFiles == true || Outcomes.Any(outcome => outcome.Status == OutcomeStatus.Failed)
            ? throw new OperationFailedException(this)
            : this;

    /// <summary>Returns the number of outcomes by status, as a text for people.</summary>
    public override string ToString()
    {
        var counts = Outcomes.GroupBy(outcome => outcome.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}");
        var text = Outcomes.Count == 0 ? "nothing to do" : string.Join(", ", counts);
        if (BlockedByOpenFiles == true) text += ", blocked by open files";
        if (RestartRequired == true) text += ", restart required";
        return $"{Operation}: {text}";
    }
}
