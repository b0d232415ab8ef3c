using System.Data.Common;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// A file written or deleted as a whole. What fails on the way is cleaned up as after a crash, and then looked at: the work may be done although an error
/// came back, and then nothing failed.
/// </summary>
internal sealed class ShareFileChange(ShareLocation location, MarkedNames names, IShareOperation operation, bool mayExchange, Action<ShareStep>? onStep)
{
    private readonly TrackedOperation _operation = new(operation);

    public async Task<ShareToken> WriteAsync(ShareContent content, ShareToken? expected, FileMetadata metadata, CancellationToken cancellationToken)
    {
        location.Require(expected);
        location.Parent.RequireWritable(location.Name);
        cancellationToken.ThrowIfCancellationRequested();
        var sha256 = content.Sha256.ToArray();
        var isComplete = false;
        try
        {
            var written = await new ShareWriter(location, names.Written, onStep).WriteAsync(content, metadata, cancellationToken).ConfigureAwait(true);
            isComplete = true;
            return await Commit().CommitAsync(written, sha256, expected).ConfigureAwait(true);
        }
        catch (Exception exception) when (exception is not DurableIoException { Fault: DurableIoFault.AlreadyExists } || isComplete)
        {
            await TryRecoverAsync(expected, sha256).ConfigureAwait(true);
            if (isComplete && TryFind(sha256) is { } arrived) return arrived;
            throw;
        }
    }

    public async Task DeleteAsync(ShareToken expected)
    {
        location.Parent.RequireRemovable(location.Name);
        try
        {
            await Commit().DeleteAsync(expected).ConfigureAwait(true);
        }
        catch (Exception)
        {
            var result = await TryRecoverAsync(expected, newSha256: null).ConfigureAwait(true);
            if (result != ShareRecovery.Cleaned || location.Parent.TryStatus(location.Name) is not null) throw;
        }
    }

    private ShareCommit Commit() => new(location, names, _operation, mayExchange, onStep);

    /// <summary>Null when it could not be done now: the journal does it later.</summary>
    private async Task<ShareRecovery?> TryRecoverAsync(ShareToken? expected, byte[]? newSha256)
    {
        try
        {
            return await new ShareRecoverer(location, names, _operation.Unfinished(expected, newSha256), _operation).RecoverAsync().ConfigureAwait(true);
        }
        catch (Exception exception) when (exception is IOException or OfflineFilesException or DbException)
        {
            return null;
        }
    }

    private ShareToken? TryFind(byte[] sha256)
    {
        try
        {
            var hasLeftovers = location.TokenAt(names.Written) is not null || location.TokenAt(names.Aside) is not null;
            if (hasLeftovers || !ShareBytes.Are(location.Parent, location.Name, sha256)) return null;
            location.Parent.Fsync();
            return location.TokenAt(location.Name);
        }
        catch (DurableIoException)
        {
            return null;
        }
    }
}
