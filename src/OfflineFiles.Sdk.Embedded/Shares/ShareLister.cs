using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Lists a directory whole, or not at all.</summary>
internal static class ShareLister
{
    private const int Attempts = 3;

    /// <summary>Whether a listing of a root shows nothing that somebody put there: what a new file system brings along does not count.</summary>
    public static bool IsEmptyRoot(this IReadOnlyList<ShareEntry> entries) =>
        entries.All(entry => entry is { Name: "lost+found" or "System Volume Information" or "$RECYCLE.BIN", Kind: not ShareEntryKind.File });

    public static IReadOnlyList<ShareEntry> List(DirectoryHandle directory, ulong device, CancellationToken cancellationToken, Action<string>? marked = null)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
            if (TryList(directory, device, marked, cancellationToken) is { } entries) return MarkClashes(entries);
        throw new DurableIoException("List", directory.Path, DurableIoFault.InUse, 0, "its entries kept changing while they were listed", 0);
    }

    /// <summary>Null when an entry went away between being named and being looked at: it may have been renamed to one not named yet.</summary>
    private static List<ShareEntry>? TryList(DirectoryHandle directory, ulong device, Action<string>? marked, CancellationToken cancellationToken)
    {
        var entries = new List<ShareEntry>();
        foreach (var name in directory.ListNames(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Another engine's marked names are on their way to be something else, too.
            if (TemporaryName.IsMarked(name.Text))
            {
                marked?.Invoke(name.Text);
                continue;
            }

            if (!name.IsText)
            {
                entries.Add(ShareEntries.Unreachable(name.Text));
                continue;
            }

            if (directory.TryStatus(name.Text) is not { } status) return null;
            entries.Add(ShareEntries.From(name.Text, status, device));
        }

        return entries;
    }

    private static List<ShareEntry> MarkClashes(List<ShareEntry> entries)
    {
        var places = new Dictionary<string, int>(entries.Count, WqlText.Comparer);
        for (var i = 0; i < entries.Count; i++)
        {
            if (places.TryAdd(entries[i].Name, i)) continue;
            var first = places[entries[i].Name];
            entries[first] = entries[first] with { NameClash = true };
            entries[i] = entries[i] with { NameClash = true };
        }

        entries.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return entries;
    }
}
