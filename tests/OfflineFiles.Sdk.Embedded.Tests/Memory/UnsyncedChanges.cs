namespace OfflineFiles.Sdk.Embedded.Tests.Memory;

/// <summary>The names that were changed and not made durable, in their order: a power cut takes back any of the last of them.</summary>
internal sealed class UnsyncedChanges
{
    private readonly List<(HashSet<MemoryNode> Directories, Action Undo)> _changes = [];

    public bool IsEmpty => _changes.Count == 0;

    public void Add(Action undo, params MemoryNode[] directories) => _changes.Add(([.. directories], undo));

    /// <summary>Makes the names in a directory durable.</summary>
    public void Synced(MemoryNode directory)
    {
        foreach (var (directories, _) in _changes) directories.Remove(directory);
        _changes.RemoveAll(change => change.Directories.Count == 0);
    }

    /// <param name="random">Draws what is lost; null: all that can be.</param>
    /// <param name="root">Of the file system.</param>
    public void Undo(Random? random, MemoryNode root)
    {
        var kept = random?.Next(_changes.Count + 1) ?? 0;
        for (var i = _changes.Count - 1; i >= kept; i--) _changes[i].Undo();
        _changes.Clear();
        LoseBytes(random, root);
    }

    private static void LoseBytes(Random? random, MemoryNode node)
    {
        if (!node.Data.AsSpan().SequenceEqual(node.Durable) && random?.Next(2) is null or 0) node.Data = node.Durable;
        node.Durable = node.Data;
        foreach (var (_, child) in node.Children.Values) LoseBytes(random, child);
    }
}
