using System.Runtime.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk;

/// <summary>Specifies what happens to a query whose predicate cannot run completely at the backend.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClientEvaluation>))]
public enum ClientEvaluation
{
    /// <summary>The rest runs in the caller, on the rows as they stream.</summary>
    Allow,

    /// <summary>Like <see cref="Allow"/>, and a warning is logged.</summary>
    Warn,

    /// <summary>The query is refused with <see cref="QueryTranslationException"/>.</summary>
    Throw,
}

/// <summary>Specifies when the rows of a query are read from the backend.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QueryBuffering>))]
public enum QueryBuffering
{
    /// <summary>When they are asked for: memory does not grow with the number of rows, and leaving early stops the backend.</summary>
    Streamed,

    /// <summary>All of them before the first is returned: the backend is free while the caller works on the rows.</summary>
    Buffered,
}

/// <summary>The options of queries: of all queries of a cache in its constructor, of one query in <c>WithOptions</c>.</summary>
/// <remarks>
/// The options are checked and copied when they are given to a cache or a query: a later change has no effect. An <see cref="InvalidOptionsException"/> then names all faults.
/// </remarks>
public sealed record QueryOptions
{
    /// <summary>The default options.</summary>
    public static QueryOptions Default { get; } = new();

    /// <summary>What happens to a query whose predicate cannot run completely at the backend.</summary>
    /// <value>Default: <see cref="ClientEvaluation.Allow"/>.</value>
    public ClientEvaluation ClientEvaluation { get; set => field = Own(value); }

    /// <summary>
    /// True to refuse a LINQ query with <see cref="QueryTranslationException"/> if its access path is <see cref="QueryAccessPath.Scan"/>, that is,
    /// if no predicate says where in the cache its items are.
    /// </summary>
    /// <value>Default: false.</value>
    public bool RefuseFullScan { get; set => field = Own(value); }

    /// <summary>
    /// The time that a query may take from its start until its last row is read: one deadline for reaching the backend, the first row and all
    /// others. When the time ends, an <see cref="OfflineFilesTimeoutException"/> says how far the query had come.
    /// </summary>
    /// <value>Default: <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>, no deadline. Otherwise more than zero, at most 49 days.</value>
    /// <remarks>
    /// <para>
    /// The time that the caller spends on a row counts, unless the rows are <see cref="QueryBuffering.Buffered"/>. Look-ups with
    /// <see cref="OfflineFilesCache.FindAsync"/> and the state of the cache have the same time. Operations have no deadline.
    /// </para>
    /// <para>
    /// The time is kept whatever the backend does, and so is the token of the caller: a backend that does not stop within a tenth of a second after
    /// it was cancelled is left behind, also if it holds the thread that called it. What it still holds is released when it returns, and an error
    /// that it then throws is ignored. For this a synchronous query with a deadline calls the backend on a thread of its own.
    /// </para>
    /// </remarks>
    public TimeSpan Timeout { get; set => field = Own(value); } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Specifies whether rows are read from the backend when they are asked for, or all of them before the first is returned.</summary>
    /// <value>Default: <see cref="QueryBuffering.Streamed"/>.</value>
    public QueryBuffering Buffering { get; set => field = Own(value); }

    /// <summary>
    /// The number of rows that the backend fetches at a time for a LINQ query that runs asynchronously. A hint: a small number returns the first
    /// rows sooner, a large number all of them, and a backend that is not an <see cref="Backends.IPagedQueryBackend"/> ignores it.
    /// </summary>
    /// <value>Default: null, which leaves the number to the backend. Otherwise at least 1.</value>
    public int? PageSize { get; set => field = Own(value); }

    /// <summary>The logger of what happens to queries; <see cref="OfflineFilesEventIds"/> lists the events.</summary>
    /// <value>Default: <see cref="NullLogger.Instance"/>, which logs nothing.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    public ILogger Logger { get; set => field = Own(value); } = NullLogger.Instance;

    /// <summary>The clock of <see cref="Timeout"/> and of the times that are logged and measured.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    public TimeProvider TimeProvider { get; set => field = Own(value); } = TimeProvider.System;

    /// <summary>The meanings of methods of your own that queries call. If two have the same method, the later one counts.</summary>
    /// <value>Default: empty, so that a predicate that calls such a method runs in the caller.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    public IReadOnlyList<MethodTranslation> Translations { get; set => field = Own(value); } = [];

    // The default options are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default);
}
