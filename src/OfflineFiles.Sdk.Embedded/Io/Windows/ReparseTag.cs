namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>
/// What an entry with a reparse point is (Microsoft Learn: Reparse Point Tags; MS-FSCC 2.1.2.1). Most of them are how the bytes of a plain
/// file are kept: deduplicated, compressed, in a cloud, in an archive. Only a name surrogate stands for another entry.
/// </summary>
internal static class ReparseTag
{
    public const uint MountPoint = 0xA0000003;
    public const uint SymbolicLink = 0xA000000C;
    public const uint Deduplicated = 0x80000013;

    // IsReparseTagNameSurrogate
    private const uint NameSurrogate = 0x20000000;
    private const uint Dfs = 0x8000000A;
    private const uint DfsReplication = 0x80000012;
    private const uint Nfs = 0x80000014;
    private const uint AppExecutionLink = 0x8000001B;
    private const uint UnixSocket = 0x80000023;
    private const uint LinuxPipe = 0x80000024;
    private const uint LinuxCharacterDevice = 0x80000025;
    private const uint LinuxBlockDevice = 0x80000026;

    public static FileType TypeOf(uint tag, FileAttributes attributes) => tag switch
    {
        // No surrogates by their bit, and yet they lead to another server.
        Dfs or DfsReplication => FileType.Link,
        // Links and devices of NFS have one tag; an app's alias and the special files of Linux have no bytes.
        Nfs or AppExecutionLink or UnixSocket or LinuxPipe or LinuxCharacterDevice or LinuxBlockDevice => FileType.Special,
        _ when (tag & NameSurrogate) != 0 => FileType.Link,
        _ => attributes.HasFlag(FileAttributes.Directory) ? FileType.Directory : FileType.File,
    };
}
