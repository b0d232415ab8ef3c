using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Reports;

/// <summary>Turns what the layers underneath throw into the family of errors that callers know.</summary>
internal static class FailureTranslator
{
    public const int Cancelled = unchecked((int)0x800704C7);

    private const int NotFound = unchecked((int)0x80070002);
    private const int AccessDenied = unchecked((int)0x80070005);
    private const int WriteProtected = unchecked((int)0x80070013);
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int NotSupported = unchecked((int)0x80070032);
    private const int NetworkUnreachable = unchecked((int)0x80070033);
    private const int FileExists = unchecked((int)0x80070050);
    private const int DiskFull = unchecked((int)0x80070070);
    private const int InvalidName = unchecked((int)0x8007007B);
    private const int NotEmpty = unchecked((int)0x80070091);
    private const int NameTooLong = unchecked((int)0x800700CE);
    private const int FileTooLarge = unchecked((int)0x800700DF);
    private const int ArithmeticOverflow = unchecked((int)0x80070216);
    private const int NoSystemResources = unchecked((int)0x800705AA);
    private const int QuotaExceeded = unchecked((int)0x80070718);

    /// <summary>Whether an error is about the item at hand, so that others can go on.</summary>
    public static bool IsItemError(Exception exception) =>
        exception is OfflineFilesException || IsForeign(exception);

    /// <summary>Whether an error belongs to a layer underneath and means nothing to a caller until it is translated.</summary>
    public static bool IsForeign(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SqliteException or OverflowException or FormatException || IsOwn(exception);

    public static OfflineFilesException Translate(Exception exception, string operation, UncPath? path)
    {
        if (exception is OfflineFilesException known && !IsOwn(exception)) return known;
        var subject = path is null ? operation : $"{operation} of '{path}'";
        var fault = (exception as DurableIoException)?.Fault;
        if (fault == DurableIoFault.NotFound && path is not null)
            return new ItemNotFoundException(path, $"{operation} was asked of '{path}', but it is not there. Check the path.");
        return new OfflineFilesBackendException($"{subject} failed: {exception.Message}", exception)
        {
            NativeCode = CodeOf(exception),
            Operation = operation,
            Path = path?.ToString(),
            IsTransient = fault is DurableIoFault.InUse or DurableIoFault.Unreachable or DurableIoFault.NoSpace or DurableIoFault.QuotaExceeded
                or DurableIoFault.Exhausted,
        };
    }

    /// <summary>The documented code that fits best.</summary>
    public static int CodeOf(Exception exception) => exception switch
    {
        ItemNotFoundException => NotFound,
        ShareUnavailableException => NetworkUnreachable,
        OperationNotSupportedException => NotSupported,
        OfflineFilesBackendException { NativeCode: { } code } => code,
        DurableIoException durable => CodeOf(durable),
        UnauthorizedAccessException => AccessDenied,
        OverflowException => ArithmeticOverflow,
        _ => exception.HResult,
    };

    /// <summary>Whether it is of the family, but of a type that the engine's parts tell one another and no caller can name.</summary>
    private static bool IsOwn(Exception exception) => exception is OfflineFilesException && !exception.GetType().IsVisible;

    private static int CodeOf(DurableIoException exception) => exception.Fault switch
    {
        DurableIoFault.NotFound or DurableIoFault.NotADirectory => NotFound,
        DurableIoFault.AlreadyExists => FileExists,
        DurableIoFault.NotEmpty => NotEmpty,
        DurableIoFault.AccessDenied or DurableIoFault.ForeignOwner => AccessDenied,
        DurableIoFault.ReadOnlyFileSystem => WriteProtected,
        DurableIoFault.NoSpace => DiskFull,
        DurableIoFault.QuotaExceeded => QuotaExceeded,
        DurableIoFault.InUse => SharingViolation,
        DurableIoFault.NameTooLong => NameTooLong,
        DurableIoFault.InvalidName => InvalidName,
        DurableIoFault.NotSupported or DurableIoFault.CrossDevice or DurableIoFault.Link or DurableIoFault.NotAFile => NotSupported,
        DurableIoFault.TooLarge => FileTooLarge,
        DurableIoFault.Exhausted => NoSystemResources,
        DurableIoFault.Unreachable => NetworkUnreachable,
        _ => exception.HResult,
    };
}
