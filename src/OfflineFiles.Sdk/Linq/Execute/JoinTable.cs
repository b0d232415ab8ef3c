namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>The rows of one side of a join by their keys. A key that is null equals none, as in <see cref="Enumerable"/>.</summary>
internal sealed class JoinTable(IEqualityComparer<object?> equality, Func<object?, object?> key)
{
    private readonly KeyTable<List<object?>> _rows = new(equality);

    public bool IsEmpty => _rows.Values.Count == 0;

    public void Add(object? row)
    {
        if (key(row) is not { } found) return;
        (_rows.Find(found) ?? _rows.Add(found, [])).Add(row);
    }

    public List<object?>? Find(object? key) => key is null ? null : _rows.Find(key);
}
