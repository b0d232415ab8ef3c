using System.Diagnostics;
using System.Globalization;

namespace OfflineFiles.Sdk.Cim;

/// <summary>What is looked at when a connection is tested, in this order.</summary>
public enum CimConnectionPart
{
    /// <summary>This system: Windows, with the native library.</summary>
    Platform = 0,

    /// <summary>The machine: it is there and lets the account in.</summary>
    Machine = 1,

    /// <summary>The namespace of the options.</summary>
    Namespace = 2,

    /// <summary>The classes of Offline Files.</summary>
    Provider = 3,

    /// <summary>The service and the driver: enabled and running.</summary>
    Service = 4,

    /// <summary>The items of the cache: a first one can be read.</summary>
    Cache = 5,
}

/// <summary>How a part of a test ended.</summary>
public enum CimConnectionOutcome
{
    /// <summary>It is as it should be.</summary>
    Passed = 0,

    /// <summary>It is not; <see cref="CimConnectionStep.Error"/> says why.</summary>
    Failed = 1,

    /// <summary>It was not looked at, because a part before it failed.</summary>
    Skipped = 2,
}

/// <summary>One part of a test of a connection. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CimConnectionStep
{
    /// <summary>What was looked at.</summary>
    public CimConnectionPart Part { get; init; }

    /// <summary>How it ended.</summary>
    public CimConnectionOutcome Outcome { get; init; }

    /// <summary>How long it took; zero when it was skipped.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What was found, for people; null when nothing is to be said.</summary>
    public string? Detail { get; init; }

    /// <summary>The error that a call would get; null unless it failed.</summary>
    public OfflineFilesException? Error { get; init; }

    /// <summary>A line for people.</summary>
    public override string ToString()
    {
        var time = Outcome == CimConnectionOutcome.Skipped ? "" : string.Format(CultureInfo.InvariantCulture, "{0:0} ms", Duration.TotalMilliseconds);
        return $"{Outcome,-8} {Part,-10} {time,8}  {Error?.Message ?? Detail}".TrimEnd();
    }
}
