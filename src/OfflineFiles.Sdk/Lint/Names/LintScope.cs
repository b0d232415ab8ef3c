namespace OfflineFiles.Sdk.Lint.Names;

/// <summary>What names mean in one query: which class it asks for, and whether its properties stand below TargetInstance.</summary>
internal sealed class LintScope
{
    public static readonly string[] SystemProperties =
    [
        .. WqlSystemProperties.Names, .. WqlSystemProperties.PathNames, "__DERIVATION", "__PROPERTY_COUNT", "__this",
    ];

    private static readonly CimPropertySchema Instance = new() { Name = "TargetInstance", Type = CimTypeCode.Object };

    private readonly bool _isForWindows;

    private LintScope(bool isForWindows, string? className, LintEventKind events, string? targetClass)
    {
        _isForWindows = isForWindows;
        Events = events;
        ClassName = className;
        TargetClass = targetClass;
        Class = (events == LintEventKind.Instance ? targetClass : className) is { } name ? Find(name) : null;
    }

    /// <summary>The class after FROM, or the one an association query starts from; null in a schema query.</summary>
    public string? ClassName { get; }

    /// <summary>What kind of events are asked for, if any.</summary>
    public LintEventKind Events { get; }

    /// <summary>In a query for events of instances, the class whose instances are watched; null if it names none, or several.</summary>
    public string? TargetClass { get; }

    /// <summary>The class of Offline Files that is asked for or watched, or that was meant by its name; null if another class is.</summary>
    public CimClassSchema? Class { get; }

    /// <param name="query">The query.</param>
    /// <param name="isForWindows">Whether only the documented properties are there.</param>
    public static LintScope Of(WqlQuery query, bool isForWindows) => query switch
    {
        WqlSelectQuery select => new(isForWindows, select.ClassName, LintEventKind.None, null),
        WqlEventQuery events => new(
            isForWindows, events.ClassName, EventNames.KindOf(EventNames.Known(events.ClassName)), EventNames.TargetClassOf(events.Where)),
        WqlAssociationQuery association => new(isForWindows, association.Source.ClassName, LintEventKind.None, null),
        _ => new(isForWindows, null, LintEventKind.None, null),
    };

    public LintName Resolve(WqlProperty property)
    {
        var names = property.Names;
        if (Events == LintEventKind.Other) return LintName.Foreign;
        if (Events == LintEventKind.None) return Resolve(Class, "", names);
        if (!EventNames.IsInstance(EventNames.Known(ClassName!), names[0]))
            return new LintName(
                names.Count == 1 && EventNames.IsProperty(names[0]) ? LintNameKind.Known : LintNameKind.UnknownProperty, "", null, names, null, null);
        return names.Count == 1
            ? new LintName(LintNameKind.Known, "", null, names, Instance, Instance)
            : Resolve(Class, names[0] + ".", names.Skip(1).ToArray());
    }

    // By a slip in the name of the class nothing else in the query is right that was wrong before.
    private static CimClassSchema? Find(string name) =>
        OfflineFilesSchema.Find(name) ?? (ClassNames.Meant(name, ofInstances: true) is { } meant ? OfflineFilesSchema.Find(meant.ClassName) : null);

    private LintName Resolve(CimClassSchema? schema, string prefix, IReadOnlyList<string> names)
    {
        if (schema is null) return LintName.Foreign;
        if (Array.Exists(SystemProperties, name => WqlName.AreEqual(name, names[names.Count - 1])))
            return new(LintNameKind.Known, prefix, schema, names, null, null);

        var top = schema.Find(names[0]);
        if (top is null || (_isForWindows && !top.IsDocumented)) return new(LintNameKind.UnknownProperty, prefix, schema, names, null, null);
        if (names.Count == 1) return new(LintNameKind.Known, prefix, schema, names, top, top);
        if (top.Type != CimTypeCode.Object) return new(LintNameKind.NotAnObject, prefix, schema, names, top, null);
        var leaf = OfflineFilesSchema.Find(top.ClassName!)!.Find(names[1]);
        if (leaf is null) return new(LintNameKind.UnknownMember, prefix, schema, names, top, null);
        return new(names.Count == 2 ? LintNameKind.Known : LintNameKind.NotAnObject, prefix, schema, names, top, leaf);
    }
}

/// <summary>What kind of events a query asks for.</summary>
internal enum LintEventKind
{
    /// <summary>None: it asks for data.</summary>
    None,

    /// <summary>Creation, change or deletion of instances.</summary>
    Instance,

    /// <summary>Something else.</summary>
    Other,
}
