namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// One mapped share root. Every change is a compare-and-set against the token it was planned from, and durable when it returns.
/// </summary>
/// <remarks>
/// Errors of the file system surface as <see cref="Io.DurableIoException"/>; a lost or exchanged root as
/// <see cref="ShareUnavailableException"/>; a path through a link or mount point as <see cref="PathOutsideShareException"/>.
/// No error means "absent".
/// </remarks>
internal interface IShare
{
    UncPath Root { get; }

    /// <summary>What stands behind the share, for messages.</summary>
    string Display { get; }

    /// <summary>The attributes this side can hold; others are neither compared nor written.</summary>
    FileAttributes SupportedAttributes { get; }

    /// <summary>Checks that the root exists, is a directory and can be listed, and pins its identity for the calls that follow.</summary>
    /// <exception cref="ShareUnavailableException">It is not so.</exception>
    Task<ShareIdentity> CheckAsync(CancellationToken cancellationToken);

    /// <summary>One entry; null only when the parent was listed without error and does not hold it.</summary>
    /// <remarks>An exact hit does not tell whether a twin in other case exists: only a listing does.</remarks>
    /// <exception cref="ShareNameClashException">Several entries fit in other case, none exactly.</exception>
    Task<ShareEntry?> StatAsync(SharePath path, CancellationToken cancellationToken);

    /// <summary>The whole directory, ordinal by name, or an error; the engine's own marked names are left out.</summary>
    Task<IReadOnlyList<ShareEntry>> ListAsync(SharePath directory, CancellationToken cancellationToken);

    Task<ShareReading> OpenReadAsync(SharePath path, CancellationToken cancellationToken);

    /// <summary>Writes a whole file: marked temporary file, verified and durable, then one atomic commit.</summary>
    /// <remarks>
    /// The expected version is the one to replace; null: the path must be free. The operation is the number of the journalled intent; it
    /// names the temporary files, see <see cref="RecoverAsync"/>.
    /// </remarks>
    /// <exception cref="ShareConflictException">Another version is there; nothing changed.</exception>
    /// <exception cref="ShareContentException">The content is not of the length and hash promised; nothing changed.</exception>
    Task<ShareToken> WriteFileAsync(
        SharePath path, ShareContent content, ShareToken? expected, FileMetadata metadata, uint operation, CancellationToken cancellationToken);

    /// <exception cref="ShareConflictException">Another version is there; it was left (or put back) in place.</exception>
    Task DeleteFileAsync(SharePath path, ShareToken expected, uint operation, CancellationToken cancellationToken);

    /// <exception cref="ShareConflictException">The name is taken.</exception>
    Task<ShareToken> CreateDirectoryAsync(SharePath path, FileMetadata metadata, CancellationToken cancellationToken);

    /// <summary>Removes an empty directory; never anything in it.</summary>
    /// <exception cref="ShareConflictException">It is another directory than expected, or not empty.</exception>
    Task RemoveDirectoryAsync(SharePath path, ShareToken expected, CancellationToken cancellationToken);

    /// <summary>Renames within the share, never over something.</summary>
    /// <exception cref="ShareConflictException">The source is another version, or the new name is taken.</exception>
    Task<ShareToken> MoveAsync(SharePath from, SharePath to, ShareToken expected, CancellationToken cancellationToken);

    Task<ShareToken> SetMetadataAsync(SharePath path, FileMetadata metadata, ShareToken expected, CancellationToken cancellationToken);

    /// <summary>
    /// After a crash: brings the path of a write or delete that may have been under way to the whole old or the whole new version and
    /// removes its temporary files. Can be called again. A version that nobody planned for is never dropped.
    /// </summary>
    /// <remarks>
    /// The expected token is what the operation was to replace or delete, null when the path was to be free; the hash is that of what was
    /// to be written, null for a deletion.
    /// </remarks>
    Task<ShareRecovery> RecoverAsync(
        SharePath path, uint operation, ShareToken? expected, byte[]? newSha256, CancellationToken cancellationToken);
}
