using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Backends.Rows;

/// <summary>Why a row does not hold a property.</summary>
internal static class RowErrors
{
    public static RowReadException NotHeld(string name, RowClass rowClass, RowSelection? selection, string? origin)
    {
        var names = name.Split('.');
        var isOfClass = rowClass.Names.Contains(names[0], StringComparer.OrdinalIgnoreCase)
            && (names.Length == 1 || CanHold(rowClass, names[0], name.Substring(names[0].Length + 1)));
        if (selection is not null && isOfClass)
            return new RowReadException(rowClass.Name, name, $"The query did not select it. Select {name} as well.", origin);

        return new RowReadException(rowClass.Name, name, $"The row has no such property. {Advice(name, rowClass)}", origin);
    }

    /// <summary>Whether an embedded object of a property can have a property of its own; true when nothing is known of it.</summary>
    public static bool CanHold(RowClass rowClass, string holder, string name) =>
        rowClass.Schema?.Find(holder) is not { } property
        || (property.Type == CimTypeCode.Object && Embedded(rowClass, holder)?.Find(name) is not null);

    // Of a class of somebody else nothing is known but the names that came.
    private static string Advice(string name, RowClass rowClass)
    {
        if (rowClass.Schema is { } schema && WqlProperty.TryParse(name, out var property, out _)) return NameAdvice.OfProperty(schema, property, isTested: false);
        return WqlName.Nearest(name, rowClass.Names) is { } nearest ? $"Did you mean {nearest}?" : "Check its spelling.";
    }

    private static CimClassSchema? Embedded(RowClass rowClass, string holder) =>
        rowClass.Schema?.Find(holder)?.ClassName is { } name ? OfflineFilesSchema.Find(name) : null;
}
