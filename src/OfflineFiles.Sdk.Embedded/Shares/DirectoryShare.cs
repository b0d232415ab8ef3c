namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>A share that is a directory of this machine: a local one, or one mounted from a server.</summary>
internal sealed class DirectoryShare : IShare
{
    public DirectoryShare(UncPath root, string directory, uint instance) => throw new NotImplementedException();

    public UncPath Root => throw new NotImplementedException();

    public string Display => throw new NotImplementedException();

    public FileAttributes SupportedAttributes => throw new NotImplementedException();

    public Task<ShareIdentity> CheckAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ShareEntry?> StatAsync(SharePath path, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<IReadOnlyList<ShareEntry>> ListAsync(SharePath directory, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ShareReading> OpenReadAsync(SharePath path, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ShareToken> WriteFileAsync(
        SharePath path, ShareContent content, ShareToken? expected, FileMetadata metadata, uint operation, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    public Task DeleteFileAsync(SharePath path, ShareToken expected, uint operation, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ShareToken> CreateDirectoryAsync(SharePath path, FileMetadata metadata, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task RemoveDirectoryAsync(SharePath path, ShareToken expected, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ShareToken> MoveAsync(SharePath from, SharePath to, ShareToken expected, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ShareToken> SetMetadataAsync(SharePath path, FileMetadata metadata, ShareToken expected, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ShareRecovery> RecoverAsync(
        SharePath path, uint operation, ShareToken? expected, ReadOnlyMemory<byte>? newSha256, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
