using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Embedded.Logging;
using SQLitePCL;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// Looks whether a database is whole: one that is small at once, a larger one beside everything else. Until it has passed, nothing is deleted.
/// </summary>
internal sealed class IntegrityCheck(Func<StoreConnection> open, Action<string, bool> failed, ILogger logger)
{
    private readonly object _sync = new();
    private StoreConnection? _connection;
    private bool _isStopped;

    /// <summary>Whether the database was found whole.</summary>
    public bool HasPassed { get; private set; }

    /// <summary>Ends, without an error, when the check has ended in whatever way.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>For a database that was looked at.</summary>
    public void Pass() => HasPassed = true;

    /// <param name="check">The statement that answers "ok" for a database that is whole.</param>
    /// <param name="passed">What is done then, before anybody hears of it.</param>
    /// <param name="isAtOnce">Whether it has ended when this returns.</param>
    public void Begin(string check, Action<StoreConnection> passed, bool isAtOnce)
    {
        if (isAtOnce) Run(check, passed);
        else Ended = Task.Run(() => Run(check, passed));
    }

    /// <summary>Ends it early. It has not passed then.</summary>
    public void Stop()
    {
        lock (_sync)
        {
            _isStopped = true;
            if (_connection is { } connection) raw.sqlite3_interrupt(connection.Connection.Handle);
        }
    }

    private void Run(string check, Action<StoreConnection> passed)
    {
        try
        {
            using var connection = open();
            lock (_sync)
            {
                if (_isStopped) return;
                _connection = connection;
            }

            var verdict = Sql.Text(connection.Connection, check);
            if (verdict != "ok")
            {
                Fail($"it is damaged ({verdict})", isDamage: true);
                return;
            }

            passed(connection);
            HasPassed = true;
        }
        catch (SqliteException) when (_isStopped)
        {
            // Interrupted: the next opening checks again.
        }
        catch (SqliteException exception)
        {
            Fail(StoreFailure.ReasonOf(exception), exception.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB);
        }
#pragma warning disable CA1031 // Whatever stopped it, the database was not found whole.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception.Message, isDamage: false);
        }
        finally
        {
            lock (_sync) _connection = null;
        }
    }

    private void Fail(string reason, bool isDamage)
    {
        EngineLog.CheckFailed(logger, ReadableText.Of(reason));
        failed(reason, isDamage);
    }
}
