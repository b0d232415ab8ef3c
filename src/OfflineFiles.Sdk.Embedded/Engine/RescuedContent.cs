using OfflineFiles.Sdk.Embedded.Options;

namespace OfflineFiles.Sdk.Embedded;

/// <summary>Tells where the content of a cache is whose database was lost. Nothing removes it but you.</summary>
/// <param name="Directory">
/// The folder, below <c>rescue</c> in the cache directory: the cached bytes in files without their names, and what stood in the place of the database.
/// </param>
/// <param name="Count">The number of cached versions in it. Changes that were made offline and never reached their share are among them.</param>
/// <param name="Reason">What was wrong with the database, as the end of a sentence, for example "its database was missing".</param>
public sealed record RescuedContent(string Directory, int Count, string Reason)
{
    /// <summary>Returns what was moved, where and why, for people.</summary>
    public override string ToString() => ReadableText.Of($"{Count} versions in {ShownPath.Of(Directory)}, since {Reason}", 4 * ReadableText.Longest);
}
