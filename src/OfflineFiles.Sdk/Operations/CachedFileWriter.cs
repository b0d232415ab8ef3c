namespace OfflineFiles.Sdk;

/// <summary>
/// Writes a new version of a file. <see cref="CommitAsync"/> makes it the content of the file, as a whole; a writer that is disposed without
/// a commit leaves everything as it was.
/// </summary>
/// <remarks>Only one thread at a time may use a writer.</remarks>
public abstract class CachedFileWriter : Stream
{
    /// <summary>Makes the written data the content of the file. Afterwards the writer accepts no more data.</summary>
    /// <param name="cancellationToken">A token to cancel the operation before the commit takes effect.</param>
    /// <exception cref="OfflineFilesException">
    /// The file could not be written, or something else changed it since it was opened; the file is as it was.
    /// </exception>
    public abstract Task CommitAsync(CancellationToken cancellationToken = default);
}
