using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OfflineFiles.Sdk.Embedded;

/// <summary>The directories and settings of an embedded cache. Immutable.</summary>
public sealed record EmbeddedBackendOptions
{
    /// <summary>
    /// The directory that holds the cache: its database and the cached content. A full path on a local disk. The directory is created if it
    /// is missing and the directory above it exists. It can be open once at a time. It must not lie in the directory of a share, nor a share in it.
    /// </summary>
    /// <value>No default.</value>
    public required string CacheDirectory { get; init; }

    /// <summary>The directories that hold the files of the shares. Each share has one mapping.</summary>
    /// <value>
    /// Default: an empty list. A share that is in the cache but has no mapping stays in the cache and is offline
    /// (<see cref="OfflineReason.NetDisconnected"/>).
    /// </value>
    public IReadOnlyList<ShareMapping> Shares { get; init; } = [];

    /// <summary>The clock for times of changes and for durations.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The name of the user that the cache belongs to, for the names of conflict copies.</summary>
    /// <value>Default: <see cref="Environment.UserName"/>.</value>
    public string UserName { get; init; } = Environment.UserName;

    /// <summary>The logger for failures that no caller can be told of, for example an exception that a subscriber to changes throws.</summary>
    /// <value>Default: <see cref="NullLogger"/>, which logs nothing.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Returns the options on one line, for people.</summary>
    public override string ToString()
    {
        var members = new StringBuilder();
        PrintMembers(members);
        return ReadableText.Of($"EmbeddedBackendOptions {{ {members} }}", 4 * ReadableText.Longest);
    }
}
