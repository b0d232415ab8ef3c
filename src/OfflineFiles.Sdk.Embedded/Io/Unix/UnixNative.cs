using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>The C library's functions. Paths are NUL-terminated bytes, see <see cref="UnixName"/>.</summary>
internal static partial class UnixNative
{
    private const string Library = "libc";

    [StructLayout(LayoutKind.Sequential)]
    public struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }

    [LibraryImport(Library, EntryPoint = "openat", SetLastError = true)]
    public static partial int OpenAt(SafeFileHandle directory, ReadOnlySpan<byte> path, int flags, uint mode);

    // The mode of openat is a variadic argument, which Apple's arm64 passes on the stack: five arguments fill the registers before it.
    [LibraryImport(Library, EntryPoint = "openat", SetLastError = true)]
    public static partial int OpenAtAppleArm(
        SafeFileHandle directory, ReadOnlySpan<byte> path, nint flags, nint fill1, nint fill2, nint fill3, nint fill4, nint fill5, nint mode);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    public static partial int Fsync(SafeFileHandle file);

    /// <summary>Linux only.</summary>
    [LibraryImport(Library, EntryPoint = "sync_file_range", SetLastError = true)]
    public static partial int SyncFileRange(SafeFileHandle file, long from, long length, uint flags);

    /// <summary>Linux only.</summary>
    [LibraryImport(Library, EntryPoint = "syncfs", SetLastError = true)]
    public static partial int SyncFileSystem(SafeFileHandle file);

    [LibraryImport(Library, EntryPoint = "fcntl", SetLastError = true)]
    public static partial int Fcntl(SafeFileHandle file, int command);

    [LibraryImport(Library, EntryPoint = "renameat", SetLastError = true)]
    public static partial int RenameAt(SafeFileHandle directory, byte[] path, SafeFileHandle newDirectory, byte[] newPath);

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    public static partial nint RenameAt2(
        nint number, SafeFileHandle directory, byte[] path, SafeFileHandle newDirectory, byte[] newPath, nint flags);

    [LibraryImport(Library, EntryPoint = "renameatx_np", SetLastError = true)]
    public static partial int RenameAtApple(SafeFileHandle directory, byte[] path, SafeFileHandle newDirectory, byte[] newPath, uint flags);

    [LibraryImport(Library, EntryPoint = "linkat", SetLastError = true)]
    public static partial int LinkAt(SafeFileHandle directory, byte[] path, SafeFileHandle newDirectory, byte[] newPath, int flags);

    [LibraryImport(Library, EntryPoint = "unlinkat", SetLastError = true)]
    public static partial int UnlinkAt(SafeFileHandle directory, byte[] path, int flags);

    [LibraryImport(Library, EntryPoint = "mkdirat", SetLastError = true)]
    public static partial int MakeDirectoryAt(SafeFileHandle directory, byte[] path, uint mode);

    [LibraryImport(Library, EntryPoint = "fchmod", SetLastError = true)]
    public static partial int ChangeMode(SafeFileHandle file, uint mode);

    [LibraryImport(Library, EntryPoint = "fchmodat", SetLastError = true)]
    public static partial int ChangeModeAt(SafeFileHandle directory, byte[] path, uint mode, int flags);

    [LibraryImport(Library, EntryPoint = "fchown", SetLastError = true)]
    public static partial int ChangeOwner(SafeFileHandle file, uint owner, uint group);

    [LibraryImport(Library, EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    [LibraryImport(Library, EntryPoint = "umask")]
    public static partial uint Umask(uint mask);

    [LibraryImport(Library, EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(SafeFileHandle file, int operation);

    // The wrapper of the C library guesses what the call before it could not be asked for.
    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    public static partial nint AccessAt2(nint number, SafeFileHandle directory, byte[] path, nint access, nint flags);

    [LibraryImport(Library, EntryPoint = "faccessat", SetLastError = true)]
    public static partial int AccessAt(SafeFileHandle directory, byte[] path, int access, int flags);

    [LibraryImport(Library, EntryPoint = "fstatfs", SetLastError = true)]
    public static partial int FileSystemStatus(SafeFileHandle file, [Out] byte[] buffer);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(SafeFileHandle file, nuint request, [Out] byte[] buffer);

    [LibraryImport(Library, EntryPoint = "flistxattr", SetLastError = true)]
    public static partial nint ListAttributes(SafeFileHandle file, [Out] byte[] names, nint length);

    [LibraryImport(Library, EntryPoint = "fgetxattr", SetLastError = true)]
    public static partial nint GetAttribute(SafeFileHandle file, byte[] name, [Out] byte[] value, nint length);

    [LibraryImport(Library, EntryPoint = "fsetxattr", SetLastError = true)]
    public static partial int SetAttribute(SafeFileHandle file, byte[] name, byte[] value, nint length, int flags);

    [LibraryImport(Library, EntryPoint = "fremovexattr", SetLastError = true)]
    public static partial int RemoveAttribute(SafeFileHandle file, byte[] name);

    /// <summary>macOS: access lists and extended attributes from one file to another.</summary>
    [LibraryImport(Library, EntryPoint = "fcopyfile", SetLastError = true)]
    public static partial int CopyAttributesApple(SafeFileHandle from, SafeFileHandle to, nint state, uint what);

    [LibraryImport(Library, EntryPoint = "futimens", SetLastError = true)]
    public static partial int SetTimes(SafeFileHandle file, [In] TimeSpec[] accessedThenModified);

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    public static partial nint Statx(nint number, SafeFileHandle directory, ReadOnlySpan<byte> path, nint flags, nint mask, Span<byte> buffer);

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    public static partial nint GetDirectoryEntries(nint number, SafeFileHandle directory, [Out] byte[] buffer, nint length);

    // On Intel Macs the plain names are the old 32-bit inode variants.
    [LibraryImport(Library, EntryPoint = "fstatat$INODE64", SetLastError = true)]
    public static partial int StatAtAppleX64(SafeFileHandle directory, ReadOnlySpan<byte> path, Span<byte> buffer, int flags);

    [LibraryImport(Library, EntryPoint = "fstatat", SetLastError = true)]
    public static partial int StatAtAppleArm(SafeFileHandle directory, ReadOnlySpan<byte> path, Span<byte> buffer, int flags);

    [LibraryImport(Library, EntryPoint = "fstat$INODE64", SetLastError = true)]
    public static partial int StatAppleX64(SafeFileHandle file, Span<byte> buffer);

    [LibraryImport(Library, EntryPoint = "fstat", SetLastError = true)]
    public static partial int StatAppleArm(SafeFileHandle file, Span<byte> buffer);

    [LibraryImport(Library, EntryPoint = "fdopendir$INODE64", SetLastError = true)]
    public static partial nint OpenStreamAppleX64(int directory);

    [LibraryImport(Library, EntryPoint = "fdopendir", SetLastError = true)]
    public static partial nint OpenStreamAppleArm(int directory);

    [LibraryImport(Library, EntryPoint = "readdir$INODE64", SetLastError = true)]
    public static partial nint ReadStreamAppleX64(nint stream);

    [LibraryImport(Library, EntryPoint = "readdir", SetLastError = true)]
    public static partial nint ReadStreamAppleArm(nint stream);

    [LibraryImport(Library, EntryPoint = "closedir", SetLastError = true)]
    public static partial int CloseStream(nint stream);
}
