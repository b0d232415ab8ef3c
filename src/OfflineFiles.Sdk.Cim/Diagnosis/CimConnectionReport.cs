using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The result of a connection test, from this system to the Offline Files cache of a machine. Immutable.</summary>
/// <remarks><see cref="ToString"/> returns text for a console: a line with the conclusion, and a line for each part.</remarks>
[DebuggerDisplay("{Conclusion,nq}")]
public sealed record CimConnectionReport
{
    /// <summary>The backend and its machine, for example "CIM (pc-042)".</summary>
    public string Backend { get; init; } = "";

    /// <summary>The result for each part, in the order of <see cref="CimConnectionPart"/>.</summary>
    public IReadOnlyList<CimConnectionStep> Steps { get; init; } = [];

    /// <summary>What the provider can do; null if it was not reached.</summary>
    public CimProviderInfo? Provider { get; init; }

    /// <summary>The state of the service; <see cref="OfflineFilesServiceState.Unknown"/> if it was not reached or could not be found out.</summary>
    public OfflineFilesServiceState Service { get; init; }

    /// <summary>The state of the cache; null if it was not reached.</summary>
    public OfflineFilesCacheState? State { get; init; }

    /// <summary>True if no part failed, so that queries and operations can run.</summary>
    public bool IsUsable => FirstFailure is null;

    /// <summary>The first part that failed; null if no part failed.</summary>
    public CimConnectionStep? FirstFailure => Steps.FirstOrDefault(step => step.Outcome == CimConnectionOutcome.Failed);

    /// <summary>Returns the conclusion and a line for each part, without a line break at the end.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Steps.Select(step => $"  {step}").Prepend(Conclusion));

    private string Conclusion => ReadableText.Of($"{Backend} {(FirstFailure is { } failure ? $"cannot be used: {failure.Part}" : "can be used")}");
}
