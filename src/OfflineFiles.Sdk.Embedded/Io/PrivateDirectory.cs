using System.Text;
using Microsoft.Win32.SafeHandles;
using OfflineFiles.Sdk.Embedded.Io.Unix;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// A directory of the cache in which many files are looked at, as <see cref="PrivateFiles.Inspect"/> does. Where the system has calls relative to a
/// directory it is open meanwhile, so that the way to it is not gone for each file.
/// </summary>
internal sealed class PrivateDirectory : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle? _handle;

    public PrivateDirectory(string path)
    {
        _path = path;
        if (OperatingSystem.IsWindows()) return;
        try
        {
            _handle = UnixDurableIo.Open(UnixDurableIo.Anywhere, path, OpenReadOnly | DirectoryOnly, "Open directory", path);
        }
        catch (DurableIoException)
        {
            // Whatever is the matter is told of what is looked at.
        }
    }

    /// <summary>What stands under a path in it, links not followed; null if nothing does.</summary>
    /// <param name="relative">The path in UTF-8, with slashes, and a NUL at its end.</param>
    public PrivateStatus? Inspect(ReadOnlySpan<byte> relative) => _handle is not null
        ? UnixPrivateFiles.Inspect(_handle, relative, _path)
        : PrivateFiles.Inspect(Path.Join(_path, Encoding.UTF8.GetString(relative[..^1]).Replace('/', Path.DirectorySeparatorChar)));

    public void Dispose() => _handle?.Dispose();
}
