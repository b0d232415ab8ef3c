namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Which blobs a write put in use and which it left without a row.</summary>
internal sealed class BlobChanges
{
    private readonly List<string> _added = [];
    private readonly List<string> _dropped = [];

    /// <summary>To be removed when the write does not happen.</summary>
    public IReadOnlyList<string> Added => _added;

    /// <summary>To be removed after the write was committed.</summary>
    public IReadOnlyList<string> Dropped => _dropped;

    public void Add(string? id)
    {
        if (id is not null) _added.Add(id);
    }

    public void Drop(string? id)
    {
        if (id is not null) _dropped.Add(id);
    }
}
