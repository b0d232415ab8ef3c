using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Options;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>The directory of a cache before it is opened: made where that was asked for, looked at where it is there.</summary>
internal static class CacheDirectory
{
    public static void Prepare(EmbeddedBackendOptions options)
    {
        if (options.OpenMode == CacheOpenMode.OpenExisting) RequireExisting(options);
        else Directory.CreateDirectory(options.CacheDirectory);
    }

    /// <exception cref="CacheOpenException">The directory holds no cache.</exception>
    public static void RequireExisting(EmbeddedBackendOptions options)
    {
        var directory = options.CacheDirectory;
        if (!Directory.Exists(directory))
            throw Refuse(CacheOpenFailure.NotACache, directory, "there is no such directory", "Check its spelling, or open it with CacheOpenMode.OpenOrCreate to make a cache.");
        if (DatabaseFile.StateOf(directory) is DatabaseState.Missing or DatabaseState.Empty)
            throw Refuse(
                CacheOpenFailure.NotACache,
                directory,
                "it holds no database of a cache",
                "Check its spelling, or open it with CacheOpenMode.OpenOrCreate: that makes a cache, and moves content without a database to a rescue folder.");
    }

    /// <summary>Whatever the system refuses while a cache is opened is told as the reason why it was not opened.</summary>
    public static async Task<T> GuardAsync<T>(string directory, Func<Task<T>> open)
    {
        try
        {
            return await open().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var (failure, advice) = (exception as DurableIoException)?.Fault switch
            {
                DurableIoFault.NoSpace or DurableIoFault.QuotaExceeded => (CacheOpenFailure.DiskFull, "Nothing was lost: make room on the disk and open it again."),
                DurableIoFault.NotADirectory => (CacheOpenFailure.DirectoryMissing, "Name a directory."),
                _ when File.Exists(directory) => (CacheOpenFailure.DirectoryMissing, "It is a file. Name a directory."),
                _ => (CacheOpenFailure.AccessDenied, "Give the account read and write access to the directory and see to the disk."),
            };
            throw Refuse(failure, directory, $"the system refused it ({exception.Message})", advice, exception);
        }
        catch (OfflineFilesBackendException exception)
        {
            throw Refuse(CacheOpenFailure.AccessDenied, directory, $"it cannot be used ({exception.Message})", "See to the disk and open it again.", exception);
        }
    }

    private static CacheOpenException Refuse(CacheOpenFailure failure, string directory, string reason, string advice, Exception? inner = null) => new(
        failure,
        ShownPath.Of(directory),
        $"The cache in {ShownPath.Quote(directory)} was to be opened, but {reason}. {advice}",
        inner);
}
