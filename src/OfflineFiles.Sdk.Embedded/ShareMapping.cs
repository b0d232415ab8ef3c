namespace OfflineFiles.Sdk.Embedded;

/// <summary>Which directory a share is. Immutable.</summary>
/// <param name="Share">The UNC path of the share, <c>\\server\share</c>: two components, no more and no less.</param>
/// <param name="Directory">
/// The directory that holds the share's files, as a full path: a local one, or one on which a file server is mounted. It must exist when
/// the cache is opened. Links in this path are followed; links below it never are.
/// </param>
public sealed record ShareMapping(UncPath Share, string Directory);
