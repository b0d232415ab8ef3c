using OfflineFiles.Sdk.Embedded.Content;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>A new version staged in the content directory. What the commit means is the business of whoever opened the writer.</summary>
internal sealed class FileWriter(BlobWriter blob, Func<BlobWriter, CancellationToken, Task> commit) : CachedFileWriter
{
    private bool _isCommitted;

    public override bool CanRead => false;

    public override bool CanSeek => !_isCommitted;

    public override bool CanWrite => !_isCommitted;

    public override long Length => Open.Length;

    public override long Position
    {
        get => Open.Position;
        set => Open.Position = value;
    }

    private FileStream Open => _isCommitted
        ? throw new InvalidOperationException("The writer was committed and takes nothing more. Open the file again.")
        : blob.Stream;

    public override async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        _ = Open;
        await commit(blob, cancellationToken).ConfigureAwait(false);
        _isCommitted = true;
    }

    public override void Flush() => Open.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => Open.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The writer is for writing. Open the file for reading.");

    public override long Seek(long offset, SeekOrigin origin) => Open.Seek(offset, origin);

    public override void SetLength(long value) => Open.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count) => Open.Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        Open.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Open.WriteAsync(buffer, offset, count, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing) blob.Dispose();
        base.Dispose(disposing);
    }
}
