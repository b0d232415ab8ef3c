namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// An open file, or a directory opened for its metadata: what is looked at is what is changed, whatever happens to its name. Failures are
/// <see cref="DurableIoException"/>.
/// </summary>
internal abstract class OpenFile(string path) : IDisposable
{
    /// <summary>For messages; calls go through the handle.</summary>
    public string Path => path;

    public abstract FileStatus Status();

    /// <summary>Reads some bytes at an offset; 0 at the end of the file only.</summary>
    public abstract int Read(Span<byte> buffer, long offset);

    /// <summary>Writes all bytes at an offset.</summary>
    public abstract void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Sets what is given; null leaves what is there.</summary>
    public abstract void SetMetadata(FileAttributes? attributes, DateTime? creation, DateTime? lastWrite, DateTime? lastAccess);

    /// <summary>Puts bytes and metadata on the disk.</summary>
    public abstract void Fsync();

    /// <summary>Makes what <see cref="SetMetadata"/> set durable.</summary>
    public abstract void FsyncMetadata();

    public abstract void Dispose();
}
