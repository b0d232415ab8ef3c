namespace OfflineFiles.Sdk.Backends;

/// <summary>Reading and writing files through a cache. A backend offers it with <see cref="BackendCapabilities.Files"/>.</summary>
/// <remarks>
/// <para>
/// While a scope is online a change is written through: it is on the server, whole, before the call returns. While the scope is
/// offline the change is kept in the cache and the item is dirty; both survive a crash from the moment the call returns.
/// </para>
/// <para>
/// Every path lies below a share. A path that names no share or climbs out of one is refused before anything is done. An item that
/// is not there, or not available offline while its scope is offline, is an <see cref="ItemNotFoundException"/>. Safe to use from
/// several threads; what one call has committed the next one sees.
/// </para>
/// </remarks>
public interface ICacheFiles
{
    /// <summary>The file or directory of a path; null when there is none.</summary>
    /// <param name="path">A share or below.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<CachedFileEntry?> FindAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>What is directly in a directory, in no promised order. Items deleted offline are left out.</summary>
    /// <param name="directory">A share or directory.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<CachedFileEntry> EnumerateAsync(UncPath directory, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading. The stream keeps showing the version it was opened on; dispose it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<Stream> OpenReadAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>Opens a file for writing. Nothing is visible before <see cref="CachedFileWriter.CommitAsync"/>.</summary>
    /// <param name="path">The file; its directory must be there.</param>
    /// <param name="mode">Whether the file must, may or must not be there.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<CachedFileWriter> OpenWriteAsync(UncPath path, FileWriteMode mode, CancellationToken cancellationToken);

    /// <summary>Creates a directory; the one above must be there. One that is there already stays as it is.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task CreateDirectoryAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>Deletes a file, or an empty directory.</summary>
    /// <param name="path">The file or directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task DeleteAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>Moves or renames a file or directory within its share. Nothing may be there under the new path.</summary>
    /// <param name="path">The path it has.</param>
    /// <param name="newPath">The path it shall have, in the same share.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task MoveAsync(UncPath path, UncPath newPath, CancellationToken cancellationToken);
}
