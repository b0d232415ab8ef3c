namespace OfflineFiles.Sdk.Model.Schema;

/// <summary>
/// What a name that does not exist was meant to be: by the tables of known mistakes first, then by one slip in the spelling. What may exist
/// somewhere else gets no advice. The linter and the errors of queries and rows say the same.
/// </summary>
internal static class NameAdvice
{
    private const string Prefix = "Win32_";
    private const string Family = Prefix + "OfflineFiles";

    // How the name of the family begins, and how it is begun by mistake.
    private static readonly string[] Beginnings = [Family, Prefix + "OfflineFile", "Win32OfflineFiles", "OfflineFiles"];

    public static bool IsOfFamily(string className) => className.StartsWith(Family, StringComparison.OrdinalIgnoreCase);

    /// <summary>The class that was meant; null if it is there, if nobody can tell, or if it may be a class of somebody else.</summary>
    /// <param name="className">The name.</param>
    /// <param name="ofInstances">Whether instances are asked for, which a class that only ever lies inside another has none of.</param>
    public static MeantClass? Class(string className, bool ofInstances)
    {
        if (OfflineFilesSchema.Find(className) is not null) return null;
        var ends = Beginnings.Where(begin => className.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
            .Select(begin => className.Substring(begin.Length)).ToArray();
        return ends.Select(InventedClasses.Find).FirstOrDefault(meant => meant is not null)
            ?? ends.Select(end => Family + end).Append(className).Select(name => Known(name, ofInstances)).FirstOrDefault(meant => meant is not null);
    }

    /// <summary>What to do about a class that is not there, as a whole sentence.</summary>
    public static string OfClass(string className)
    {
        if (Class(className, ofInstances: true) is not { } meant)
            return $"Check its spelling, or ask for {OfflineFilesSchema.Item.Name} or {OfflineFilesSchema.Cache.Name}.";
        return meant.Condition is null && meant.Members is null ? $"Did you mean {meant.ClassName}?" : meant.Advice;
    }

    /// <summary>What was meant by the name of a property: a name, or a test where no property says the same; null if nobody can tell.</summary>
    /// <param name="schema">The class, which does not have it.</param>
    /// <param name="names">The steps of the name.</param>
    public static string? Property(CimClassSchema schema, IReadOnlyList<string> names)
    {
        var last = names[names.Count - 1];
        var top = names.Count > 1 ? schema.Find(names[0]) : null;
        return (top is { Type: CimTypeCode.Object } ? NearestMember(top, last) : null)
            ?? Inside(schema, member => WqlName.AreEqual(member, last))
            ?? (InventedProperties.Of(schema).TryGetValue(last, out var meant) ? meant : null)
            ?? NearestProperty(schema, names)
            ?? NearestInside(schema, last);
    }

    /// <summary>What to do about a property that is not there, as a whole sentence.</summary>
    /// <param name="schema">The class.</param>
    /// <param name="property">The property.</param>
    /// <param name="isTested">Whether it stands where a test can stand, and not in a list of names.</param>
    public static string OfProperty(CimClassSchema schema, WqlProperty property, bool isTested) =>
        Property(schema, property.Names) is { } meant ? $"Did you mean {new MeantProperty(meant, isTested).Advice}?" : "Check its spelling.";

    /// <summary>Whether what was meant is the name of a property, which can be put in the place of the wrong one.</summary>
    public static bool IsName(string meant) => meant.IndexOf(' ') < 0;

    /// <summary>The class and its property that hold objects of a class; null if no class holds such objects.</summary>
    public static (CimClassSchema Class, CimPropertySchema Property)? HolderOf(string className)
    {
        foreach (var schema in OfflineFilesSchema.Classes)
            foreach (var property in schema.Properties)
                if (property.Type == CimTypeCode.Object && WqlName.AreEqual(property.ClassName!, className)) return (schema, property);
        return null;
    }

    private static MeantClass? Known(string className, bool ofInstances)
    {
        if ((OfflineFilesSchema.Find(className)?.Name ?? Nearest(className)) is not { } meant) return null;
        return ofInstances && HolderOf(meant) is { } holder ? new MeantClass(holder.Class.Name) { Members = holder.Property.Name } : new MeantClass(meant);
    }

    private static string? Nearest(string className) => WqlName.Nearest(className, OfflineFilesSchema.Classes.Select(schema => schema.Name));

    private static string? NearestMember(CimPropertySchema top, string name)
    {
        var nearest = WqlName.Nearest(name, OfflineFilesSchema.Find(top.ClassName!)!.Properties.Select(property => property.Name));
        return nearest is null ? null : $"{top.Name}.{nearest}";
    }

    private static string? NearestProperty(CimClassSchema schema, IReadOnlyList<string> names)
    {
        var nearest = WqlName.Nearest(names[0], schema.Properties.Select(property => property.Name).Concat(ItemSystemProperties.Names));
        if (nearest is null || names.Count == 1) return nearest;
        return schema.Find(nearest) is { Type: CimTypeCode.Object } top ? NearestMember(top, names[1]) : null;
    }

    private static string? NearestInside(CimClassSchema schema, string name) =>
        WqlName.Nearest(name, Members(schema).Select(member => member.Name)) is { } nearest ? Inside(schema, member => member == nearest) : null;

    private static string? Inside(CimClassSchema schema, Func<string, bool> isMeant) =>
        Members(schema).FirstOrDefault(member => isMeant(member.Name)).Text;

    private static IEnumerable<(string Name, string Text)> Members(CimClassSchema schema) =>
        from top in schema.Properties
        where top.Type == CimTypeCode.Object
        from member in OfflineFilesSchema.Find(top.ClassName!)!.Properties
        select (member.Name, $"{top.Name}.{member.Name}");
}

/// <summary>What was meant by a property that is not there, as it can be written in its place.</summary>
/// <param name="Text">A name, or a test.</param>
/// <param name="IsTested">Whether it stands where a test can stand, and not in a list of names.</param>
internal sealed record MeantProperty(string Text, bool IsTested)
{
    private WqlComparison? Test => NameAdvice.IsName(Text) ? null : (WqlComparison)WqlPredicate.Parse(Text);

    /// <summary>The name to write; null if only another test says the same.</summary>
    public string? Name => Test is not { } test ? Text : IsTested ? null : test.Property.Text;

    /// <summary>What to write, as the end of a sentence.</summary>
    public string Advice => IsTested || Test is not { } test ? Text : $"{test.Property}, which is {test.Constant} then";
}
