using System.Globalization;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>Tells what the database engine throws in the family of errors that callers know. Nothing else leaves the store.</summary>
internal static class StoreFailure
{
    private const int DiskFull = unchecked((int)0x80070070);
    private const int DeviceError = unchecked((int)0x8007045D);
    private const int Damaged = unchecked((int)0x80070570);
    private const int InUse = unchecked((int)0x80070021);
    private const int AccessDenied = unchecked((int)0x80070005);
    private const int OutOfMemory = unchecked((int)0x8007000E);
    private const int Unspecified = unchecked((int)0x80004005);

    /// <summary>Whether an error is the database's: the engine's own, or a value in a row that no engine of this library writes.</summary>
    public static bool IsOurs(Exception exception) => exception is SqliteException || IsDamage(exception);

    /// <summary>
    /// Whether after an error nothing more may be written or deleted: what the database holds on the disk is not known any more, and only opening it
    /// again tells.
    /// </summary>
    public static bool IsFault(SqliteException exception) => exception.SqliteErrorCode is SQLITE_IOERR or SQLITE_CORRUPT or SQLITE_NOTADB;

    public static OfflineFilesBackendException Reading(Exception exception) => Tell("read", exception, "");

    public static OfflineFilesBackendException Writing(Exception exception) => Tell("written", exception, " Nothing was saved.");

    /// <summary>It was being committed when it failed: whether it was saved is not known.</summary>
    public static OfflineFilesBackendException Committing(SqliteException exception) => Tell(
        "written",
        exception,
        IsFault(exception) ? " Whether the change was saved is seen when the cache is opened again; nothing more is written until then." : " Nothing was saved.");

    /// <summary>It failed before, and nothing is written since.</summary>
    public static OfflineFilesBackendException Refused(string reason) => new(
        $"The cache database was to be written, but {reason}. Reading goes on; nothing is written or deleted until the cache is opened again. "
        + "See to the disk, dispose the cache and open it.")
    {
        NativeCode = DeviceError,
    };

    /// <summary>As many as may read do, and none of them has ended for a time.</summary>
    public static OfflineFilesBackendException Crowded(int readers, TimeSpan waited) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The cache database was to be read, but {readers} reads have been at work for {waited.TotalSeconds:0} seconds, and no more run at once. ")
        + "Try again, and read on fewer threads.")
    {
        NativeCode = InUse,
        IsTransient = true,
    };

    public static string ReasonOf(SqliteException exception) => exception.SqliteErrorCode switch
    {
        SQLITE_FULL => "its disk is full",
        SQLITE_IOERR => $"its disk failed ({exception.Message})",
        SQLITE_CORRUPT or SQLITE_NOTADB => $"it is damaged ({exception.Message})",
        SQLITE_BUSY or SQLITE_LOCKED => "something else has it locked",
        SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH => "it may not be written",
        _ => $"the database engine refused it ({exception.Message})",
    };

    private static bool IsDamage(Exception exception) =>
        exception is FormatException or OverflowException or ArgumentOutOfRangeException;

    private static OfflineFilesBackendException Tell(string asked, Exception exception, string outcome)
    {
        var error = exception as SqliteException;
        var (code, advice, isTransient) = error?.SqliteErrorCode switch
        {
            SQLITE_FULL => (DiskFull, "Make room on the disk and try again.", true),
            SQLITE_IOERR => (DeviceError, "See to the disk, dispose the cache and open it again.", false),
            SQLITE_BUSY or SQLITE_LOCKED => (InUse, "Close what uses it and try again.", true),
            SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH or SQLITE_CANTOPEN => (AccessDenied, "Give the account read and write access to the cache directory.", false),
            SQLITE_NOMEM => (OutOfMemory, "Try again when there is more memory.", true),
            null or SQLITE_CORRUPT or SQLITE_NOTADB => (Damaged, "Keep a copy of the cache directory and open the cache again.", false),
            _ => (Unspecified, "Try again; if it stays, dispose the cache and open it again.", false),
        };
        var reason = error is null ? $"it holds what this library does not write ({exception.Message})" : ReasonOf(error);
        return new OfflineFilesBackendException($"The cache database was to be {asked}, but {reason}.{outcome} {advice}", exception)
        {
            NativeCode = code,
            IsTransient = isTransient,
        };
    }
}
