using OfflineFiles.Sdk.Backends.Rows;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Reads from a query what its rows hold.</summary>
internal static class RowSelectionReader
{
    /// <summary>Returns what a select list asks of the rows of a class: the listed properties and the key; null for everything.</summary>
    /// <exception cref="QueryTranslationException">The class has no such property.</exception>
    public static RowSelection? Read(WqlSelectQuery query, CimClassSchema schema)
    {
        if (query.Properties.Count == 0) return null;
        var selection = new RowSelection();
        var listed = new HashSet<string>(query.Properties.Select(property => property.Names[0]), WqlText.Comparer);
        foreach (var key in schema.Properties.Where(property => property.IsKey && !listed.Contains(property.Name))) selection.Add(key.Name);
        foreach (var property in query.Properties) Add(selection, property, schema, query);
        return selection;
    }

    private static void Add(RowSelection selection, WqlProperty property, CimClassSchema schema, WqlSelectQuery query)
    {
        var name = property.Names[0];
        if (!property.IsDotted && RowSystemProperties.IsKnown(name)) selection.Add(name);
        else if (schema.Find(name) is not { } found) throw QueryErrors.NoSuchProperty(property, schema, query, isTested: false);
        else if (!property.IsDotted) selection.Add(found.Name);
        else if (property.Names.Count == 2
            && found.Type == CimTypeCode.Object
            && OfflineFilesSchema.Find(found.ClassName!)?.Find(property.Names[1]) is { } inner) selection.Add(found.Name, inner.Name);
        else throw QueryErrors.NoSuchProperty(property, schema, query, isTested: false);
    }
}
