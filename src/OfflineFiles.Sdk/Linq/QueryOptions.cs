using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OfflineFiles.Sdk;

/// <summary>What becomes of a query whose predicate cannot run at the backend as a whole.</summary>
public enum ClientEvaluation
{
    /// <summary>The rest runs in the caller, on the rows as they stream.</summary>
    Allow,

    /// <summary>As <see cref="Allow"/>, and a warning is logged.</summary>
    Warn,

    /// <summary>The query is refused with <see cref="QueryTranslationException"/>.</summary>
    Throw,
}

/// <summary>When the rows of a query are read from the backend.</summary>
public enum QueryBuffering
{
    /// <summary>As they are asked for: memory does not grow with the number of rows, and leaving early stops the backend.</summary>
    Streamed,

    /// <summary>All of them before the first is handed out: the backend is free while the caller works on the rows.</summary>
    Buffered,
}

/// <summary>How queries behave: those of a cache by its constructor, one of them by <c>WithOptions</c>. Immutable.</summary>
/// <remarks>
/// Options are checked when they are given to a cache or a query: <see cref="InvalidOptionsException"/> then names all that is wrong.
/// </remarks>
public sealed record QueryOptions
{
    /// <summary>Every option at its default.</summary>
    public static QueryOptions Default { get; } = new();

    /// <summary>What becomes of a predicate that cannot run at the backend as a whole.</summary>
    /// <value>Default: <see cref="ClientEvaluation.Allow"/>.</value>
    public ClientEvaluation ClientEvaluation { get; init; }

    /// <summary>
    /// Whether a LINQ query is refused with <see cref="QueryTranslationException"/> when its access path is
    /// <see cref="QueryAccessPath.Scan"/>, that is, when no predicate says where in the cache its items are.
    /// </summary>
    /// <value>Default: false.</value>
    public bool RefuseFullScan { get; init; }

    /// <summary>
    /// How long a query may take from the moment it is run until its last row is read: one deadline for reaching the backend, the first
    /// row and all others. When it ends, <see cref="OfflineFilesTimeoutException"/> says how far the query had come.
    /// </summary>
    /// <value>Default: <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>, no deadline. Else more than zero, at most 49 days.</value>
    /// <remarks>
    /// The time the caller takes over a row counts, unless the rows are <see cref="QueryBuffering.Buffered"/>. A backend that does not stop
    /// when it is told to is left behind, and what it still holds is released when it comes back. A query without async cannot be left
    /// while it waits: there the deadline is looked at before and after each row.
    /// </remarks>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>When the rows are read from the backend.</summary>
    /// <value>Default: <see cref="QueryBuffering.Streamed"/>.</value>
    public QueryBuffering Buffering { get; init; }

    /// <summary>
    /// How many rows the backend shall fetch at a time for a LINQ query that runs asynchronously. A hint: fewer give the first rows sooner,
    /// more give all of them sooner, and a backend that is no <see cref="Backends.IPagedQueryBackend"/> takes no notice.
    /// </summary>
    /// <value>Default: null, what the backend finds best. Else at least 1.</value>
    public int? PageSize { get; init; }

    /// <summary>Where what happens to queries is logged; <see cref="OfflineFilesEventIds"/> lists the events.</summary>
    /// <value>Default: nowhere.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The clock of <see cref="Timeout"/> and of the times that are logged and measured.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What methods of your own mean that queries call. Of two for one method the later counts.</summary>
    /// <value>Default: none, so that a predicate that calls such a method runs in the caller.</value>
    public IReadOnlyList<MethodTranslation> Translations { get; init; } = [];
}
