namespace OfflineFiles.Sdk.Backends.Rows;

/// <summary>The properties that a select list, or KEYSONLY, leaves in a row; of an embedded object perhaps only some.</summary>
internal sealed class RowSelection
{
    private readonly Dictionary<string, RowSelection?> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    /// <summary>The names, in the order of the list; a key that was not listed comes first.</summary>
    public IReadOnlyList<string> Names => _names.AsReadOnly();

    /// <summary>Only the keys of a class; nothing when it has none.</summary>
    public static RowSelection Keys(CimClassSchema schema)
    {
        var selection = new RowSelection();
        foreach (var key in schema.Properties.Where(property => property.IsKey)) selection.Add(key.Name);
        return selection;
    }

    /// <summary>Whether a property is in the rows; the part says which of its own, null for all.</summary>
    public bool TryFind(string name, out RowSelection? part) => _parts.TryGetValue(name, out part);

    /// <summary>Adds a whole property. It stays whole, whatever of its own is added besides.</summary>
    public void Add(string name)
    {
        if (!_parts.ContainsKey(name)) _names.Add(name);
        _parts[name] = null;
    }

    /// <summary>Adds a property of an embedded object.</summary>
    public void Add(string holder, string name)
    {
        if (!_parts.TryGetValue(holder, out var part))
        {
            _names.Add(holder);
            _parts[holder] = part = new RowSelection();
        }

        part?.Add(name);
    }
}
