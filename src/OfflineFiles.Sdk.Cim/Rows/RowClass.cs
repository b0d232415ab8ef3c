using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Rows;

/// <summary>What is read as an object of a class is of that class, and so are the objects inside of it.</summary>
internal static class RowClass
{
    public static CimRow Of(this CimRow row, CimClassSchema schema)
    {
        if (!AreSame(row.ClassName, schema.Name)) throw Unfit.Row(schema.Name, row.ClassName);
        var indexes = row.Shape.IndexesOf(schema);
        for (var i = 0; i < indexes.Length; i++)
        {
            if (schema.Properties[i].ClassName is { } name && row[indexes[i]] is CimRow embedded && !AreSame(embedded.ClassName, name))
                throw Unfit.Row(name, embedded.ClassName);
        }

        return row;
    }

    // Servers write them as they are defined: that needs no folding.
    private static bool AreSame(string sent, string name) => string.Equals(sent, name, StringComparison.Ordinal) || WqlText.AreEqual(sent, name);
}
