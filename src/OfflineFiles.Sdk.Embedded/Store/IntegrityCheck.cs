using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Embedded.Logging;
using SQLitePCL;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// Looks whether a database is whole that was not closed properly. It runs beside everything else; until it has passed, nothing is deleted.
/// </summary>
internal sealed class IntegrityCheck(Func<StoreConnection> open, Action<string> failed, ILogger logger)
{
    private readonly object _sync = new();
    private StoreConnection? _connection;
    private bool _isStopped;

    /// <summary>Whether the database was found whole.</summary>
    public bool HasPassed { get; private set; }

    /// <summary>Ends, without an error, when the check has ended in whatever way.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>For a database that needs no look.</summary>
    public void Pass() => HasPassed = true;

    public void Begin() => Ended = Task.Run(Run);

    /// <summary>Ends it early. It has not passed then.</summary>
    public void Stop()
    {
        lock (_sync)
        {
            _isStopped = true;
            if (_connection is { } connection) raw.sqlite3_interrupt(connection.Connection.Handle);
        }
    }

    private void Run()
    {
        try
        {
            using var connection = open();
            lock (_sync)
            {
                if (_isStopped) return;
                _connection = connection;
            }

            var verdict = Sql.Text(connection.Connection, "PRAGMA integrity_check(1)");
            if (verdict == "ok") HasPassed = true;
            else Fail($"it is damaged ({verdict})");
        }
        catch (SqliteException) when (_isStopped)
        {
            // Interrupted: the next opening checks again.
        }
        catch (SqliteException exception)
        {
            Fail(StoreFailure.ReasonOf(exception));
        }
#pragma warning disable CA1031 // Whatever stopped it, the database was not found whole.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception.Message);
        }
        finally
        {
            lock (_sync) _connection = null;
        }
    }

    private void Fail(string reason)
    {
        EngineLog.CheckFailed(logger, ReadableText.Of(reason));
        failed(reason);
    }
}
