namespace OfflineFiles.Sdk.Backends;

/// <summary>Reads and writes files through a cache. A backend offers it with <see cref="BackendCapabilities.Files"/>.</summary>
/// <remarks>
/// <para>
/// While a scope is online, a change is written through: it is on the server, whole, before the call returns. While the scope is
/// offline, the change is kept in the cache and the item is dirty; both survive a crash from the moment the call returns.
/// </para>
/// <para>
/// Every path lies below a share. A path that names no share or climbs out of its share is refused before anything is done. Except in
/// <see cref="FindAsync"/>, an item that does not exist, or is not available offline while its scope is offline, is an
/// <see cref="ItemNotFoundException"/>. Safe to use from several threads; a call sees what earlier calls have committed.
/// </para>
/// </remarks>
public interface ICacheFiles
{
    /// <summary>Finds the file or directory at a path.</summary>
    /// <param name="path">The path of a share, or a path below a share.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The entry; null if the path does not exist, or is not available offline while its scope is offline.</returns>
    Task<CachedFileEntry?> FindAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>Enumerates the files and directories directly in a directory, in no particular order. Items deleted offline are left out.</summary>
    /// <param name="directory">The path of a share or directory.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    IAsyncEnumerable<CachedFileEntry> EnumerateAsync(UncPath directory, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading. The stream keeps the version that was opened; dispose it.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<Stream> OpenReadAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>Opens a file for writing. Nothing is visible before <see cref="CachedFileWriter.CommitAsync"/>.</summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <param name="mode">Specifies whether the file must, may or must not exist.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<CachedFileWriter> OpenWriteAsync(UncPath path, FileWriteMode mode, CancellationToken cancellationToken);

    /// <summary>Creates a directory; its parent must exist. A directory that exists already stays as it is.</summary>
    /// <param name="path">The path of the directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task CreateDirectoryAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>Deletes a file, or an empty directory.</summary>
    /// <param name="path">The path of the file or directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task DeleteAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>Moves or renames a file or directory within its share. The new path must not exist.</summary>
    /// <param name="path">The current path.</param>
    /// <param name="newPath">The new path, in the same share.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task MoveAsync(UncPath path, UncPath newPath, CancellationToken cancellationToken);
}
