using System.Buffers;
using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>What one version of a file of the share holds: its hash, and the hash of as many of its first bytes as were asked for.</summary>
/// <param name="Hash">SHA-256, hexadecimal.</param>
/// <param name="PrefixHash">Null when no prefix was asked for, or the file is not longer than it.</param>
internal readonly record struct ShareVersion(string Hash, string? PrefixHash)
{
    private const int BufferSize = 1024 * 1024;

    /// <summary>Reads a version: no more of it than its size when it was opened, and none that changed while it was read.</summary>
    /// <exception cref="UnsettledFileException">It was changed meanwhile.</exception>
    public static async Task<ShareVersion> ReadAsync(
        ShareReading reading, SharePath path, long? prefix, Stream? target, Action<int>? moved, CancellationToken cancellationToken)
    {
        if (reading.Whole is { } whole) return await TakeAsync(whole, reading, path, prefix, target, moved, cancellationToken).ConfigureAwait(false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // While one is hashed it is written, and the next is on its way.
        var size = (int)Math.Min(BufferSize, reading.Entry.Size);
        byte[][] buffers = [ArrayPool<byte>.Shared.Rent(size), ArrayPool<byte>.Shared.Rent(size)];
        var coming = Task.FromResult(0);
        var going = Task.CompletedTask;
        try
        {
            string? prefixHash = null;
            long position = 0;
            var turn = 0;
            if (reading.Entry.Size > 0) coming = NextAsync(0);
            while (position < reading.Entry.Size)
            {
                var buffer = buffers[turn % 2];
                var count = await coming.ConfigureAwait(false);
                if (count == 0) break;
                turn++;
                if (position + count < reading.Entry.Size) coming = NextAsync(position + count);
                if (target is not null) going = WriteAsync(target, buffer.AsMemory(0, count), cancellationToken);
                var before = prefix is { } length && position <= length && length < position + count ? (int)(length - position) : 0;
                hash.AppendData(buffer, 0, before);
                if (prefix >= position && prefix < position + count) prefixHash = Convert.ToHexString(hash.GetCurrentHash());
                hash.AppendData(buffer, before, count - before);
                position += count;
                await going.ConfigureAwait(false);
                moved?.Invoke(count);
            }

            if (target is not null && target.Length < target.Position) target.SetLength(target.Position);

            await reading.VerifyUnchangedAsync(cancellationToken).ConfigureAwait(false);
            return new ShareVersion(Convert.ToHexString(hash.GetHashAndReset()), prefixHash);

            Task<int> NextAsync(long from) => reading.Stream
                .ReadAsync(buffers[turn % 2].AsMemory(0, (int)Math.Min(size, reading.Entry.Size - from)), cancellationToken).AsTask();
        }
        catch (ShareContentException exception)
        {
            throw new UnsettledFileException(path, exception);
        }
        finally
        {
            // Nobody else gets a buffer that is still read into or written from.
            await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await going.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var buffer in buffers) ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The same of bytes that are here: in one piece.</summary>
    private static async ValueTask<ShareVersion> TakeAsync(
        ReadOnlyMemory<byte> whole, ShareReading reading, SharePath path, long? prefix, Stream? target, Action<int>? moved, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (whole.Length > 0) moved?.Invoke(whole.Length);
        if (target is not null)
        {
            if (Holes.IsHole(whole.Span)) target.SetLength(whole.Length);
            // Into the memory of the system: to have another thread do it takes longer than it does.
            else target.Write(whole.Span);
        }

        try
        {
            await reading.VerifyUnchangedAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ShareContentException exception)
        {
            throw new UnsettledFileException(path, exception);
        }

        var isLonger = prefix < whole.Length;
        return new ShareVersion(HashOf(whole.Span), isLonger ? HashOf(whole.Span[..(int)prefix!.Value]) : null);
    }

    private static string HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexString(hash);
    }

    private static Task WriteAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!Holes.IsHole(bytes.Span)) return target.WriteAsync(bytes, cancellationToken).AsTask();
        target.Seek(bytes.Length, SeekOrigin.Current);
        return Task.CompletedTask;
    }
}

/// <summary>A file of the share is being written: what it holds now is no version of it.</summary>
internal sealed class UnsettledFileException(SharePath path, Exception? innerException = null)
    : OfflineFilesException($"'{path}' was to be read from the share, but it is still being written. The next synchronisation takes it.", innerException)
{
    public SharePath Path { get; } = path;
}
