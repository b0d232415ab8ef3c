namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>A stream from its first byte to its last, forward only, of a known length that it never exceeds.</summary>
internal abstract class ReadOnlyStream(long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw NotSupported();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw NotSupported();

    public override void SetLength(long value) => throw NotSupported();

    public override void Write(byte[] buffer, int offset, int count) => throw NotSupported();

    /// <summary>As much of a buffer as there may be bytes.</summary>
    protected Span<byte> Within(Span<byte> buffer) => length - _position is var rest && rest < buffer.Length ? buffer[..(int)Math.Max(0, rest)] : buffer;

    protected int Advance(int count)
    {
        _position += count;
        return count;
    }

    private static NotSupportedException NotSupported() => new("The stream is read from its beginning to its end.");
}
