using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>What of a directory of the share is cached, and why the rest is not.</summary>
internal static class ShareListing
{
    /// <summary>
    /// The entries, each with the reason why it is left alone. Of names that differ only in case one is cached: the one that is already, else the first
    /// by ordinal.
    /// </summary>
    /// <param name="entries">A whole listing, ordinal by name.</param>
    /// <param name="cachedAs">The spelling under which a name is in the cache; null if it is not.</param>
    public static List<(ShareEntry Entry, string? LeftAlone)> Choose(IReadOnlyList<ShareEntry> entries, Func<string, string?> cachedAs)
    {
        var chosen = new List<(ShareEntry, string?)>(entries.Count);
        var taken = new HashSet<string>(WqlText.Comparer);
        foreach (var entry in entries)
        {
            var isChosen = !entry.NameClash || (cachedAs(entry.Name) is { } spelling ? spelling == entry.Name : taken.Add(entry.Name));
            var only = isChosen && entry.NameClash ? entry with { NameClash = false } : entry;
            chosen.Add((only, WhyLeftAlone(only)));
        }

        return chosen;
    }

    /// <summary>Why an entry is not cached; null if it is, or will be.</summary>
    public static string? WhyLeftAlone(ShareEntry entry) => IsNameable(entry.Name) ? Fetcher.WhyUnsupported(entry) : Named(entry);

    /// <summary>Where an entry is told of: a name that no path can hold, under the directory that holds it.</summary>
    public static UncPath PathOf(UncPath directory, ShareEntry entry) => IsNameable(entry.Name) ? directory.Append(entry.Name) : directory;

    private static bool IsNameable(string name) => SharePath.FindFault(name) is null && NameKey.IsRepresentable(name);

    private static string Named(ShareEntry entry) =>
        $"The entry '{ReadableText.Of(entry.Name)}' in it is left alone: a UNC path cannot name it. Rename it on the share.";
}
