using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OfflineFiles.Sdk.Embedded.Logging;
using SQLitePCL;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// The database of a cache: one writer at a time, and readers beside it, each with a snapshot of its own. After an error that leaves open what
/// is on the disk nothing more is written, and nothing is deleted, until the cache is opened again.
/// </summary>
internal sealed class CacheStore : IDisposable
{
    private const string SessionSetting = "session";
    private const string InstanceSetting = "instance";

    private readonly StoreConnection? _writer;
    private readonly ILogger _logger;
    private readonly IntegrityCheck _check;
    private readonly ItemSequence _ids;
    private readonly AsyncLock _gate = new();
    private readonly ReaderPool _readers;
    private IReadOnlyDictionary<long, ScopeRow> _scopes;
    private bool _isSessionStored;
    private volatile bool _isSettled;
    private volatile string? _fault;
    private volatile bool _disposed;

    private CacheStore(
        string directory, Func<StoreConnection> openReader, StoreConnection first, OpenedDatabase? opened, ILogger logger, StoreSeams seams)
    {
        _writer = opened?.Connection;
        // Who only looks keeps nothing open: whether an engine runs beside it can be another the next time.
        _readers = new ReaderPool(openReader, CloseReader, _writer is null ? 0 : ReaderPool.MostIdle);
        _isSettled = opened?.IsSettled ?? false;
        _logger = logger;
        _check = new IntegrityCheck(
            () =>
            {
                seams.BeforeCheck?.Invoke();
                return openReader();
            },
            (reason, isDamage) =>
            {
                _fault ??= reason;
                if (isDamage) DatabaseFile.NoteDamage(directory);
            },
            logger);
        _scopes = first.Scopes().ToDictionary(scope => scope.Id);
        _ids = new ItemSequence(Math.Max(first.LastItemId(), Number(first.Setting(ItemSequence.Setting))));
        Session = checked(Math.Max(Number(first.Setting(SessionSetting)), first.LastSession()) + 1);
        Instance = first.Setting(InstanceSetting) is { } text
            ? uint.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));
        if (opened is { IsChecked: true }) _check.Pass();
        else if (opened is { } found)
            _check.Begin(found.Check, connection => _isSettled = _isSettled || DatabaseFile.Settle(connection.Connection, "PASSIVE"), found.IsSmall);
    }

    /// <summary>Which opening of the cache this is: grows by one each time. It is kept with the first write: opening itself writes nothing.</summary>
    public long Session { get; }

    /// <summary>The number that marks temporary files on shares as this cache's own. Made once and kept.</summary>
    public uint Instance { get; }

    /// <summary>Called in the order of the commits, while the next writer waits: it must only pass on, and what it throws reaches nobody.</summary>
    public Action<StoreTransaction>? Committed { get; set; }

    public IEnumerable<ScopeRow> Scopes => Volatile.Read(ref _scopes).Values;

    /// <summary>Whether it was opened to look at.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>Why nothing is written any more; null while all is well.</summary>
    public string? Fault => _fault;

    /// <summary>Whether what the rows say may be acted on by deleting: the database passed its check, and no error left open what it holds.</summary>
    public bool MayDelete => _fault is null && _check.HasPassed;

    /// <summary>Whether the rows are on the disk for sure, so that what no row points to can go.</summary>
    public bool MayCollect => MayDelete && _isSettled;

    /// <summary>Opens it to read and write; on a full disk to read, so that what is cached can be used.</summary>
    public static CacheStore Open(string directory, ILogger? logger = null, StoreSeams? seams = null)
    {
        ItemTable.Check();
        logger ??= NullLogger.Instance;
        seams ??= new StoreSeams();
        OpenedDatabase opened;
        try
        {
            opened = DatabaseFile.OpenWriter(directory, seams.AtOnce);
        }
        catch (CacheOpenException full) when (full.Failure == CacheOpenFailure.DiskFull)
        {
            if (TryOpenBeside(directory, logger) is not { } store) throw;
            EngineLog.DiskFull(logger, full, ReadableText.Of(directory));
            store._fault = "its disk was full when the cache was opened";
            return store;
        }

        return Make(
            directory,
            opened.Connection,
            () => new CacheStore(directory, () => DatabaseFile.OpenReader(directory), opened.Connection, opened, logger, seams));
    }

    /// <summary>Opens it to look at: nothing can be written, and nothing is, not even a lock.</summary>
    public static CacheStore OpenReadOnly(string directory)
    {
        ItemTable.Check();
        var store = OpenBeside(directory, NullLogger.Instance);
        store.IsReadOnly = true;
        return store;
    }

    /// <summary>Null when the share is not in the cache.</summary>
    public ScopeRow? FindScope(UncPath share) => Scopes.FirstOrDefault(scope => scope.Path == share);

    /// <summary>Waits until the check of the database has ended.</summary>
    public Task WhenCheckedAsync(CancellationToken cancellationToken) => _check.Ended.WaitAsync(cancellationToken);

    /// <summary>Ends that check early; the next opening begins it again.</summary>
    public void StopCheck() => _check.Stop();

    public async Task<T> WriteAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken)
    {
        EnsureOpen();
        using var entered = await _gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        EnsureOpen();
        return await Task.Run(() => Write(work), CancellationToken.None).ConfigureAwait(false);
    }

    public Task WriteAsync(Action<StoreTransaction> work, CancellationToken cancellationToken) => WriteAsync(
        transaction =>
        {
            work(transaction);
            return true;
        },
        cancellationToken);

    /// <summary>The same on the calling thread, for calls that are synchronous by their contract.</summary>
    public void WriteHere(Action<StoreTransaction> work)
    {
        EnsureOpen();
        using var entered = _gate.Enter();
        EnsureOpen();
        Write(transaction =>
        {
            work(transaction);
            return true;
        });
    }

    public async Task<T> ReadAsync<T>(Func<StoreConnection, T> work, CancellationToken cancellationToken)
    {
        EnsureOpen();
        using var lease = await _readers.TakeAsync(cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Read(lease, work), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same on the calling thread.</summary>
    public T Read<T>(Func<StoreConnection, T> work)
    {
        using var lease = Lease();
        return Read(lease, work);
    }

    /// <summary>The same, if nothing has to be waited for.</summary>
    public bool TryRead<T>(Func<StoreConnection, T> work, [MaybeNullWhen(false)] out T result)
    {
        EnsureOpen();
        result = default;
        if (!_readers.TryTake(out var lease)) return false;
        using (lease) result = Read(lease, work);
        return true;
    }

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
    public ReaderPool.Lease Lease()
    {
        EnsureOpen();
        return _readers.Take();
    }

    /// <summary>Waits for the write that is at work: it is on another thread, so it ends. None begins after it.</summary>
    public void Dispose()
    {
        using (_gate.Enter())
        {
            if (_disposed) return;
            _disposed = true;
        }

        _check.Stop();
        _readers.Dispose();
        if (_writer is null) return;
        KeepLog(_writer);
        _writer.Dispose();
    }

    private static CacheStore OpenBeside(string directory, ILogger logger)
    {
        var first = DatabaseFile.OpenFirstBeside(directory);
        var store = Make(
            directory, first, () => new CacheStore(directory, () => DatabaseFile.OpenBeside(directory), first, null, logger, new StoreSeams()));
        first.Dispose();
        return store;
    }

    private static CacheStore? TryOpenBeside(string directory, ILogger logger)
    {
        try
        {
            return OpenBeside(directory, logger);
        }
        catch (CacheOpenException)
        {
            return null;
        }
    }

    private static CacheStore Make(string directory, StoreConnection first, Func<CacheStore> make)
    {
        try
        {
            return make();
        }
        catch (Exception exception)
        {
            first.Dispose();
            if (!StoreFailure.IsOurs(exception)) throw;
            var reason = exception is SqliteException error ? StoreFailure.ReasonOf(error) : $"it holds what this library does not write ({exception.Message})";
            throw new CacheOpenException(
                CacheOpenFailure.Corrupt,
                directory,
                $"The cache in '{directory}' was to be opened, but its database cannot be read: {reason}. Nothing was touched. Keep a copy of the directory.",
                exception);
        }
    }

    private static long Number(string? text) => text is null ? 0 : long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private T Write<T>(Func<StoreTransaction, T> work)
    {
        if (_fault is { } fault) throw StoreFailure.Refused(fault);
        if (_writer is null)
            throw new OfflineFilesBackendException("The cache was to be written, but it was opened to be read only. Open it with CacheOpenMode.OpenExisting.");
        var transaction = new StoreTransaction(_writer, _scopes, _ids);
        T result;
        var isCommitting = false;
        try
        {
            Execute("BEGIN IMMEDIATE");
            if (!_isSessionStored) BeginSession(transaction);
            result = work(transaction);
            _ids.Store(transaction);
            isCommitting = true;
            Execute("COMMIT");
        }
        catch (Exception exception)
        {
            if (exception is SqliteException error && StoreFailure.IsFault(error)) _fault ??= StoreFailure.ReasonOf(error);
            RollBack();
            if (!StoreFailure.IsOurs(exception)) throw;
            throw isCommitting && exception is SqliteException cut ? StoreFailure.Committing(cut) : StoreFailure.Writing(exception);
        }

        // It is committed: from here on nothing may make the caller believe that it is not.
        _isSessionStored = true;
        _ids.Committed();
        Volatile.Write(ref _scopes, transaction.Scopes);
        Pass(transaction);
        return result;
    }

    /// <summary>Sees that <see cref="Instance"/> is kept, before anything on a share bears it: what nobody knows for his own is never cleaned up.</summary>
    public Task KeepInstanceAsync(CancellationToken cancellationToken) =>
        _isSessionStored ? Task.CompletedTask : WriteAsync(_ => { }, cancellationToken);

    private void BeginSession(StoreTransaction transaction)
    {
        transaction.SetSetting(SessionSetting, Session.ToString(CultureInfo.InvariantCulture));
        transaction.SetSetting(InstanceSetting, Instance.ToString("x8", CultureInfo.InvariantCulture));
    }

    private void Pass(StoreTransaction transaction)
    {
        try
        {
            Committed?.Invoke(transaction);
        }
#pragma warning disable CA1031 // Whatever it is, the write is done.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            EngineLog.ChangeNotTold(_logger, exception);
        }
    }

    private void RollBack()
    {
        // A failed COMMIT may have rolled back by itself.
        if (raw.sqlite3_get_autocommit(_writer!.Connection.Handle) != 0) return;
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException exception)
        {
            _fault ??= StoreFailure.ReasonOf(exception);
        }
    }

    private void Execute(string text) => _writer!.Statement(text).ExecuteNonQuery();

    private T Read<T>(ReaderPool.Lease lease, Func<StoreConnection, T> work)
    {
        EnsureOpen();
        try
        {
            return work(lease.Connection);
        }
        catch (Exception exception) when (StoreFailure.IsOurs(exception))
        {
            throw StoreFailure.Reading(exception);
        }
    }

    private void CloseReader(StoreConnection reader)
    {
        KeepLog(reader);
        reader.Dispose();
    }

    /// <summary>After a fault the write-ahead log stays for the next opening to read: it may hold what nobody could be told of.</summary>
    private void KeepLog(StoreConnection connection)
    {
        if (_fault is not null) _ = raw.sqlite3_db_config(connection.Connection.Handle!, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
    }
}

/// <summary>What tests put in the place of the machine under a store.</summary>
internal sealed record StoreSeams
{
    /// <summary>How many bytes of a database are checked while it is opened.</summary>
    public long AtOnce { get; init; } = DatabaseFile.AtOnce;

    /// <summary>Called on its thread before a check looks at the database.</summary>
    public Action? BeforeCheck { get; init; }
}
