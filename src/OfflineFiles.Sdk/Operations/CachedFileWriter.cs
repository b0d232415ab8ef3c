namespace OfflineFiles.Sdk;

/// <summary>
/// A new version of a file in the making. It becomes the file, as a whole, with <see cref="CommitAsync"/>; a writer disposed without
/// it leaves everything as it was.
/// </summary>
/// <remarks>One thread at a time.</remarks>
public abstract class CachedFileWriter : Stream
{
    /// <summary>Makes what was written the content of the file. Afterwards the writer takes nothing more.</summary>
    /// <param name="cancellationToken">Honoured until the moment of the commit.</param>
    /// <exception cref="OfflineFilesException">
    /// The file could not be written, or someone else changed it since it was opened; it is as it was.
    /// </exception>
    public abstract Task CommitAsync(CancellationToken cancellationToken = default);
}
