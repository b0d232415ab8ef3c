using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Whole trees, as path and content; a directory has null for it. Paths are written with slashes, and below the top.</summary>
internal static class Trees
{
    /// <summary>What a cache shows now.</summary>
    public static async Task<SortedDictionary<string, string?>> OfAsync(ICacheFiles files, UncPath top)
    {
        var tree = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        var pending = new Stack<UncPath>([top]);
        while (pending.TryPop(out var directory))
        {
            await foreach (var entry in files.EnumerateAsync(directory, CancellationToken.None))
            {
                var isDirectory = entry.ItemType == OfflineFilesItemType.Directory;
                if (isDirectory) pending.Push(entry.Path);
                tree[entry.Path.RelativeToShare!.Replace('\\', '/')] = isDirectory ? null : await ReadAsync(files, entry.Path);
            }
        }

        return tree;
    }

    /// <summary>What a directory holds, without the marked names of the engine's own.</summary>
    public static SortedDictionary<string, string?> Of(string directory)
    {
        var tree = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in Directory.EnumerateFileSystemEntries(directory, "*", SearchOption.AllDirectories))
            if (!Path.GetFileName(entry).StartsWith(".~of", StringComparison.Ordinal))
                tree[Path.GetRelativePath(directory, entry).Replace('\\', '/')] = Directory.Exists(entry) ? null : File.ReadAllText(entry);
        return tree;
    }

    public static async Task<string> ReadAsync(ICacheFiles files, UncPath path)
    {
        await using var stream = await files.OpenReadAsync(path, CancellationToken.None);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
