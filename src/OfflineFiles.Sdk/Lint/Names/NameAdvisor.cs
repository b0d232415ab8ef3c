namespace OfflineFiles.Sdk.Lint.Names;

/// <summary>What a name that does not exist was probably meant to be.</summary>
internal static class NameAdvisor
{
    // Names that scripts over items are known to use, or that other interfaces to Offline Files have.
    private static readonly Dictionary<string, string> Habits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DirtyInCache"] = "ChangeInfo.Dirty",
        ["IsDirty"] = "ChangeInfo.Dirty",
        ["Modified"] = "ChangeInfo.Dirty",
        ["PinState"] = "PinInfo.Pinned",
        ["IsPinned"] = "PinInfo.Pinned",
        ["Pin"] = "PinInfo.Pinned",
        ["ConnectionState"] = "ConnectionInfo.ConnectState",
        ["State"] = "ConnectionInfo.ConnectState",
        ["IsEncrypted"] = "Encrypted",
        ["IsSparse"] = "Sparse",
        ["Path"] = "ItemPath",
        ["FullName"] = "ItemPath",
        ["Name"] = "ItemName",
        ["FileName"] = "ItemName",
        ["Type"] = "ItemType",
        ["Parent"] = "ParentItemPath",
        ["ParentPath"] = "ParentItemPath",
        ["Size"] = "FileSysInfo.LocalSize",
        ["FileSize"] = "FileSysInfo.LocalSize",
        ["Length"] = "FileSysInfo.LocalSize",
        ["Attributes"] = "FileSysInfo.LocalAttributes",
        ["CreationTime"] = "FileSysInfo.LocalCreationTime",
        ["LastAccessTime"] = "FileSysInfo.LocalLastAccessTime",
        ["LastModified"] = "FileSysInfo.LocalLastWriteTime",
        ["LastWriteTime"] = "FileSysInfo.LocalLastWriteTime",
    };

    /// <summary>The name to write instead, with its prefix; null if none is near.</summary>
    public static string? Suggest(LintName name)
    {
        if (name.Class is not { } schema) return null;
        var last = name.Names[name.Names.Count - 1];
        var found = (name.Top is { Type: CimTypeCode.Object } top ? NearestMember(top, last) : null)
            ?? HabitOf(schema, last)
            ?? Dotted(schema).FirstOrDefault(member => WqlName.AreEqual(member.Leaf, last)).Text
            ?? NearestProperty(schema, name.Names)
            ?? NearestDotted(schema, last);
        return found is null ? null : name.Prefix + found;
    }

    /// <summary>The class and its property that hold objects of an embedded class; null if there is none.</summary>
    public static (CimClassSchema Class, CimPropertySchema Property)? HolderOf(CimClassSchema embedded)
    {
        foreach (var schema in OfflineFilesSchema.Classes)
            foreach (var property in schema.Properties)
                if (property.Type == CimTypeCode.Object && WqlName.AreEqual(property.ClassName!, embedded.Name)) return (schema, property);
        return null;
    }

    private static string? HabitOf(CimClassSchema schema, string name) =>
        schema == OfflineFilesSchema.Item && Habits.TryGetValue(name, out var meant) ? meant : null;

    private static string? NearestMember(CimPropertySchema top, string name)
    {
        var nearest = WqlName.Nearest(name, OfflineFilesSchema.Find(top.ClassName!)!.Properties.Select(property => property.Name));
        return nearest is null ? null : $"{top.Name}.{nearest}";
    }

    private static string? NearestProperty(CimClassSchema schema, IReadOnlyList<string> names)
    {
        var nearest = WqlName.Nearest(names[0], schema.Properties.Select(property => property.Name).Concat(LintScope.SystemProperties));
        if (nearest is null || names.Count == 1) return nearest;
        return schema.Find(nearest) is { Type: CimTypeCode.Object } top ? NearestMember(top, names[1]) : null;
    }

    private static string? NearestDotted(CimClassSchema schema, string name)
    {
        var members = Dotted(schema).ToArray();
        var nearest = WqlName.Nearest(name, members.Select(member => member.Leaf));
        return members.FirstOrDefault(member => member.Leaf == nearest).Text;
    }

    private static IEnumerable<(string Leaf, string Text)> Dotted(CimClassSchema schema) =>
        from top in schema.Properties
        where top.Type == CimTypeCode.Object
        from leaf in OfflineFilesSchema.Find(top.ClassName!)!.Properties
        select (leaf.Name, $"{top.Name}.{leaf.Name}");
}
