using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>The Win32 functions and numbers (Microsoft Learn: fileapi.h, winbase.h, winnt.h).</summary>
internal static partial class WindowsNative
{
    public const uint ListDirectory = 0x1;
    public const uint WriteData = 0x2;
    public const uint WriteExtendedAttributes = 0x10;
    public const uint ReadAttributes = 0x80;
    public const uint WriteAttributes = 0x100;
    public const uint DeleteAccess = 0x10000;
    public const uint ReadControl = 0x20000;
    public const uint WriteDac = 0x40000;
    public const uint GenericAll = 0x10000000;
    public const uint GenericExecute = 0x20000000;
    public const uint GenericRead = 0x80000000;
    public const uint GenericWrite = 0x40000000;
    public const uint ShareNothing = 0;
    public const uint ShareRead = 1;
    public const uint ShareWrite = 2;
    public const uint ShareDelete = 4;
    public const uint CreateNew = 1;
    public const uint OpenExisting = 3;
    public const uint OpenAlways = 4;
    public const uint FlagOpenNoRecall = 0x00100000;
    public const uint FlagOpenReparsePoint = 0x00200000;
    public const uint FlagBackupSemantics = 0x02000000;
    public const uint MoveReplaceExisting = 1;
    public const uint MoveWriteThrough = 8;
    public const uint ReplaceIgnoreMergeErrors = 2;
    public const int FileBasicInfoClass = 0;
    public const int FileStandardInfoClass = 1;
    public const int FileAttributeTagInfoClass = 9;
    public const int FileIdInfoClass = 18;
    public const uint VolumeNameGuid = 1;
    public const uint FileNameOpened = 8;

    public const int FileObject = 1;
    public const uint OwnerInformation = 1;
    public const uint DaclInformation = 4;
    public const uint ProtectedDaclInformation = 0x80000000;

    private const string Kernel = "kernel32.dll";
    private const string Security = "advapi32.dll";

    [StructLayout(LayoutKind.Sequential)]
    public struct FileBasicInfo
    {
        public long CreationTime;
        public long LastAccessTime;
        public long LastWriteTime;
        public long ChangeTime;
        public uint FileAttributes;
        public uint Padding;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct FileStandardInfo
    {
        public long AllocationSize;
        public long EndOfFile;
        public uint NumberOfLinks;
        public byte DeletePending;
        public byte Directory;
        public ushort Padding;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct FileAttributeTagInfo
    {
        public uint FileAttributes;
        public uint ReparseTag;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct FileIdInfo
    {
        public ulong VolumeSerialNumber;
        public ulong FileIdLow;
        public ulong FileIdHigh;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ByHandleFileInformation
    {
        public uint FileAttributes;
        public uint CreationTimeLow;
        public uint CreationTimeHigh;
        public uint LastAccessTimeLow;
        public uint LastAccessTimeHigh;
        public uint LastWriteTimeLow;
        public uint LastWriteTimeHigh;
        public uint VolumeSerialNumber;
        public uint FileSizeHigh;
        public uint FileSizeLow;
        public uint NumberOfLinks;
        public uint FileIndexHigh;
        public uint FileIndexLow;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct SecurityAttributes
    {
        public uint Length;
        public nint Descriptor;
        public int InheritHandle;
    }

    [LibraryImport(Kernel, EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial SafeFileHandle CreateFile(
        string path, uint access, uint share, nint securityAttributes, uint disposition, uint flags, nint template);

    [LibraryImport(Kernel, EntryPoint = "FlushFileBuffers", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool FlushFileBuffers(SafeFileHandle file);

    [LibraryImport(Kernel, EntryPoint = "MoveFileExW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool MoveFile(string path, string newPath, uint flags);

    [LibraryImport(Kernel, EntryPoint = "ReplaceFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool ReplaceFile(string replaced, string replacement, string backup, uint flags, nint exclude, nint reserved);

    [LibraryImport(Kernel, EntryPoint = "DeleteFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool DeleteFile(string path);

    [LibraryImport(Kernel, EntryPoint = "RemoveDirectoryW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool RemoveDirectory(string path);

    [LibraryImport(Kernel, EntryPoint = "CreateDirectoryW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool CreateDirectory(string path, nint security);

    [LibraryImport(Kernel, EntryPoint = "GetFileInformationByHandleEx", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetBasicInfo(SafeFileHandle file, int informationClass, out FileBasicInfo information, uint length);

    [LibraryImport(Kernel, EntryPoint = "GetFileInformationByHandleEx", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetStandardInfo(SafeFileHandle file, int informationClass, out FileStandardInfo information, uint length);

    [LibraryImport(Kernel, EntryPoint = "GetFileInformationByHandleEx", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetIdInfo(SafeFileHandle file, int informationClass, out FileIdInfo information, uint length);

    [LibraryImport(Kernel, EntryPoint = "GetFileInformationByHandleEx", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetAttributeTagInfo(
        SafeFileHandle file, int informationClass, out FileAttributeTagInfo information, uint length);

    [LibraryImport(Kernel, EntryPoint = "GetFileInformationByHandle", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetFileInformation(SafeFileHandle file, out ByHandleFileInformation information);

    [LibraryImport(Kernel, EntryPoint = "GetFinalPathNameByHandleW", SetLastError = true)]
    public static unsafe partial uint GetFinalPathName(SafeFileHandle file, char* path, uint length, uint flags);

    [LibraryImport(Kernel, EntryPoint = "SetFileInformationByHandle", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetBasicInfo(SafeFileHandle file, int informationClass, in FileBasicInfo information, uint length);

    [LibraryImport(Kernel, EntryPoint = "GetVolumeInformationByHandleW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetVolumeInformation(
        SafeFileHandle file,
        nint volumeName,
        uint volumeNameLength,
        nint serial,
        nint componentLength,
        nint flags,
        [Out] byte[] fileSystem,
        uint fileSystemCharacters);

    [LibraryImport(Security, EntryPoint = "GetKernelObjectSecurity", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetSecurity(SafeFileHandle file, uint parts, [Out] byte[] descriptor, uint length, out uint needed);

    [LibraryImport(Security, EntryPoint = "SetKernelObjectSecurity", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetSecurity(SafeFileHandle file, uint parts, byte[] descriptor);

    /// <summary>Hands down to what is in a directory, too. Returns the error.</summary>
    [LibraryImport(Security, EntryPoint = "SetSecurityInfo")]
    public static partial int SetSecurityBelow(SafeFileHandle file, int type, uint parts, nint owner, nint group, byte[] dacl, nint sacl);
}
