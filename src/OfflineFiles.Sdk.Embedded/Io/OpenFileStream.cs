namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// The bytes of an open file from its first one, forward only, and no more than a length: a file that grows as fast as it is read has an end
/// all the same. The file stays its owner's to dispose.
/// </summary>
/// <remarks>The system's call blocks: an asynchronous read makes it on the thread pool.</remarks>
internal sealed class OpenFileStream(OpenFile file, long length) : Stream
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

    public override int Read(Span<byte> buffer)
    {
        if (length - _position is var rest && rest < buffer.Length) buffer = buffer[..(int)Math.Max(0, rest)];
        if (buffer.IsEmpty) return 0;
        var count = file.Read(buffer, _position);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Task.Run(() => Read(buffer.Span), cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw NotSupported();

    public override void SetLength(long value) => throw NotSupported();

    public override void Write(byte[] buffer, int offset, int count) => throw NotSupported();

    private static NotSupportedException NotSupported() => new("The stream is read from its beginning to its end.");
}
