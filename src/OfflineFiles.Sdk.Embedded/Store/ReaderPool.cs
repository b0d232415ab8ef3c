using Microsoft.Data.Sqlite;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// The connections that read: no more than a number at once, of which a few stay open for the next read. Every read is short, so that who comes when all
/// are taken waits for one that is given back.
/// </summary>
/// <param name="open">Opens one more.</param>
/// <param name="close">Closes one.</param>
/// <param name="mostIdle">How many stay open while nobody reads.</param>
internal sealed class ReaderPool(Func<StoreConnection> open, Action<StoreConnection> close, int mostIdle) : IDisposable
{
    /// <summary>How many read at once at most. Each holds two files open.</summary>
    public const int MostAtOnce = 16;

    /// <summary>How many stay open for the next read.</summary>
    public const int MostIdle = 4;

    private readonly object _sync = new();
    private readonly Stack<StoreConnection> _idle = new();
    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);
    private bool _isClosed;

    /// <summary>How long a read waits for a place.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Waits on the calling thread.</summary>
    /// <exception cref="OfflineFilesBackendException">The database cannot be opened, or no place became free.</exception>
    public Lease Take()
    {
        if (!_places.Wait(Patience)) throw StoreFailure.Crowded(MostAtOnce, Patience);
        return Enter();
    }

    /// <inheritdoc cref="Take"/>
    public async ValueTask<Lease> TakeAsync(CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(Patience, cancellationToken).ConfigureAwait(false)) throw StoreFailure.Crowded(MostAtOnce, Patience);
        return Enter();
    }

    /// <summary>Takes a place if one is free, and does not wait.</summary>
    public bool TryTake(out Lease lease)
    {
        var isFree = _places.Wait(TimeSpan.Zero);
        lease = isFree ? Enter() : default;
        return isFree;
    }

    /// <summary>Closes those that nobody reads with; the others when they are given back.</summary>
    public void Dispose()
    {
        lock (_sync) _isClosed = true;
        while (TakeIdle() is { } reader) close(reader);
    }

    private Lease Enter()
    {
        try
        {
            return new Lease(this, TakeIdle() ?? open());
        }
        catch (Exception exception)
        {
            _places.Release();
            if (exception is SqliteException error) throw StoreFailure.Reading(error);
            throw;
        }
    }

    private StoreConnection? TakeIdle()
    {
        lock (_sync) return _idle.TryPop(out var reader) ? reader : null;
    }

    private bool TryKeep(StoreConnection reader)
    {
        lock (_sync)
        {
            if (_isClosed || _idle.Count >= mostIdle) return false;
            _idle.Push(reader);
            return true;
        }
    }

    private void Return(StoreConnection reader)
    {
        if (!TryKeep(reader)) close(reader);
        _places.Release();
    }

    /// <summary>A connection to read with; disposing the lease gives it back.</summary>
    internal readonly struct Lease(ReaderPool pool, StoreConnection connection) : IDisposable
    {
        public StoreConnection Connection => connection;

        public void Dispose() => pool.Return(connection);
    }
}
