namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Holds a cache directory for one engine, in this process and against others, for as long as it is not disposed or the process lives.</summary>
internal static class DirectoryClaim
{
    private const string Name = "engine.lock";

    public static FileStream Take(string directory)
    {
        var file = Path.Join(directory, Name);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new CacheOpenException(
                CacheOpenFailure.AccessDenied,
                directory,
                $"The cache in '{directory}' was to be opened, but access is denied. Give the account read and write access to the directory.",
                exception);
        }
        catch (IOException exception)
        {
            throw new CacheOpenException(
                CacheOpenFailure.InUse,
                directory,
                $"The cache in '{directory}' was to be opened, but another engine has it open. Close that one, or use another directory.",
                exception);
        }
    }
}
