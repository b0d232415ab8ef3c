using System.Runtime.Serialization;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OfflineFiles.Sdk.Embedded.Options;

namespace OfflineFiles.Sdk.Embedded;

/// <summary>The directories and settings of an embedded cache.</summary>
/// <remarks>
/// <para>
/// The options are checked and copied when the cache is opened: a later change has no effect. An <see cref="InvalidOptionsException"/> tells all
/// faults at once.
/// </para>
/// <para>
/// They can be bound from configuration. A binder leaves out what it does not know, unless <c>BinderOptions.ErrorOnUnknownConfiguration</c> is true:
/// set it, so that a misspelt name is an error.
/// </para>
/// </remarks>
public sealed record EmbeddedBackendOptions
{
    /// <summary>
    /// The directory that holds the cache: its database and the cached content. A full path on a local disk. The directory is created if it
    /// is missing and the directory above it exists. It can be open once at a time. It must not lie in the directory of a share, nor a share in it.
    /// </summary>
    /// <value>No default: it must be given.</value>
    public string CacheDirectory { get; set; } = "";

    /// <summary>What is opened: a new cache too, an existing one only, or an existing one to look at.</summary>
    /// <value>Default: <see cref="CacheOpenMode.OpenOrCreate"/>.</value>
    public CacheOpenMode OpenMode { get; set; }

    /// <summary>
    /// True if a damaged database is moved to a rescue folder in the cache directory, with all cached content, and the cache begins anew. Changes that the
    /// shares have not are then in the rescue folder only; see <see cref="EmbeddedBackend.Rescued"/>.
    /// </summary>
    /// <value>Default: false. A damaged database is refused (<see cref="CacheOpenFailure.Corrupt"/>) and nothing is touched.</value>
    public bool SetsDamagedDatabaseAside { get; set; }

    /// <summary>The directories that hold the files of the shares. Each share has one mapping.</summary>
    /// <value>
    /// Default: an empty list. A share that is in the cache but has no mapping stays in the cache and is offline
    /// (<see cref="OfflineReason.NetDisconnected"/>).
    /// </value>
    public IReadOnlyList<ShareMapping> Shares { get; set; } = [];

    /// <summary>The clock for times of changes and for durations.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The name of the user that the cache belongs to, for the names of conflict copies.</summary>
    /// <value>Default: <see cref="Environment.UserName"/>.</value>
    public string UserName { get; set; } = Environment.UserName;

    /// <summary>How long a call to a share may go on without progress. After that the share counts as lost and is offline; the call is left behind.</summary>
    /// <value>Default: 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</value>
    public TimeSpan ShareTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a file of a share that only grows must stay as it is before it is taken for a version.</summary>
    /// <value>Default: 2 seconds. <see cref="TimeSpan.Zero"/> takes each version as it comes.</value>
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The logger for failures that no caller can be told of, for example an exception that a subscriber to changes throws.</summary>
    /// <value>Default: <see cref="NullLogger"/>, which logs nothing.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>Returns the options on one line, for people.</summary>
    public override string ToString()
    {
        var members = new StringBuilder();
        (this with { CacheDirectory = ShownPath.Of(CacheDirectory) }).PrintMembers(members);
        return ReadableText.Of($"EmbeddedBackendOptions {{ {members} }}", 4 * ReadableText.Longest);
    }

    /// <summary>Options of their own with the same values.</summary>
    internal EmbeddedBackendOptions Copy() =>
        this with { Shares = Shares is null ? null! : [.. Shares.Select(mapping => mapping is null ? null! : mapping with { })] };
}
