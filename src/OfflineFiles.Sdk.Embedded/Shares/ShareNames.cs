using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Finds entries as Windows compares names, ordinal and ignoring case, on file systems that compare them in any way.</summary>
internal static class ShareNames
{
    /// <summary>
    /// The name as the directory spells it: exactly as asked, else the only one that differs in case; null if a whole listing has none.
    /// </summary>
    /// <exception cref="ShareNameClashException">Several differ in case only, none fits exactly.</exception>
    public static string? FindStored(DirectoryHandle directory, string name, SharePath path, CancellationToken cancellationToken) =>
        FindStored(directory, name, path, cancellationToken, out _);

    /// <summary>The same, with what stands there under the name as it was asked for; null if it is spelled in another way.</summary>
    public static string? FindStored(DirectoryHandle directory, string name, SharePath path, CancellationToken cancellationToken, out FileStatus? exact)
    {
        exact = directory.TryStatus(name);
        if (exact is not null && !HasOtherSpelling(directory, name, exact.Value)) return name;

        var similar = directory.ListNames(cancellationToken)
            .Where(entry => entry.IsText && WqlText.AreEqual(entry.Text, name))
            .Select(entry => entry.Text)
            .ToList();
        if (similar.Contains(name, StringComparer.Ordinal)) return name;
        return similar.Count switch
        {
            // A file system that also equates spellings of Unicode found it all the same.
            0 => exact is null ? null : name,
            1 => similar[0],
            _ => throw new ShareNameClashException(path, similar),
        };
    }

    /// <summary>Whether the directory finds the same entry under swapped case: then it may well be stored in another spelling.</summary>
    private static bool HasOtherSpelling(DirectoryHandle directory, string name, in FileStatus status)
    {
        var swapped = string.Create(name.Length, name, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsUpper(source[i]) ? char.ToLowerInvariant(source[i]) : char.ToUpperInvariant(source[i]);
        });
        return !string.Equals(swapped, name, StringComparison.Ordinal) && directory.TryStatus(swapped)?.FileId == status.FileId;
    }
}
