using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OfflineFiles.Sdk.Embedded;

/// <summary>What an embedded cache is made of. Immutable.</summary>
public sealed record EmbeddedBackendOptions
{
    /// <summary>
    /// The directory that holds the cache: its database and the cached bytes. A full path on a local disk; created when it is missing and
    /// the directory above it is there. One engine at a time can have it open. It must not lie in a share's directory, nor the reverse.
    /// </summary>
    /// <value>No default.</value>
    public required string CacheDirectory { get; init; }

    /// <summary>The shares and the directories that they are, each share once.</summary>
    /// <value>Default: none. A share that is in the cache but not mapped stays in it, offline (<see cref="OfflineReason.NetDisconnected"/>).</value>
    public IReadOnlyList<ShareMapping> Shares { get; init; } = [];

    /// <summary>The clock for change times and durations.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The name of the user the cache belongs to, for the names of conflict copies.</summary>
    /// <value>Default: <see cref="Environment.UserName"/>.</value>
    public string UserName { get; init; } = Environment.UserName;

    /// <summary>Where failures go that have no caller to be told to, such as an exception thrown by a subscriber to changes.</summary>
    /// <value>Default: nowhere.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
