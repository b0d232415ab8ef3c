using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Writes one whole file beside its target and makes it durable, ready to be put in place.</summary>
internal sealed class ShareWriter(ShareLocation location, string temporary, Action<ShareStep>? onStep)
{
    private const int BufferLength = 128 * 1024;

    private string? Predecessor => location.Status is { Type: FileType.File } ? location.Name : null;

    /// <returns>What the share says of the finished version.</returns>
    public async Task<ShareToken> WriteAsync(ShareContent content, FileMetadata metadata, CancellationToken cancellationToken)
    {
        ShareToken written;
        // Windows renames no file that is open for writing, and on no system is one needed.
        using (var file = location.Parent.CreateFile(temporary, Predecessor))
        {
            await CopyAsync(file, content, cancellationToken).ConfigureAwait(true);
            written = Finish(file, content, metadata);
        }

        if (!location.Traits.HintsProve) location.Parent.ReadBack(temporary, content.Length);
        cancellationToken.ThrowIfCancellationRequested();
        onStep?.Invoke(ShareStep.Written);
        return written;
    }

    private async Task CopyAsync(OpenFile file, ShareContent content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferLength];
        var endsInHole = false;
        long length = 0;
        while (await content.Data.ReadAsync(buffer, cancellationToken).ConfigureAwait(true) is > 0 and var count)
        {
            hash.AppendData(buffer, 0, count);
            endsInHole = Holes.IsHole(buffer.AsSpan(0, count));
            if (!endsInHole) file.Write(buffer.AsSpan(0, count), length);
            length += count;
            ShareProgress.Made();
        }

        if (endsInHole) file.Write([0], length - 1);

        if (length != content.Length)
            throw new ShareContentException(location.Path, $"its source gave {length} bytes instead of {content.Length}");
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(content.Sha256.Span))
            throw new ShareContentException(location.Path, "its source gave other bytes than their hash promised");
    }

    private ShareToken Finish(OpenFile file, ShareContent content, FileMetadata metadata)
    {
        location.Parent.GiveAccess(file, Predecessor);
        file.SetMetadata(metadata.Attributes, metadata.CreationTimeUtc, metadata.LastWriteTimeUtc, metadata.LastAccessTimeUtc);
        file.Fsync();
        var status = file.Status();
        if (status.Size != content.Length)
            throw new ShareContentException(location.Path, $"the share kept {status.Size} bytes instead of {content.Length}");
        return location.TokenOf(status);
    }
}
