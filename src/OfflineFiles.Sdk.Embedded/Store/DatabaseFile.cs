using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>Opens the database file of a cache, or says why not before anything in it is touched.</summary>
internal static class DatabaseFile
{
    /// <summary>"OFC1": tells our database from any other.</summary>
    public const int ApplicationId = 0x4F464331;

    public const string Name = "cache.db";

    private const int HeaderLength = 100;
    private const int ApplicationIdOffset = 68;

    public static StoreConnection OpenWriter(string directory)
    {
        var file = Path.Join(directory, Name);
        Inspect(file);
        StoreConnection? writer = null;
        try
        {
            var wasClean = !File.Exists(file + "-wal") || new FileInfo(file + "-wal").Length == 0;
            writer = new StoreConnection(Connect(file));
            RefuseNewer(writer.Connection, file);
            Check(writer.Connection, file, wasClean);
            if (Sql.Integer(writer.Connection, "PRAGMA application_id") == 0)
                Sql.Execute(writer.Connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
            Sql.Execute(writer.Connection, "PRAGMA journal_mode = WAL");
            Migrations.Apply(writer.Connection, Migrations.Steps);
            var opened = writer;
            writer = null;
            return opened;
        }
        catch (SqliteException exception)
        {
            throw Refusal(file, exception);
        }
        catch (Exception exception) when (NativeEngine.Missing(exception) is { } missing)
        {
            throw Refuse(CacheOpenFailure.LibraryMissing, file, NativeEngine.Tell(missing), NativeEngine.Advice, exception);
        }
        finally
        {
            writer?.Dispose();
        }
    }

    public static StoreConnection OpenReader(string directory) => new(Connect(Path.Join(directory, Name)));

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Sql.Execute(connection, "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads the first bytes without the database engine: it must not so much as lock a file that is not ours.</summary>
    private static void Inspect(string file)
    {
        if (!File.Exists(file)) return;
        Span<byte> header = stackalloc byte[HeaderLength];
        int read;
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw Refuse(CacheOpenFailure.AccessDenied, file, "it cannot be read", "Give the account read and write access to it.", exception);
        }

        // An empty file is what a crash right after the first open leaves.
        if (read == 0) return;
        if (read < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
            throw Refuse(CacheOpenFailure.ForeignDatabase, file, "it is no SQLite database", "Name another cache directory.");
        if (BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) != ApplicationId)
            throw Refuse(CacheOpenFailure.ForeignDatabase, file, "it is the database of another application", "Name another cache directory.");
    }

    private static void RefuseNewer(SqliteConnection connection, string file)
    {
        var version = Sql.Integer(connection, "PRAGMA user_version");
        if (version > Migrations.Current)
            throw Refuse(
                CacheOpenFailure.NewerVersion,
                file,
                string.Create(CultureInfo.InvariantCulture, $"it has version {version} and this library knows {Migrations.Current}"),
                "Use the later version of the library.");
    }

    private static void Check(SqliteConnection connection, string file, bool wasClean)
    {
        var verdict = Sql.Text(connection, wasClean ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)");
        if (verdict != "ok") throw Refuse(CacheOpenFailure.Corrupt, file, $"it is damaged ({verdict})", CorruptAdvice);
    }

    private const string CorruptAdvice = "Nothing was touched. Keep a copy of the cache directory: the content in it may hold changes that were never synchronised.";

    private static CacheOpenException Refusal(string file, SqliteException exception) => exception.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => Refuse(CacheOpenFailure.Corrupt, file, $"it is damaged ({exception.Message})", CorruptAdvice, exception),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => Refuse(CacheOpenFailure.InUse, file, "something else has it locked", "Close what uses it.", exception),
        _ => Refuse(CacheOpenFailure.AccessDenied, file, $"the database engine refused it ({exception.Message})", "Give the account read and write access to the directory and see that the disk is not full.", exception),
    };

    private static CacheOpenException Refuse(CacheOpenFailure failure, string file, string reason, string advice, Exception? inner = null) =>
        new(failure, file, $"The cache database '{file}' was to be opened, but {reason}. {advice}", inner);
}
