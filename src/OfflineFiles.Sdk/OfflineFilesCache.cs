using System.Diagnostics;
using System.Reactive.Linq;
using System.Runtime.Serialization;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Operations;
using OfflineFiles.Sdk.Operations.Observe;

namespace OfflineFiles.Sdk;

/// <summary>
/// One Offline Files cache: its items as a queryable, its changes as an observable, and every operation on it. Safe to use from several threads.
/// </summary>
/// <example>
/// <code>
/// await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(options));
/// var dirty = await cache.Items.Where(i => i.ChangeInfo!.Dirty).OrderBy(i => i.ItemPath).ToListAsync();
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class OfflineFilesCache : IAsyncDisposable, IDisposable
{
    private readonly ICacheBackend _backend;
    private readonly QuerySource _source;
    private readonly OperationTelemetry _telemetry;
    private readonly OperationRun _operations;
    private readonly bool _ownsBackend;

    /// <summary>Initializes a new instance of the <see cref="OfflineFilesCache"/> class over a backend.</summary>
    /// <param name="backend">The backend that holds the items.</param>
    /// <param name="options">The options of the queries; null for the defaults.</param>
    /// <param name="ownsBackend">True to dispose the backend with the cache. Default: true.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid; the message names every such option.</exception>
    public OfflineFilesCache(ICacheBackend backend, QueryOptions? options = null, bool ownsBackend = true)
    {
        _backend = Guard.NotNull(backend);
        _ownsBackend = ownsBackend;
        _source = new QuerySource(backend, new QuerySettings(options ?? QueryOptions.Default));
        var settings = _source.Settings.Options;
        _telemetry = new OperationTelemetry(() => (backend.Description.Name, backend.Description.Target), settings.Logger, settings.TimeProvider);
        _operations = new OperationRun(_telemetry, settings.TimeProvider);
    }

    /// <summary>
    /// The items of the cache. The part of a query that WQL can express and the backend answers correctly runs at the backend; the rest runs
    /// in the caller, on the rows as they stream, and the result is the same either way. <c>Explain()</c> shows which part runs where. Nothing
    /// runs before the query is enumerated.
    /// </summary>
    /// <remarks>
    /// Strings compare ordinally, ignoring case; a member that is read through a null info object is null and never throws. With
    /// <c>using OfflineFiles.Sdk.Linq;</c> a query has asynchronous operators such as <c>ToListAsync()</c>, and <c>await foreach</c> reads it.
    /// </remarks>
    [JsonIgnore, IgnoreDataMember]
    public IQueryable<OfflineFilesItem> Items => _source.Items;

    /// <summary>The changes in the cache from the moment of subscription on, each change once and in order.</summary>
    /// <exception cref="OperationNotSupportedException">The backend does not report changes.</exception>
    [JsonIgnore, IgnoreDataMember]
    public IObservable<CacheChange> Changes => Backend.Changes.Select(change => change.Of(_source));

    /// <summary>The operations that read and write files through the cache.</summary>
    /// <exception cref="OperationNotSupportedException">The backend does not give access to files.</exception>
    [JsonIgnore, IgnoreDataMember]
    public CachedFiles Files => new(Backend.Files, _telemetry);

    /// <summary>The previews of the operations: what each operation would do, found out with look-ups and queries alone.</summary>
    [JsonIgnore, IgnoreDataMember]
    public OperationPreviews WhatIf => new(_source);

    /// <summary>The operations that read and write the settings of Offline Files.</summary>
    /// <exception cref="OperationNotSupportedException">The backend does not give access to settings.</exception>
    [JsonIgnore, IgnoreDataMember]
    public CacheConfiguration Configuration => new(Backend.Configuration, _telemetry);

    /// <summary>The description of the backend.</summary>
    public BackendDescription Description => _backend.Description;

    /// <summary>The operations that the backend supports beyond queries.</summary>
    public BackendCapabilities Capabilities => _backend.Capabilities;

    private ICacheBackend Backend => _source.Backend;

    /// <summary>Reads one item by its path: one look-up, no enumeration.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The whole item; null if it is not in the cache.</returns>
    public ValueTask<OfflineFilesItem?> FindAsync(UncPath path, CancellationToken cancellationToken = default) =>
        _source.FindAsync(Guard.NotNull(path), cancellationToken);

    /// <summary>Reads the state of the cache: whether it is enabled and running, and where it is.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task<OfflineFilesCacheState> GetAsync(CancellationToken cancellationToken = default) => _source.GetStateAsync(cancellationToken);

    /// <summary>
    /// Disposes the cache, and the backend if owned. What uses the backend then throws <see cref="ObjectDisposedException"/>, queries that are
    /// running included: their next row is that exception, and what waits for a row ends with it.
    /// </summary>
    public ValueTask DisposeAsync() => _source.Close() && _ownsBackend ? _backend.DisposeAsync() : default;

    /// <summary>
    /// Disposes the cache as <see cref="DisposeAsync"/> does, for containers and code that dispose without async. A backend that is
    /// <see cref="IDisposable"/> closes on this thread; for another, this thread waits until its <see cref="IAsyncDisposable.DisposeAsync"/>, which runs on
    /// a thread of the pool, has ended.
    /// </summary>
    public void Dispose()
    {
        if (!_source.Close() || !_ownsBackend) return;
        if (_backend is IDisposable backend) backend.Dispose();
        else Task.Run(() => _backend.DisposeAsync().AsTask()).GetAwaiter().GetResult();
    }

    /// <summary>Returns a short text for people: the kind of the backend and what it looks at.</summary>
    public override string ToString() => $"Offline Files cache: {_backend.Description}";
}
