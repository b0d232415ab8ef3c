using System.Collections.Concurrent;
using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>The database of a cache: one writer at a time, any number of readers beside it, each with a snapshot of its own.</summary>
internal sealed class CacheStore : IDisposable
{
    private readonly string _directory;
    private readonly StoreConnection _writer;
    private readonly AsyncLock _gate = new();
    private readonly ConcurrentBag<StoreConnection> _readers = [];
    private IReadOnlyDictionary<long, ScopeRow> _scopes;
    private volatile bool _disposed;

    private CacheStore(string directory, StoreConnection writer)
    {
        _directory = directory;
        _writer = writer;
        _scopes = writer.Scopes().ToDictionary(scope => scope.Id);
    }

    /// <summary>Which opening of the cache this is: grows by one each time.</summary>
    public long Session { get; private set; }

    /// <summary>Called in the order of the commits, while the next writer waits: it must only pass on, and what it throws reaches nobody.</summary>
    public Action<StoreTransaction>? Committed { get; set; }

    public IEnumerable<ScopeRow> Scopes => Volatile.Read(ref _scopes).Values;

    public static CacheStore Open(string directory)
    {
        ItemTable.Check();
        var writer = DatabaseFile.OpenWriter(directory);
        try
        {
            var store = new CacheStore(directory, writer);
            store.Session = store.Write(BeginSession);
            return store;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Null when the share is not in the cache.</summary>
    public ScopeRow? FindScope(UncPath share) => Scopes.FirstOrDefault(scope => scope.Path == share);

    public async Task<T> WriteAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken)
    {
        using var entered = await _gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(_disposed, this);
        return await Task.Run(() => Write(work), CancellationToken.None).ConfigureAwait(false);
    }

    public Task WriteAsync(Action<StoreTransaction> work, CancellationToken cancellationToken) => WriteAsync(
        transaction =>
        {
            work(transaction);
            return true;
        },
        cancellationToken);

    public Task<T> ReadAsync<T>(Func<StoreConnection, T> work, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var lease = Lease();
            return work(lease.Connection);
        },
        cancellationToken);

    public Task<ItemRow?> FindAsync(UncPath path, CancellationToken cancellationToken) =>
        ReadAsync(connection => connection.Find(path), cancellationToken);

    /// <exception cref="ObjectDisposedException">The cache is closed.</exception>
    public void EnsureOpen()
    {
#pragma warning disable CA1513 // Callers know the backend, which lies above this room, and not the store.
        if (_disposed) throw new ObjectDisposedException("EmbeddedBackend");
#pragma warning restore CA1513
    }

    /// <summary>A connection to read with; disposing the lease gives it back.</summary>
    public ReaderLease Lease()
    {
        EnsureOpen();
        return new ReaderLease(this, _readers.TryTake(out var reader) ? reader : DatabaseFile.OpenReader(_directory));
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        CloseReaders();
        _writer.Dispose();
        _gate.Dispose();
    }

    /// <summary>Lets the writer that is at work finish before <see cref="Dispose"/>.</summary>
    public async Task QuiesceAsync()
    {
        using var entered = await _gate.EnterAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>The same on the calling thread. The writer is at work on another one, so it ends.</summary>
    public void Quiesce()
    {
        using var entered = _gate.Enter();
    }

    private static long BeginSession(StoreTransaction transaction)
    {
        const string Name = "session";
        var session = long.Parse(transaction.Setting(Name) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        transaction.SetSetting(Name, session.ToString(CultureInfo.InvariantCulture));
        return session;
    }

    private T Write<T>(Func<StoreTransaction, T> work)
    {
        Execute("BEGIN IMMEDIATE");
        T result;
        StoreTransaction transaction;
        try
        {
            transaction = new StoreTransaction(_writer, _scopes);
            result = work(transaction);
            Execute("COMMIT");
        }
        catch
        {
            // A failed COMMIT may have rolled back by itself.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_writer.Connection.Handle) == 0) Execute("ROLLBACK");
            throw;
        }

        Volatile.Write(ref _scopes, transaction.Scopes);
        Committed?.Invoke(transaction);
        return result;
    }

    private void Execute(string text) => _writer.Statement(text).ExecuteNonQuery();

    private void Return(StoreConnection reader)
    {
        _readers.Add(reader);
        if (_disposed) CloseReaders();
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var reader)) reader.Dispose();
    }

    internal readonly struct ReaderLease(CacheStore store, StoreConnection connection) : IDisposable
    {
        public StoreConnection Connection => connection;

        public void Dispose() => store.Return(connection);
    }
}
