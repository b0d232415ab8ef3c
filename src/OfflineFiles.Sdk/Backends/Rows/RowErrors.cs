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

        var known = names.Length > 1 && Embedded(rowClass, names[0]) is { } inner
            ? inner.Properties.Select(property => $"{names[0]}.{property.Name}")
            : rowClass.Names;
        return new RowReadException(rowClass.Name, name, $"The row has no such property. {Advice(name, known)}", origin);
    }

    /// <summary>Whether an embedded object of a property can have a property of its own; true when nothing is known of it.</summary>
    public static bool CanHold(RowClass rowClass, string holder, string name) =>
        rowClass.Schema?.Find(holder) is not { } property
        || (property.Type == CimTypeCode.Object && Embedded(rowClass, holder)?.Find(name) is not null);

    /// <summary>What to do about a name that is not there, as a whole sentence.</summary>
    public static string Advice(string name, IEnumerable<string> known) =>
        WqlName.Nearest(name, known) is { } nearest ? $"Did you mean {nearest}?" : "Check its spelling.";

    private static CimClassSchema? Embedded(RowClass rowClass, string holder) =>
        rowClass.Schema?.Find(holder)?.ClassName is { } name ? OfflineFilesSchema.Find(name) : null;
}
