using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>Reads struct statx (Linux) or struct stat (macOS) by the offsets of their headers.</summary>
internal static class UnixStatus
{
    private const int BufferLength = 256;
    private const int BasicAndBirth = 0xFFF;
    private const int BirthKnown = 0x800;
    private const int SubvolumeKnown = 0x8000;
    private const ulong MountRoot = 0x2000;
    private const ulong ImmutableOrAppendOnly = 0x30;
    private static ReadOnlySpan<byte> Empty => [0];

    /// <summary>Null when there is no such entry. The path of the directory is for the message only.</summary>
    public static FileStatus? TryOf(SafeFileHandle directory, string name, string directoryPath)
    {
        Span<byte> native = stackalloc byte[UnixName.MostOnStack];
        return TryOf(directory, UnixName.Encode(name, "Status", native), directoryPath);
    }

    /// <summary>The same of a name as the system has it, with a NUL at its end.</summary>
    public static FileStatus? TryOf(SafeFileHandle directory, ReadOnlySpan<byte> native, string directoryPath)
    {
        Span<byte> buffer = stackalloc byte[BufferLength];
        var result = IsApple
            ? RuntimeInformation.ProcessArchitecture == Architecture.X64
                ? UnixNative.StatAtAppleX64(directory, native, buffer, NoFollowAt)
                : UnixNative.StatAtAppleArm(directory, native, buffer, NoFollowAt)
            : UnixNative.Statx(SystemCallStatx, directory, native, NoFollowAt, BasicAndBirth, buffer);
        if (result == 0) return Read(buffer);
        if (Marshal.GetLastPInvokeError() == UnixError.NoEntry) return null;
        throw UnixError.Last("Status", Path.Join(directoryPath, UnixName.Decode(native[..^1]).Text));
    }

    public static FileStatus Of(SafeFileHandle file, string path)
    {
        Span<byte> buffer = stackalloc byte[BufferLength];
        var result = IsApple
            ? RuntimeInformation.ProcessArchitecture == Architecture.X64
                ? UnixNative.StatAppleX64(file, buffer)
                : UnixNative.StatAppleArm(file, buffer)
            : UnixNative.Statx(SystemCallStatx, file, Empty, EmptyPathAt, BasicAndBirth, buffer);
        return result == 0 ? Read(buffer) : throw UnixError.Last("Status", path);
    }

    /// <summary>Linux: which part of a file system that has several, each with a root of its own; 0 if it has one.</summary>
    public static ulong SubvolumeOf(SafeFileHandle directory, string path)
    {
        Span<byte> buffer = stackalloc byte[BufferLength];
        if (UnixNative.Statx(SystemCallStatx, directory, Empty, EmptyPathAt, SubvolumeKnown, buffer) != 0) throw UnixError.Last("Status", path);
        return (BinaryPrimitives.ReadInt32LittleEndian(buffer) & SubvolumeKnown) == 0 ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(buffer[160..]);
    }

    private static FileStatus Read(ReadOnlySpan<byte> buffer) => IsApple ? ReadStat(buffer) : ReadStatx(buffer);

    private static FileStatus ReadStatx(ReadOnlySpan<byte> b)
    {
        var mode = BinaryPrimitives.ReadUInt16LittleEndian(b[28..]);
        var mask = BinaryPrimitives.ReadUInt32LittleEndian(b);
        return new FileStatus
        {
            Type = TypeOf(mode),
            Mode = mode & PermissionMask,
            Attributes = AttributesOf(mode),
            Owner = BinaryPrimitives.ReadUInt32LittleEndian(b[20..]),
            Group = BinaryPrimitives.ReadUInt32LittleEndian(b[24..]),
            FileId = BinaryPrimitives.ReadUInt64LittleEndian(b[32..]),
            Size = SizeOf(mode, BinaryPrimitives.ReadInt64LittleEndian(b[40..])),
            Accessed = StatxTime(b[64..]),
            Created = (mask & BirthKnown) != 0 ? StatxTime(b[80..]) : null,
            Changed = StatxTime(b[96..]),
            Modified = StatxTime(b[112..]),
            Device = ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(b[136..]) << 32) | BinaryPrimitives.ReadUInt32LittleEndian(b[140..]),
            IsMountPoint = (BinaryPrimitives.ReadUInt64LittleEndian(b[8..]) & MountRoot) != 0,
            IsImmutable = (BinaryPrimitives.ReadUInt64LittleEndian(b[8..]) & ImmutableOrAppendOnly) != 0,
        };
    }

    private static FileStatus ReadStat(ReadOnlySpan<byte> b)
    {
        var mode = BinaryPrimitives.ReadUInt16LittleEndian(b[4..]);
        return new FileStatus
        {
            Type = TypeOf(mode),
            Mode = mode & PermissionMask,
            Attributes = AttributesOf(mode),
            Device = BinaryPrimitives.ReadUInt32LittleEndian(b),
            FileId = BinaryPrimitives.ReadUInt64LittleEndian(b[8..]),
            Owner = BinaryPrimitives.ReadUInt32LittleEndian(b[16..]),
            Group = BinaryPrimitives.ReadUInt32LittleEndian(b[20..]),
            Accessed = StatTime(b[32..]),
            Modified = StatTime(b[48..]),
            Changed = StatTime(b[64..]),
            Created = StatTime(b[80..]),
            Size = SizeOf(mode, BinaryPrimitives.ReadInt64LittleEndian(b[96..])),
        };
    }

    private static FileType TypeOf(uint mode) => (mode & TypeMask) switch
    {
        TypeRegular => FileType.File,
        TypeDirectory => FileType.Directory,
        TypeLink => FileType.Link,
        _ => FileType.Special,
    };

    // Some drivers pass on sizes that no file can have.
    private static long SizeOf(uint mode, long size) => TypeOf(mode) != FileType.File ? 0 : size < 0 ? long.MaxValue : size;

    private static FileAttributes AttributesOf(uint mode)
    {
        var attributes = (mode & WriteBits) == 0 ? FileAttributes.ReadOnly : 0;
        if (TypeOf(mode) == FileType.Directory) attributes |= FileAttributes.Directory;
        return attributes == 0 ? FileAttributes.Normal : attributes;
    }

    private static Int128 StatxTime(ReadOnlySpan<byte> b) =>
        Timestamp.FromUnix(BinaryPrimitives.ReadInt64LittleEndian(b), BinaryPrimitives.ReadUInt32LittleEndian(b[8..]));

    private static Int128 StatTime(ReadOnlySpan<byte> b) =>
        Timestamp.FromUnix(BinaryPrimitives.ReadInt64LittleEndian(b), BinaryPrimitives.ReadInt64LittleEndian(b[8..]));
}
