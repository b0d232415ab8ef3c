using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Logging;
using OfflineFiles.Sdk.Embedded.Options;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>The directory of a cache before it is opened: made where that was asked for, looked at where it is there.</summary>
internal static class CacheDirectory
{
    private const string UntrustedAdvice = "Nothing in it was opened. See who made it; name a directory of this account that nobody else can write to.";

    /// <summary>
    /// Makes it for our account alone. A cache of ours that others have rights to is narrowed, and that is told. One that somebody else made, or in which a
    /// link, a pipe or a file of another account is in the place of one of ours, is refused before anything in it is opened.
    /// </summary>
    /// <remarks>
    /// A directory that holds other things and no cache is not ours to narrow: it is left as it is, since what the cache makes in it is private by itself,
    /// and refused if others can write to it.
    /// </remarks>
    public static void Prepare(EmbeddedBackendOptions options)
    {
        var directory = PathOf(options);
        if (options.OpenMode == CacheOpenMode.OpenExisting) RequireExisting(options);
        else if (PrivateFiles.Inspect(directory) is null) PrivateFiles.CreateDirectory(directory);
        Inspect(directory);
        var isCommon = IsCommon(directory);
        if (isCommon && PrivateFiles.Inspect(directory) is { OthersMayWrite: true })
            throw Refuse(CacheOpenFailure.Untrusted, directory, "it holds other things, and other accounts can write to it", "Name a directory of its own for the cache.");
        var wide = Parts(directory).Skip(isCommon ? 1 : 0).Where(part => PrivateFiles.Inspect(part) is { IsPrivate: false }).ToList();
        if (wide.Count == 0) return;
        // In a directory that others could enter, each file may be open to them.
        foreach (var part in wide) Narrow(part, options.Logger);
        foreach (var file in ContentStore.DirectoriesIn(directory).SelectMany(Directory.EnumerateFiles)) NarrowFile(file);
    }

    private static bool IsCommon(string directory) => !DatabaseFile.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any();

    /// <summary>Requires that everything is ours and what it should be; nothing is opened for it.</summary>
    private static void Inspect(string directory)
    {
        PrivateFiles.RequireDirectory(directory);
        foreach (var name in DatabaseFile.Names.Append(DirectoryClaim.Name).Select(name => Path.Join(directory, name)))
            if (PrivateFiles.Inspect(name) is not null) PrivateFiles.RequireFile(name);
        foreach (var part in ContentStore.DirectoriesIn(directory).Append(Path.Join(directory, CacheRescue.Folder)))
            if (PrivateFiles.Inspect(part) is not null) PrivateFiles.RequireDirectory(part);
    }

    /// <summary>Containers before what is in them.</summary>
    private static IEnumerable<string> Parts(string directory) =>
    [
        directory, .. ContentStore.DirectoriesIn(directory), Path.Join(directory, CacheRescue.Folder),
        .. DatabaseFile.Names.Append(DirectoryClaim.Name).Select(name => Path.Join(directory, name)),
    ];

    private static void Narrow(string part, ILogger logger)
    {
        switch (PrivateFiles.Narrow(part))
        {
            case PrivateNarrowing.Done:
                EngineLog.Narrowed(logger, ReadableText.Of(part));
                break;
            case PrivateNarrowing.Impossible:
                EngineLog.NotNarrowed(logger, ReadableText.Of(part));
                break;
        }
    }

    private static void NarrowFile(string file)
    {
        try
        {
            _ = PrivateFiles.Narrow(file);
        }
        catch (DurableIoException)
        {
            // Not one of ours. It is not opened either.
        }
    }

    /// <exception cref="CacheOpenException">The directory holds no cache.</exception>
    public static void RequireExisting(EmbeddedBackendOptions options)
    {
        var directory = PathOf(options);
        if (PrivateFiles.Inspect(directory) is null)
            throw Refuse(CacheOpenFailure.NotACache, directory, "there is no such directory", "Check its spelling, or open it with CacheOpenMode.OpenOrCreate to make a cache.");
        Inspect(directory);
        if (!DatabaseFile.Exists(directory))
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
                DurableIoFault.Link or DurableIoFault.NotAFile or DurableIoFault.ForeignOwner => (CacheOpenFailure.Untrusted, UntrustedAdvice),
                DurableIoFault.NotADirectory when PrivateFiles.Inspect(directory) is not { Type: FileType.Directory } => (CacheOpenFailure.DirectoryMissing, "Name a directory."),
                DurableIoFault.NotADirectory => (CacheOpenFailure.Untrusted, UntrustedAdvice),
                _ => (CacheOpenFailure.AccessDenied, "Give the account read and write access to the directory and see to the disk."),
            };
            throw Refuse(failure, directory, $"the system refused it ({exception.Message})", advice, exception);
        }
        catch (OfflineFilesBackendException exception)
        {
            throw Refuse(CacheOpenFailure.AccessDenied, directory, $"it cannot be used ({exception.Message})", "See to the disk and open it again.", exception);
        }
    }

    // A separator at the end would follow a link in the place of the directory.
    private static string PathOf(EmbeddedBackendOptions options) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.CacheDirectory));

    private static CacheOpenException Refuse(CacheOpenFailure failure, string directory, string reason, string advice, Exception? inner = null) => new(
        failure,
        ShownPath.Of(directory),
        $"The cache in {ShownPath.Quote(directory)} was to be opened, but {reason}. {advice}",
        inner);
}
