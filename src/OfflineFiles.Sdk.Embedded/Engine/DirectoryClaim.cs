using Microsoft.Win32.SafeHandles;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Holds a cache directory for one engine, in this process and against others, for as long as it is not disposed or the process lives.</summary>
internal static class DirectoryClaim
{
    public const string Name = "engine.lock";

    public static SafeFileHandle Take(string directory)
    {
        try
        {
            return PrivateFiles.OpenLocked(Path.Join(directory, Name));
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            throw new CacheOpenException(
                CacheOpenFailure.InUse,
                directory,
                $"The cache in '{directory}' was to be opened, but another engine has it open. Close that one, or use another directory.",
                exception);
        }
    }

    // Windows says so by itself, in the words of the runtime.
    private static bool IsHeld(IOException exception) => exception is DurableIoException { Fault: DurableIoFault.InUse }
        || exception is not DurableIoException && OperatingSystem.IsWindows() && (exception.HResult & 0xFFFF) is 32 or 33;
}
