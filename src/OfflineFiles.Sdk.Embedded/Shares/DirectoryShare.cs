using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>A share that is a directory of this machine: a local one, or one mounted from a server.</summary>
/// <remarks>The system's calls block, for a hung server as long as it hangs: they run on the thread pool, never on the caller's thread.</remarks>
internal sealed class DirectoryShare : IShare
{
    private readonly FileSystem _fileSystem;
    private readonly ShareWalker _walker;
    private readonly uint _instance;

    /// <summary>The instance is the engine's own number: it marks the temporary files as its own.</summary>
    public DirectoryShare(UncPath root, string directory, uint instance, FileSystem? fileSystem = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        Root = root;
        Display = Path.GetFullPath(directory);
        _instance = instance;
        _fileSystem = fileSystem ?? FileSystem.Real;
        _walker = new ShareWalker(root, Display, _fileSystem);
        MayExchange = _fileSystem.CanExchange;
    }

    public UncPath Root { get; }

    public string Display { get; }

    public FileAttributes SupportedAttributes => _fileSystem.SupportedAttributes;

    /// <summary>False makes it work as on a file system that cannot exchange two names.</summary>
    public bool MayExchange { get; init; }

    /// <summary>Called in the middle of changes, on the thread that makes them. For tests.</summary>
    public Action<ShareStep>? OnStep { get; set; }

    public ShareTraits Traits
    {
        get => _walker.Traits;
        set => _walker.Traits = value;
    }

    public Task<ShareTraits> ProbeAsync(CancellationToken cancellationToken) =>
        Task.FromResult(ShareTraits.Trusted with { CanExchange = MayExchange });

    public Task<Int128?> ClockAsync(CancellationToken cancellationToken) => Task.FromResult<Int128?>(null);

    public Task<ShareIdentity> CheckAsync(CancellationToken cancellationToken) =>
        Task.Run(() => _walker.Pin(cancellationToken), cancellationToken);

    public Task<ShareEntry?> StatAsync(SharePath path, CancellationToken cancellationToken) =>
        Task.Run(() => path.IsRoot ? StatRoot() : Stat(path, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<ShareEntry>> ListAsync(SharePath directory, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                using var handle = _walker.OpenDirectory(directory, cancellationToken, out var device);
                var entries = ShareLister.List(handle, device, cancellationToken);
                _walker.EnsureStillThere();
                return entries;
            },
            cancellationToken);

    public Task<ShareReading> OpenReadAsync(SharePath path, CancellationToken cancellationToken) =>
        Task.Run<ShareReading>(() => DirectoryShareReading.Open(_walker.Locate(path, cancellationToken), Display), cancellationToken);

    public Task<ShareToken> WriteFileAsync(
        SharePath path, ShareContent content, ShareToken? expected, FileMetadata metadata, IShareOperation operation, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                using var location = _walker.Locate(path, cancellationToken);
                var writer = new ShareWriter(location, Temporary(operation.Number), Aside(operation.Number), MayExchange, OnStep);
                return await writer.WriteAsync(content, expected, metadata, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    public Task DeleteFileAsync(SharePath path, ShareToken expected, IShareOperation operation, CancellationToken cancellationToken) =>
        AtAsync(
            path,
            location =>
            {
                ShareChanges.DeleteFile(location, expected, Aside(operation.Number), OnStep);
                return true;
            },
            cancellationToken);

    public Task<ShareToken> CreateDirectoryAsync(SharePath path, FileMetadata metadata, CancellationToken cancellationToken) =>
        AtAsync(path, location => ShareChanges.CreateDirectory(location, metadata), cancellationToken);

    public Task RemoveDirectoryAsync(SharePath path, ShareToken expected, CancellationToken cancellationToken) =>
        AtAsync(
            path,
            location =>
            {
                ShareChanges.RemoveDirectory(location, expected, OnStep);
                return true;
            },
            cancellationToken);

    public Task<ShareToken> MoveAsync(
        SharePath from, SharePath to, ShareToken expected, IShareOperation operation, CancellationToken cancellationToken) =>
        AtAsync(
            from,
            source =>
            {
                using var target = _walker.Locate(to, cancellationToken);
                return ShareChanges.Move(source, target, expected, OnStep);
            },
            cancellationToken);

    public Task<ShareToken> SetMetadataAsync(
        SharePath path, FileMetadata metadata, ShareToken expected, CancellationToken cancellationToken) =>
        AtAsync(path, location => ShareChanges.SetMetadata(location, metadata, expected), cancellationToken);

    public Task<ShareRecovery> RecoverAsync(SharePath path, UnfinishedChange change, CancellationToken cancellationToken) =>
        AtAsync(
            path,
            location => new ShareRecoverer(
                location, Temporary(change.Number), Aside(change.Number), change.Expected, change.NewSha256).Recover(cancellationToken),
            cancellationToken);

    private ShareEntry StatRoot()
    {
        using var root = _walker.OpenRoot();
        var status = root.Status();
        return ShareEntries.From("", status with { IsMountPoint = false }, status.Device);
    }

    private ShareEntry? Stat(SharePath path, CancellationToken cancellationToken)
    {
        try
        {
            using var location = _walker.Locate(path, cancellationToken);
            if (location.Status is { } status) return location.EntryOf(status);
        }
        // A parent that a whole listing above does not hold, or that is a file: the child is as absent as it is.
        catch (DurableIoException e) when (e.Fault is DurableIoFault.NotFound or DurableIoFault.NotADirectory)
        {
        }

        _walker.EnsureStillThere();
        return null;
    }

    private Task<T> AtAsync<T>(SharePath path, Func<ShareLocation, T> change, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                using var location = _walker.Locate(path, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                return change(location);
            },
            cancellationToken);

    private string Temporary(uint operation) => new TemporaryName(_instance, operation, TemporaryRole.Written).ToString();

    private string Aside(uint operation) => new TemporaryName(_instance, operation, TemporaryRole.Aside).ToString();
}
