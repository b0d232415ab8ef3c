namespace OfflineFiles.Sdk.Embedded;

/// <summary>Maps a share to the directory that holds its files. Immutable.</summary>
/// <param name="Share">The UNC path of the share, <c>\\server\share</c>, with exactly two components.</param>
/// <param name="Directory">
/// The full path of a local directory, or of a directory on which a file server is mounted. It must exist when the cache is opened. Links
/// in this path are followed; links below it are not.
/// </param>
public sealed record ShareMapping(UncPath Share, string Directory)
{
    /// <summary>Returns the share and the directory, for people.</summary>
    public override string ToString() => ReadableText.Of($"{Share} is {Directory}");
}
