using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Io;
using static SQLitePCL.raw;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>Opens the database file of a cache, or says why not before anything in it is touched.</summary>
internal static class DatabaseFile
{
    /// <summary>"OFC1": tells our database from any other.</summary>
    public const int ApplicationId = 0x4F464331;

    public const string Name = "cache.db";

    /// <summary>
    /// How many bytes of a database are checked, and how many of a log are brought into it, while the cache is opened: a part of a second. More is done
    /// beside the work, and nothing is deleted until then.
    /// </summary>
    public const long AtOnce = 16 * 1024 * 1024;

    // Its check found damage: the next opening waits for a check, however large it is, and refuses what does not pass.
    private const string Suspect = Name + "-suspect";

    private const int HeaderLength = 100;
    private const int ApplicationIdOffset = 68;
    private const int LongestValue = 16 * 1024 * 1024;
    private const string CorruptAdvice =
        "Nothing was touched. Keep a copy of the cache directory: the content in it may hold changes that were never synchronised. "
        + "EmbeddedBackendOptions.SetsDamagedDatabaseAside moves both to a rescue folder and begins anew.";

    // What a database that somebody else made could make the engine do.
    private static readonly (int Option, int Value)[] Defences =
    [
        (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0), (SQLITE_DBCONFIG_ENABLE_VIEW, 0),
    ];

    /// <summary>The file and those that SQLite keeps beside it.</summary>
    public static IReadOnlyList<string> Names { get; } = [Name, Name + "-wal", Name + "-shm", Name + "-journal", Suspect];

    /// <summary>Whether there is a file with bytes in it. It is not opened: to close it again would end the locks of an engine in this process.</summary>
    public static bool Exists(string directory) => new FileInfo(Path.Join(directory, Name)) is { Exists: true, Length: > 0 };

    /// <summary>What stands in the place of the database, by its first bytes. For whoever holds the cache directory.</summary>
    public static DatabaseState StateOf(string directory)
    {
        var file = Path.Join(directory, Name);
        if (PrivateFiles.Inspect(file) is null) return DatabaseState.Missing;
        Span<byte> header = stackalloc byte[HeaderLength];
        int read;
        // Without the database engine: it must not so much as lock a file that is not ours.
        using (var stream = new FileStream(PrivateFiles.Open(file, FileAccess.Read), FileAccess.Read, bufferSize: 1, isAsync: false))
            read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read == 0) return DatabaseState.Empty;
        if (read < HeaderLength || !header.StartsWith("SQLite format 3\0"u8)) return DatabaseState.NoDatabase;
        return BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) == ApplicationId ? DatabaseState.Ours : DatabaseState.OfAnother;
    }

    /// <summary>Opens it to write, made or brought to the current form first.</summary>
    public static OpenedDatabase OpenWriter(string directory, long atOnce = AtOnce)
    {
        var file = Path.Join(directory, Name);
        RefuseForeign(directory, file);
        return Open(file, () =>
        {
            var log = LengthOf(file + "-wal");
            var isSmall = LengthOf(file) + log <= atOnce;
            // What SQLite makes beside it gets the permissions of the file itself.
            PrivateFiles.OpenOrCreate(file).Dispose();
            var connection = Connect(file, SqliteOpenMode.ReadWrite);
            try
            {
                Check(connection, file);
                // What a crash left is opened even if it is damaged, to be read: only one that is known for it is refused.
                var isChecked = isSmall && log == 0 || File.Exists(SuspectOf(directory));
                if (isChecked) RequireWhole(connection, directory, file, CheckOf(log > 0));
                var isSettled = log == 0 || (isChecked || log <= atOnce) && Settle(connection, "TRUNCATE");
                if (Sql.Integer(connection, "PRAGMA application_id") == 0)
                    Sql.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
                Sql.Execute(connection, "PRAGMA journal_mode = WAL");
                Migrations.Apply(connection, Migrations.Steps);
                return new OpenedDatabase(new StoreConnection(connection), CheckOf(log > 0), isChecked, isSmall, isSettled);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <summary>One more connection to a database that a writer has open.</summary>
    public static StoreConnection OpenReader(string directory) => new(Connect(Path.Join(directory, Name), SqliteOpenMode.ReadWrite));

    /// <summary>Opens it to look at, with no effect on it, whoever has it open.</summary>
    public static StoreConnection OpenBeside(string directory)
    {
        var file = Path.Join(directory, Name);
        return new StoreConnection(Connect(ReadOnlyUri(file), SqliteOpenMode.ReadOnly));
    }

    /// <summary>The same, and refuses a database that cannot be read as it is.</summary>
    public static StoreConnection OpenFirstBeside(string directory)
    {
        var file = Path.Join(directory, Name);
        return Open(file, () =>
        {
            var connection = OpenBeside(directory);
            try
            {
                if (Sql.Integer(connection.Connection, "PRAGMA application_id") != ApplicationId) throw RefuseOfAnother(file);
                Check(connection.Connection, file);
                if (Sql.Integer(connection.Connection, "PRAGMA user_version") is var version && version == Migrations.Current) return connection;
                throw Refuse(
                    CacheOpenFailure.OlderVersion,
                    file,
                    string.Create(CultureInfo.InvariantCulture, $"it has version {version}, and only version {Migrations.Current} can be looked at"),
                    "Open the cache once with CacheOpenMode.OpenExisting.");
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    private static T Open<T>(string file, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException exception)
        {
            throw Refusal(file, exception);
        }
        catch (Exception exception) when (NativeEngine.Missing(exception) is { } missing)
        {
            throw Refuse(CacheOpenFailure.LibraryMissing, file, NativeEngine.Tell(missing), NativeEngine.Advice, exception);
        }
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            foreach (var (option, value) in Defences) _ = sqlite3_db_config(connection.Handle!, option, value, out _);
            _ = sqlite3_limit(connection.Handle!, SQLITE_LIMIT_LENGTH, LongestValue);
            _ = sqlite3_limit(connection.Handle!, SQLITE_LIMIT_ATTACHED, 0);
            Sql.Execute(
                connection,
                """
                PRAGMA busy_timeout = 10000; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
                PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384;
                """);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Without a write-ahead log no engine runs, and all there is stands in the file. With one, its index is read and not written, where there is one.
    private static string ReadOnlyUri(string file)
    {
        var how = !File.Exists(file + "-wal") ? "&immutable=1" : File.Exists(file + "-shm") ? "&readonly_shm=1" : "";
        var path = Path.GetFullPath(file).Replace(Path.DirectorySeparatorChar, '/').Replace("%", "%25").Replace("?", "%3f").Replace("#", "%23");
        return $"file://{(path.StartsWith('/') ? "" : "/")}{path}?mode=ro{how}";
    }

    private static void RefuseForeign(string directory, string file)
    {
        switch (StateOf(directory))
        {
            case DatabaseState.NoDatabase:
                throw Refuse(CacheOpenFailure.ForeignDatabase, file, "it is no SQLite database", "Name another cache directory.");
            case DatabaseState.OfAnother:
                throw RefuseOfAnother(file);
        }
    }

    private static CacheOpenException RefuseOfAnother(string file) =>
        Refuse(CacheOpenFailure.ForeignDatabase, file, "it is the database of another application", "Name another cache directory.");

    /// <summary>
    /// Notes that a check beside the work found damage. That does no harm until the cache is opened again: nothing is written or deleted meanwhile.
    /// </summary>
    public static void NoteDamage(string directory)
    {
        try
        {
            PrivateFiles.OpenOrCreate(SuspectOf(directory)).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next opening checks it beside the work again.
        }
    }

    /// <summary>
    /// Brings the log of a crash into the file: a sync of the log that failed once may seem to succeed the next time, and only what is written again is
    /// known to be on the disk. Passive, nobody waits for it.
    /// </summary>
    /// <returns>Whether all that was committed before is in the file itself, on the disk.</returns>
    public static bool Settle(SqliteConnection connection, string mode)
    {
        try
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of two constants.
            command.CommandText = $"PRAGMA wal_checkpoint({mode})";
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            return reader.Read() && reader.GetInt64(0) == 0 && reader.GetInt64(1) == reader.GetInt64(2);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLITE_FULL or SQLITE_BUSY)
        {
            return false;
        }
    }

    private static string SuspectOf(string directory) => Path.Join(directory, Suspect);

    private static long LengthOf(string file) => new FileInfo(file) is { Exists: true, Length: var length } ? length : 0;

    /// <summary>What a crash may have left asks for more than what the disk may have lost since the cache was closed.</summary>
    private static string CheckOf(bool afterCrash) => afterCrash ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";

    private static void RequireWhole(SqliteConnection connection, string directory, string file, string check)
    {
        if (Sql.Text(connection, check) is var verdict and not "ok")
            throw Refuse(CacheOpenFailure.Corrupt, file, $"it is damaged ({verdict})", CorruptAdvice);
        if (File.Exists(SuspectOf(directory))) File.Delete(SuspectOf(directory));
    }

    /// <summary>What can be seen at once, however large it is: the header, the length of the file, and what it declares.</summary>
    private static void Check(SqliteConnection connection, string file)
    {
        var version = Sql.Integer(connection, "PRAGMA user_version");
        if (version > Migrations.Current)
            throw Refuse(
                CacheOpenFailure.NewerVersion,
                file,
                string.Create(CultureInfo.InvariantCulture, $"it has version {version} and this library knows {Migrations.Current}"),
                "Use the later version of the library.");
        if (version < 0)
            throw Refuse(CacheOpenFailure.Corrupt, file, "its version is negative", CorruptAdvice);
        if (SchemaCheck.FindDifference(connection, (int)version) is { } part)
            throw Refuse(
                CacheOpenFailure.ForeignDatabase, file, $"its {ReadableText.Of(part)} is not as this library makes it", "Somebody else changed it. Name another cache directory.");
    }

    private static CacheOpenException Refusal(string file, SqliteException exception) => exception.SqliteErrorCode switch
    {
        SQLITE_CORRUPT or SQLITE_NOTADB => Refuse(CacheOpenFailure.Corrupt, file, $"it is damaged ({exception.Message})", CorruptAdvice, exception),
        SQLITE_BUSY or SQLITE_LOCKED => Refuse(CacheOpenFailure.InUse, file, "something else has it locked", "Close what uses it.", exception),
        _ when IsDiskFull(exception) => Refuse(
            CacheOpenFailure.DiskFull, file, "its disk is full", "Nothing was lost: make room on the disk and open it again.", exception),
        _ => Refuse(
            CacheOpenFailure.AccessDenied,
            file,
            $"the database engine refused it ({exception.Message})",
            "Give the account read and write access to the directory and see to the disk.",
            exception),
    };

    // The index of the write-ahead log is a file too.
    private static bool IsDiskFull(SqliteException exception) =>
        exception.SqliteErrorCode == SQLITE_FULL || exception.SqliteExtendedErrorCode == SQLITE_IOERR_SHMSIZE;

    private static CacheOpenException Refuse(CacheOpenFailure failure, string file, string reason, string advice, Exception? inner = null) =>
        new(failure, file, $"The cache database '{file}' was to be opened, but {reason}. {advice}", inner);
}

/// <summary>What stands in the place of a cache's database.</summary>
internal enum DatabaseState
{
    Missing,

    /// <summary>A file of no bytes: what a crash right after the first opening leaves, or a repair of the file system.</summary>
    Empty,
    NoDatabase,
    OfAnother,
    Ours,
}

/// <summary>A database and how it was found.</summary>
/// <param name="Connection">To write with.</param>
/// <param name="Check">The statement that looks whether it is whole.</param>
/// <param name="IsChecked">Whether it was found whole already.</param>
/// <param name="IsSmall">Whether it is checked in no time.</param>
/// <param name="IsSettled">Whether all that was committed before is known to be on the disk.</param>
internal readonly record struct OpenedDatabase(StoreConnection Connection, string Check, bool IsChecked, bool IsSmall, bool IsSettled);
