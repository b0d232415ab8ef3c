namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Knows which containers a walk has still to ask for their children. Whatever else a backend answers is passed over.</summary>
internal sealed class SubtreeWalk
{
    private readonly Queue<UncPath> _open = new();
    private readonly HashSet<UncPath> _seen = [];
    private string _container = "";

    public SubtreeWalk(UncPath root) => Open(root);

    /// <summary>Goes on to the next container; false when there is none.</summary>
    public bool TryNext(out UncPath container)
    {
        container = null!;
        if (_open.Count == 0) return false;
        container = _open.Dequeue();
        _container = container.ToString();
        return true;
    }

    /// <summary>Whether a row is a child of the container, and none that was met before.</summary>
    public bool Accept(OfflineFilesItem row) =>
        string.Equals(row.ParentItemPath, _container, StringComparison.OrdinalIgnoreCase)
        && (row.ItemType == OfflineFilesItemType.File || Open(row.Path));

    private bool Open(UncPath container)
    {
        if (!_seen.Add(container)) return false;
        _open.Enqueue(container);
        return true;
    }
}
