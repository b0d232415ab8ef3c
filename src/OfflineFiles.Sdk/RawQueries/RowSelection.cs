using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>The properties that a select list, or KEYSONLY, leaves in a row; of an embedded object perhaps only some.</summary>
internal sealed class RowSelection
{
    private readonly Dictionary<string, RowSelection?> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    private RowSelection()
    {
    }

    /// <summary>The names, in the order of the list; a key that was not listed comes first.</summary>
    public IReadOnlyList<string> Names => _names.AsReadOnly();

    /// <summary>What a select list asks of the rows of a class: the listed properties and the key; null for everything.</summary>
    /// <exception cref="QueryTranslationException">The class has no such property.</exception>
    public static RowSelection? Of(WqlSelectQuery query, CimClassSchema schema)
    {
        if (query.Properties.Count == 0) return null;
        var selection = new RowSelection();
        var listed = new HashSet<string>(query.Properties.Select(property => property.Names[0]), StringComparer.OrdinalIgnoreCase);
        foreach (var key in schema.Properties.Where(property => property.IsKey && !listed.Contains(property.Name))) selection.Add(key.Name, null);
        foreach (var property in query.Properties) selection.Add(property, schema, query);
        return selection;
    }

    /// <summary>Only the keys of a class; nothing when it has none.</summary>
    public static RowSelection Keys(CimClassSchema schema)
    {
        var selection = new RowSelection();
        foreach (var key in schema.Properties.Where(property => property.IsKey)) selection.Add(key.Name, null);
        return selection;
    }

    /// <summary>Whether a property is in the rows; the part says which of its own, null for all.</summary>
    public bool TryFind(string name, out RowSelection? part) => _parts.TryGetValue(name, out part);

    private void Add(WqlProperty property, CimClassSchema schema, WqlSelectQuery query)
    {
        var name = property.Names[0];
        if (!property.IsDotted && RowSystemProperties.IsKnown(name))
        {
            Add(name, null);
            return;
        }

        var found = schema.Find(name) ?? throw QueryErrors.NoSuchProperty(property, schema, query);
        if (!property.IsDotted)
        {
            Add(found.Name, null);
            return;
        }

        if (property.Names.Count > 2
            || found.Type != CimTypeCode.Object
            || OfflineFilesSchema.Find(found.ClassName!)?.Find(property.Names[1]) is not { } inner)
        {
            throw QueryErrors.NoSuchProperty(property, schema, query);
        }

        if (!_parts.ContainsKey(found.Name)) Add(found.Name, new RowSelection());
        _parts[found.Name]?.Add(inner.Name, null);
    }

    // A property that is listed as a whole stays whole, whatever of its own is listed besides.
    private void Add(string name, RowSelection? part)
    {
        if (!_parts.ContainsKey(name)) _names.Add(name);
        _parts[name] = part;
    }
}
