using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>A file behind a handle of the operating system.</summary>
internal abstract class HandleFile(SafeFileHandle handle, string path) : OpenFile(path)
{
    public SafeFileHandle Handle => handle;

    public override int Read(Span<byte> buffer, long offset)
    {
        try
        {
            return RandomAccess.Read(handle, buffer, offset);
        }
        catch (Exception e) when (DurableIoException.TryFrom(e, "Read", Path) is { } failure)
        {
            throw failure;
        }
    }

    public override void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            RandomAccess.Write(handle, bytes, offset);
        }
        catch (Exception e) when (DurableIoException.TryFrom(e, "Write", Path) is { } failure)
        {
            throw failure;
        }
    }

    public override void Fsync() => DurableIo.Fsync(handle, Path);

    public override void Dispose() => handle.Dispose();
}
