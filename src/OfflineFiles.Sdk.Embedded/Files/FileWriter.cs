using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Reports;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>
/// A new version staged in the content directory. What the commit means is the business of whoever opened the writer. A commit that failed can be tried
/// again: the data is kept until the writer is disposed.
/// </summary>
internal sealed class FileWriter(BlobWriter blob, UncPath path, Func<BlobWriter, CancellationToken, Task> commit) : CachedFileWriter
{
    private long? _sealedLength;
    private bool _isCommitted;

    public override bool CanRead => false;

    public override bool CanSeek => _sealedLength is null;

    public override bool CanWrite => _sealedLength is null;

    public override long Length => _isCommitted ? Open.Length : _sealedLength ?? Guarded(() => Open.Length);

    public override long Position
    {
        get => _isCommitted ? Open.Position : _sealedLength ?? Open.Position;
        set => Open.Position = value;
    }

    private FileStream Open => _isCommitted ? throw new InvalidOperationException("The writer was committed and takes nothing more. Open the file again.")
        : _sealedLength is not null ? throw new InvalidOperationException("A commit of the writer was tried, so it takes nothing more. Commit it again, or open the file again.")
        : blob.Stream;

    public override async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        if (_isCommitted) _ = Open;
        try
        {
            if (_sealedLength is null)
            {
                var whole = await blob.SealAsync(cancellationToken).ConfigureAwait(false);
                _sealedLength = whole.Length;
            }

            await commit(blob, cancellationToken).ConfigureAwait(false);
            _isCommitted = true;
        }
        catch (Exception exception) when (TryTell(exception) is not null)
        {
            throw TryTell(exception)!;
        }
    }

    public override void Flush() => Guarded(() => Open.Flush());

    public override Task FlushAsync(CancellationToken cancellationToken) => GuardedAsync(Open.FlushAsync(cancellationToken));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The writer is for writing. Open the file for reading.");

    public override long Seek(long offset, SeekOrigin origin) => Guarded(() => Open.Seek(offset, origin));

    public override void SetLength(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Guarded(() => Open.SetLength(value));
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Guarded(() => Open.Write(buffer, offset, count));
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await GuardedAsync(Open.WriteAsync(buffer, cancellationToken).AsTask()).ConfigureAwait(false);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            if (disposing) blob.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // What is left of it goes when the cache is opened again.
        }

        base.Dispose(disposing);
    }

    private void Guarded(Action work) => Guarded(() =>
    {
        work();
        return true;
    });

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (TryTell(exception) is not null)
        {
            throw TryTell(exception)!;
        }
    }

    private async Task GuardedAsync(Task work)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception exception) when (TryTell(exception) is not null)
        {
            throw TryTell(exception)!;
        }
    }

    /// <summary>What the disk under the cache threw, as an error of the family; null if it is one already, or the caller's own.</summary>
    private OfflineFilesException? TryTell(Exception exception) =>
        exception is OfflineFilesException ? null
        : FailureTranslator.IsItemError(exception) ? FailureTranslator.Translate(exception, "Write", path)
        // What the runtime makes of a file that is too large for the file system.
        : exception is ArgumentOutOfRangeException && DurableIoException.TryFrom(exception, "Write", path.ToString()) is { } durable
            ? FailureTranslator.Translate(durable, "Write", path)
        : null;
}
