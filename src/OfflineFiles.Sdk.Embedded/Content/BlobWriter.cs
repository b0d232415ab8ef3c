using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Content;

/// <summary>
/// A blob in the making, and in the hand of whoever makes it: until this is disposed nobody removes it. After that it stays if a committed row points
/// to it, and else goes.
/// </summary>
internal sealed class BlobWriter : IDisposable
{
    private const int BufferLength = 64 * 1024;
    private const int PieceLength = 8 * 1024 * 1024;

    private readonly ContentStore _store;
    private readonly string _temporary;
    private readonly string _id;
    private readonly SafeFileHandle _file;
    private readonly bool _isBuffered;
    private FileStream? _stream;
    private long _length;
    private long _started;
    private long _waiting;
    private Blob? _written;
    private bool _isSealed;
    private bool _isLost;
    private bool _isKept;
    private bool _isGone;

    public BlobWriter(ContentStore store, string id, string temporary, bool isBuffered)
    {
        _store = store;
        _id = id;
        _temporary = temporary;
        _isBuffered = isBuffered;
        _file = PrivateFiles.Create(temporary);
    }

    /// <summary>Readable, writable and seekable, until it is sealed.</summary>
    public FileStream Stream => _stream ??= new FileStream(_file, FileAccess.ReadWrite, bufferSize: _isBuffered ? BufferLength : 0, isAsync: _file.IsAsync);

    /// <summary>Writes all that there is to write, in one piece; a stream costs more than a few bytes do.</summary>
    public void Write(ReadOnlySpan<byte> all)
    {
        // Into the memory of the system: to have another thread do it takes longer than it does.
        if (Holes.IsHole(all)) RandomAccess.SetLength(_file, all.Length);
        else RandomAccess.Write(_file, all, 0);
        _length = all.Length;
    }

    /// <summary>So much more was written: of a large file the disk begins with the first pieces while the others come.</summary>
    public void StartWriting(int count)
    {
        _waiting += count;
        if (_waiting < PieceLength) return;
        DurableIo.StartWriting(_file, _started, _waiting);
        (_started, _waiting) = (_started + _waiting, 0);
    }

    /// <summary>
    /// Makes what was written durable under its final name. Nothing points to it yet. What was sealed once stays so: the next call returns the same. What
    /// failed goes on where it stopped; after a sync that failed nothing tells what the disk has, and the bytes must be written anew.
    /// </summary>
    public async Task<Blob> SealAsync(CancellationToken cancellationToken)
    {
        if (_isLost) throw new IOException("What was written did not reach the disk. Write it anew.");
        if (_written is null)
        {
            await Stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            Stream.Position = 0;
            var hash = Convert.ToHexString(await SHA256.HashDataAsync(Stream, cancellationToken).ConfigureAwait(false));
            return await SealAsync(hash, cancellationToken).ConfigureAwait(false);
        }

        return await NameAsync(_written.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same, of bytes whose hash is known to whoever wrote them.</summary>
    public async Task<Blob> SealAsync(string hash, CancellationToken cancellationToken)
    {
        var blob = new Blob(_id, await FlushAsync(cancellationToken).ConfigureAwait(false), hash);
        await SyncAsync(() => DurableIo.Fsync(_file, _temporary)).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
        _written = blob;
        return await NameAsync(blob, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the writing. Neither the bytes nor a name is on the disk; that is left to a <see cref="BlobBatch"/>.</summary>
    public async Task<Blob> FinishAsync(string hash, CancellationToken cancellationToken)
    {
        var blob = new Blob(_id, await FlushAsync(cancellationToken).ConfigureAwait(false), hash);
        await CloseAsync().ConfigureAwait(false);
        _written = blob;
        return blob;
    }

    /// <summary>Gives what was finished, and is on the disk, its name; the name is not on the disk yet.</summary>
    public void Name()
    {
        _store.Adopt(_temporary, _id);
        _isSealed = true;
    }

    /// <summary>A committed row points to it.</summary>
    public void Keep() => _isKept = true;

    /// <summary>What was written, to be read once and gone with the stream: for content that is not kept in the cache.</summary>
    public async Task<Stream> ToSnapshotAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
        var snapshot = new FileStream(
            _temporary,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            bufferSize: BufferLength,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        _isGone = true;
        _store.LetGo(_id, mayGo: false);
        return snapshot;
    }

    public void Dispose()
    {
        if (_isGone) return;
        _isGone = true;
        try
        {
            _stream?.Dispose();
            _file.Dispose();
        }
        catch (IOException)
        {
            // The rest could not be written; it is not wanted any more.
        }

        if (!_isSealed) ContentStore.Discard(_temporary);
        _store.LetGo(_id, mayGo: _written is not null && !_isKept);
    }

    /// <returns>The length.</returns>
    private async ValueTask<long> FlushAsync(CancellationToken cancellationToken)
    {
        if (_stream is null) return _length;
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        return _stream.Length;
    }

    private async ValueTask CloseAsync()
    {
        if (_stream is not null) await _stream.DisposeAsync().ConfigureAwait(false);
        _file.Dispose();
    }

    private async Task<Blob> NameAsync(Blob blob, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isSealed) return blob;
        var shard = await Task.Run(() => _store.Adopt(_temporary, blob.Id), CancellationToken.None).ConfigureAwait(false);
        await SyncAsync(() => DurableIo.FsyncDirectory(shard)).ConfigureAwait(false);
        _isSealed = true;
        return blob;
    }

    private async Task SyncAsync(Action sync)
    {
        try
        {
            await Task.Run(sync, CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            _isLost = true;
            throw;
        }
    }
}

/// <summary>One immutable version of some bytes in the cache.</summary>
/// <param name="Id">Its name; has nothing to do with the item's.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">SHA-256, hexadecimal.</param>
internal readonly record struct Blob(string Id, long Length, string Hash);
