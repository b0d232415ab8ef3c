using System.Runtime.InteropServices;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>The numbers of the C headers; several differ between Linux and macOS, some between Linux processors.</summary>
internal static class UnixConstants
{
    public const int OpenReadOnly = 0;
    public const int OpenWriteOnly = 1;
    public const int OpenReadWrite = 2;
    public const int RenameNoReplaceFlag = 1;
    public const int RenameExchangeFlag = 2;

    // renamex_np has its own numbers.
    public const uint AppleRenameSwap = 2;
    public const uint AppleRenameExclusive = 4;
    public const int AppleFullFsync = 51;
    public const uint AppleCopyAccessListAndAttributes = 5;

    public const uint TypeMask = 0xF000;
    public const uint TypeDirectory = 0x4000;
    public const uint TypeRegular = 0x8000;
    public const uint TypeLink = 0xA000;
    public const uint PermissionMask = 0xFFF;
    public const uint WriteBits = 0x92;
    public const uint OwnerWrite = 0x80;
    public const uint OwnerRead = 0x100;
    public const uint AccessMask = 0x1FF;
    public const uint SetIdBits = 0xC00;
    public const uint StickyBit = 0x200;
    public const uint OthersMask = 0x3F;
    public const uint OthersWriteBits = 0x12;
    public const uint NewFileMode = 0x1B6;
    public const uint PrivateFileMode = 0x180;
    public const uint PrivateDirectoryMode = 0x1C0;
    public const uint NewDirectoryMode = 0x1FF;

    public static readonly bool IsApple = OperatingSystem.IsMacOS();
    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
    private static readonly bool IsX64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;

    public static readonly int CurrentDirectory = IsApple ? -2 : -100;
    public static readonly int NoFollowAt = IsApple ? 0x20 : 0x100;
    public static readonly int RemoveDirectoryAt = IsApple ? 0x80 : 0x200;
    public static readonly int EffectiveAccessAt = IsApple ? 0x10 : 0x200;
    public const int EmptyPathAt = 0x1000;

    public const int MayExecute = 1;
    public const int MayWrite = 2;
    public const int LockExclusive = 2;
    public const int LockNonBlocking = 4;
    public const uint StartWriting = 2;

    /// <summary>An owner or group that stays.</summary>
    public const uint Unchanged = uint.MaxValue;

    public static readonly int Create = IsApple ? 0x200 : 0x40;
    public static readonly int Exclusive = IsApple ? 0x800 : 0x80;
    public static readonly int NonBlocking = IsApple ? 0x4 : 0x800;
    public static readonly int CloseOnExec = IsApple ? 0x1000000 : 0x80000;
    public static readonly int DirectoryOnly = IsApple ? 0x100000 : IsArm ? 0x4000 : 0x10000;
    public static readonly int NoFollow = IsApple ? 0x100 : IsArm ? 0x8000 : 0x20000;

    /// <summary>tv_nsec that leaves a time as it is.</summary>
    public static readonly long OmitTime = IsApple ? -2 : 0x3FFFFFFE;

    public static nint SystemCallRenameAt2 => ByProcessor(316, 276);

    public const nint SystemCallFAccessAt2 = 439;

    public static nint SystemCallStatx => ByProcessor(332, 291);

    public static nint SystemCallGetDents64 => ByProcessor(217, 61);

    /// <summary>The C library's own wrappers are missing from older versions of musl; the numbers are not.</summary>
    private static nint ByProcessor(nint x64, nint arm64) =>
        IsX64 ? x64
        : IsArm ? arm64
        : throw new PlatformNotSupportedException(
            $"The embedded cache runs on x64 and arm64; this process is {RuntimeInformation.ProcessArchitecture}.");
}
