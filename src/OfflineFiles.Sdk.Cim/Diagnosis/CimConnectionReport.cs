using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim;

/// <summary>What was found between this system and the Offline Files cache of a machine. Immutable.</summary>
/// <remarks>Its text is meant for a console: a line of conclusion, and one for each part.</remarks>
[DebuggerDisplay("{Conclusion,nq}")]
public sealed record CimConnectionReport
{
    /// <summary>Who was asked, for example "CIM (pc-042)".</summary>
    public string Backend { get; init; } = "";

    /// <summary>All parts, in order.</summary>
    public IReadOnlyList<CimConnectionStep> Steps { get; init; } = [];

    /// <summary>What the provider can do; null when it was not reached.</summary>
    public CimProviderInfo? Provider { get; init; }

    /// <summary>How the service stands; <see cref="OfflineFilesServiceState.Unknown"/> when it was not reached or does not say.</summary>
    public OfflineFilesServiceState Service { get; init; }

    /// <summary>The state of the cache; null when it was not reached.</summary>
    public OfflineFilesCacheState? State { get; init; }

    /// <summary>Whether queries and operations will find what they need.</summary>
    public bool IsUsable => FirstFailure is null;

    /// <summary>What stands in the way first; null when nothing does.</summary>
    public CimConnectionStep? FirstFailure => Steps.FirstOrDefault(step => step.Outcome == CimConnectionOutcome.Failed);

    /// <summary>Some lines for people, without an end of line after the last.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Steps.Select(step => $"  {step}").Prepend(Conclusion));

    private string Conclusion => $"{Backend} {(FirstFailure is { } failure ? $"cannot be used: {failure.Part}" : "can be used")}";
}
