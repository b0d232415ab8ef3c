using System.Diagnostics;
using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk;

/// <summary>The result of an operation, path by path. Immutable.</summary>
/// <remarks>
/// An operation does not throw if single items fail: the failures are in <see cref="Outcomes"/>. Call <see cref="ThrowIfFailed"/> to
/// turn failures, conflicts and what was not finished into an exception.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record OperationReport
{
    /// <summary>The operation.</summary>
    public required OfflineFilesOperation Operation { get; init; }

    /// <summary>
    /// One outcome for each item, ignoring case, and one for each path that was asked for. The embedded backend reports every item it looked at; a
    /// backend that reports less says so in its documentation.
    /// </summary>
    /// <remarks>
    /// A path that was asked for together with one above it is worked on once, with that one. If the backend does not tell of it, it has the
    /// outcome of the path above it, and <see cref="ItemOutcome.IsReported"/> is false. An outcome may be made when it is looked at: two looks give equal
    /// ones. A backend's list that is an <see cref="ICollection{T}"/> is copied; any other must stay as it is.
    /// </remarks>
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

    /// <summary>
    /// True if a part of the operation was under way at a server when it was cancelled or the connection was lost, so that more may have been done
    /// than the outcomes say.
    /// </summary>
    public bool MayHaveDoneMore { get; init; }

    /// <summary>
    /// True if every outcome is <see cref="OutcomeStatus.Done"/>, <see cref="OutcomeStatus.Unchanged"/> or <see cref="OutcomeStatus.Skipped"/>,
    /// nothing blocked the operation, and its code is 0. <see cref="ThrowIfFailed"/> throws if it is false.
    /// </summary>
    /// <remarks>A conflict is no success: nothing was lost, but a person has to decide. What was cancelled is no success either.</remarks>
    public bool Succeeded => NativeCode == 0 && BlockedByOpenFiles != true
        && Outcomes.All(outcome => outcome.Status is OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped);

    /// <summary>Returns the outcomes with a status.</summary>
    /// <param name="status">The status.</param>
    public IEnumerable<ItemOutcome> With(OutcomeStatus status) => Outcomes.Where(outcome => outcome.Status == status);

    /// <summary>Returns the number of outcomes with a status.</summary>
    /// <param name="status">The status.</param>
    public int Count(OutcomeStatus status) => Outcomes.Count(outcome => outcome.Status == status);

    /// <summary>Returns this report if <see cref="Succeeded"/> is true; otherwise throws.</summary>
    /// <exception cref="OperationFailedException">
    /// An item, or the operation as a whole, failed, is in conflict or was cancelled; the message says which and what to do.
    /// </exception>
    public OperationReport ThrowIfFailed() => Succeeded ? this : throw new OperationFailedException(this);

    /// <summary>Returns the number of outcomes by status, as a text for people; and what to do if some did not succeed.</summary>
    public override string ToString()
    {
        var counts = Outcomes.GroupBy(outcome => outcome.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}");
        var text = Outcomes.Count == 0 ? ReportFaults.OfNothing(NativeCode) : string.Join(", ", counts);
        if (BlockedByOpenFiles == true) text += ", blocked by open files";
        if (RestartRequired == true) text += ", restart required";
        if (MayHaveDoneMore) text += ", more may have been done";
        return ReportFaults.Advice(this) is { Length: > 0 } advice ? ReadableText.Of($"{Operation}: {text}. {advice}") : $"{Operation}: {text}";
    }
}
