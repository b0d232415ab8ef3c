using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Content;

/// <summary>
/// Blobs that become durable together: where the file system can be synced in one call, two such calls do for all of them, one for their bytes and one
/// for their names; elsewhere each is synced by itself. No row may point to one of them before <see cref="SealAsync"/> has ended.
/// </summary>
internal sealed class BlobBatch(ContentStore store) : IDisposable
{
    private readonly List<BlobWriter> _finished = [];
    private FileSystemSync? _sync;
    private bool _isOpen;

    /// <summary>A blob of the batch; what makes it disposes it, when the row that points to it was committed.</summary>
    public BlobWriter Create()
    {
        // Before the first byte: it hears of all that fails from then on.
        if (!_isOpen) _sync = store.TryOpenSync();
        _isOpen = true;
        return store.Create(isBuffered: false);
    }

    /// <summary>Takes over what was written.</summary>
    public async Task<Blob> FinishAsync(BlobWriter writer, string hash, CancellationToken cancellationToken)
    {
        if (_sync is null) return await writer.SealAsync(hash, cancellationToken).ConfigureAwait(false);
        var blob = await writer.FinishAsync(hash, cancellationToken).ConfigureAwait(false);
        _finished.Add(writer);
        return blob;
    }

    /// <summary>Makes all that was finished durable. If that fails, none of it counts.</summary>
    public async Task SealAsync()
    {
        try
        {
            if (_sync is { } sync && _finished.Count > 0) await Task.Run(() => Seal(sync), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            Clear();
        }
    }

    public void Dispose() => Clear();

    private void Seal(FileSystemSync sync)
    {
        sync.Run();
        foreach (var writer in _finished) writer.Name();
        sync.Run();
    }

    private void Clear()
    {
        _finished.Clear();
        _sync?.Dispose();
        _sync = null;
        _isOpen = false;
    }
}
