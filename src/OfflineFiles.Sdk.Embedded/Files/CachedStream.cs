using OfflineFiles.Sdk.Embedded.Reports;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>One version of a file, for reading. What the disk under it throws comes out as an error of the family, with the item's path.</summary>
internal sealed class CachedStream(Stream inner, UncPath path) : Stream
{
    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => Guarded(() => inner.Length);

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override void Flush()
    {
        // Nothing is written through it.
    }

    public override int Read(byte[] buffer, int offset, int count) => Guarded(() => inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            throw FailureTranslator.Translate(exception, "Read", path);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            throw FailureTranslator.Translate(exception, "Read", path);
        }
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        // What the destination throws is the caller's own.
        var buffer = new byte[Math.Max(bufferSize, 4096)];
        while (await ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException("The stream is for reading. Open the file for writing.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is for reading. Open the file for writing.");

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await inner.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing was written, so nothing is lost. A copy that could not be removed goes when the cache is opened again.
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            if (disposing) inner.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // As in DisposeAsync.
        }

        base.Dispose(disposing);
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            throw FailureTranslator.Translate(exception, "Read", path);
        }
    }
}
