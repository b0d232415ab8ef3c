namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>A version of a small file that was read as a whole; nothing of it is open.</summary>
internal sealed class WholeReading : ShareReading
{
    private readonly ShareContentException? _changed;

    private WholeReading(ShareEntry entry, ReadOnlyMemory<byte> bytes, ShareContentException? changed)
    {
        Entry = entry;
        Whole = bytes;
        Stream = new BytesStream(bytes, entry.Size);
        _changed = changed;
    }

    public override Stream Stream { get; }

    public override ReadOnlyMemory<byte>? Whole { get; }

    public override ShareEntry Entry { get; }

    /// <summary>Reads all of it, and sees whether it was changed meanwhile.</summary>
    public static async Task<WholeReading> ReadAsync(ShareReading reading, CancellationToken cancellationToken)
    {
        var bytes = new byte[reading.Entry.Size];
        var length = await reading.Stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(true);
        try
        {
            await reading.VerifyUnchangedAsync(cancellationToken).ConfigureAwait(true);
            return new WholeReading(reading.Entry, bytes.AsMemory(0, length), null);
        }
        catch (ShareContentException exception)
        {
            // Whoever reads hears of it where he asks.
            return new WholeReading(reading.Entry, bytes.AsMemory(0, length), exception);
        }
    }

    public override Task VerifyUnchangedAsync(CancellationToken cancellationToken) => _changed is null ? Task.CompletedTask : Task.FromException(_changed);

    public override ValueTask DisposeAsync() => Stream.DisposeAsync();

    private sealed class BytesStream(ReadOnlyMemory<byte> bytes, long length) : ReadOnlyStream(length)
    {
        public override int Read(Span<byte> buffer)
        {
            var rest = bytes.Span[(int)Position..];
            var count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            return Advance(count);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(Read(buffer.Span));
        }
    }
}
