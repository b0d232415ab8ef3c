using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>A descriptor of a file or directory.</summary>
internal sealed class UnixFile(SafeFileHandle descriptor, string path) : HandleFile(descriptor, path)
{
    public override FileStatus Status() => UnixStatus.Of(Handle, Path);

    public override void SetMetadata(FileAttributes? attributes, DateTime? creation, DateTime? lastWrite, DateTime? lastAccess)
    {
        if (attributes is { } wanted)
        {
            var mode = Status().Mode;
            var isReadOnly = (mode & WriteBits) == 0;
            if (wanted.HasFlag(FileAttributes.ReadOnly) && !isReadOnly) ChangeMode(mode & ~WriteBits);
            else if (!wanted.HasFlag(FileAttributes.ReadOnly) && isReadOnly) ChangeMode(mode | OwnerWrite);
        }

        if (lastWrite is null && lastAccess is null) return;
        if (UnixNative.SetTimes(Handle, [TimeOf(lastAccess), TimeOf(lastWrite)]) != 0) throw UnixError.Last("Set times", Path);
    }

    public override void FsyncMetadata() => Fsync();

    /// <summary>Gives the file away; whether it went is for a look to tell. A failure that is no refusal is one.</summary>
    public void TryChangeOwner(uint owner, uint group)
    {
        if (UnixNative.ChangeOwner(Handle, owner, group) != 0) _ = Refused("Keep owner");
    }

    /// <summary>False when the system refuses.</summary>
    public bool TryChangeMode(uint mode) => UnixNative.ChangeMode(Handle, mode) == 0 || !Refused("Keep permissions");

    private void ChangeMode(uint mode)
    {
        if (UnixNative.ChangeMode(Handle, mode) != 0) throw UnixError.Last("Set attributes", Path);
    }

    private bool Refused(string operation)
    {
        var error = UnixError.Last(operation, Path);
        return error.Fault == DurableIoFault.AccessDenied || UnixError.IsUnknownCall(error.NativeError) ? true : throw error;
    }

    private static UnixNative.TimeSpec TimeOf(DateTime? time)
    {
        if (time is null) return new UnixNative.TimeSpec { Nanoseconds = (nint)OmitTime };
        var (seconds, nanoseconds) = Timestamp.ToUnix(time.Value);
        return new UnixNative.TimeSpec { Seconds = (nint)seconds, Nanoseconds = (nint)nanoseconds };
    }
}
