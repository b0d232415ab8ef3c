using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

[SupportedOSPlatform("windows")]
internal static class WindowsPrivateFiles
{
    public static void CreateDirectory(string path) => WindowsDurableIo.CreateDirectory(path);

    public static SafeFileHandle Create(string path) => File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);

    public static SafeFileHandle Open(string path, FileAccess access) =>
        File.OpenHandle(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);

    public static SafeFileHandle OpenLocked(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    public static PrivateStatus? Inspect(string path) => File.Exists(path) || Directory.Exists(path)
        ? new PrivateStatus { Type = Directory.Exists(path) ? FileType.Directory : FileType.File, IsOurs = true, OthersMayRead = false, OthersMayWrite = false }
        : null;

    public static void Narrow(string path)
    {
    }
}
