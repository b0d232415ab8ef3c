namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>A reading whose every call goes through a <see cref="ShareGate"/>. A small file is read whole with the call that opens it.</summary>
internal sealed class GatedReading : ShareReading
{
    /// <summary>Of a small file, in bytes.</summary>
    public const int SmallLength = 64 * 1024;

    private const int BufferLength = 1024 * 1024;

    private readonly ShareGate _gate;
    private readonly ShareReading _reading;
    private readonly GatedStream _stream;

    private GatedReading(ShareGate gate, ShareReading reading)
    {
        _gate = gate;
        _reading = reading;
        _stream = new GatedStream(gate, reading);
    }

    public override Stream Stream => _stream;

    public override ShareEntry Entry => _reading.Entry;

    /// <summary>To be called on a thread of the share.</summary>
    public static async Task<ShareReading> OpenAsync(ShareGate gate, IShare share, SharePath path, CancellationToken cancellationToken)
    {
        var reading = await share.OpenReadAsync(path, cancellationToken).ConfigureAwait(true);
        if (reading.Entry.Size > SmallLength) return new GatedReading(gate, reading);
        await using var disposal = reading.ConfigureAwait(true);
        return await WholeReading.ReadAsync(reading, cancellationToken).ConfigureAwait(true);
    }

    public override Task VerifyUnchangedAsync(CancellationToken cancellationToken) => _gate.CallAsync(
        async token =>
        {
            await _reading.VerifyUnchangedAsync(token).ConfigureAwait(true);
            return true;
        },
        cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync().ConfigureAwait(false);
        await _gate.CloseAsync(_reading).ConfigureAwait(false);
    }

    private sealed class GatedStream(ShareGate gate, ShareReading reading) : ReadOnlyStream(reading.Entry.Size)
    {
        // A read that was given up may still write into its buffer: never into the caller's.
        private readonly byte[] _buffer = new byte[Math.Min(BufferLength, reading.Entry.Size)];
        private bool _isLost;

        public override int Read(Span<byte> buffer) => throw new NotSupportedException("What stands on a share that may hang is read with ReadAsync.");

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var length = Math.Min(Within(buffer.Span).Length, _buffer.Length);
            if (length == 0) return 0;
            if (_isLost) throw new ShareUnavailableException(gate.Root, "an earlier read of the same file was given up");
            try
            {
                var count = await gate.CallAsync(
                    async token => await reading.Stream.ReadAsync(_buffer.AsMemory(0, length), token).ConfigureAwait(true), cancellationToken).ConfigureAwait(false);
                _buffer.AsSpan(0, count).CopyTo(buffer.Span);
                return Advance(count);
            }
            catch (ShareUnavailableException)
            {
                _isLost = true;
                throw;
            }
        }
    }
}
