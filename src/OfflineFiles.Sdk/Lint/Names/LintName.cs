namespace OfflineFiles.Sdk.Lint.Names;

/// <summary>What the name of a property means in a query.</summary>
/// <param name="Kind">What is made of it.</param>
/// <param name="Prefix">What stands before the names of the class: nothing, or <c>TargetInstance.</c> in an event query.</param>
/// <param name="Class">The class in which the first name after the prefix is looked up; null if it is not known.</param>
/// <param name="Names">The names after the prefix.</param>
/// <param name="Top">The property of the class; null if it has none of that name.</param>
/// <param name="Leaf">The property that is tested in the end: the same, or one of the embedded object; null if there is none.</param>
internal sealed record LintName(
    LintNameKind Kind, string Prefix, CimClassSchema? Class, IReadOnlyList<string> Names, CimPropertySchema? Top, CimPropertySchema? Leaf)
{
    public static LintName Foreign { get; } = new(LintNameKind.Foreign, "", null, [], null, null);

    /// <summary>Whether it is the path of an item or of its parent, by which the Windows provider goes.</summary>
    public bool IsPath => Class == OfflineFilesSchema.Item && Names.Count == 1 && Leaf is { Name: "ItemPath" or "ParentItemPath" };
}

/// <summary>What the linter makes of a name in a query.</summary>
internal enum LintNameKind
{
    /// <summary>It belongs to a class of which nothing is known here.</summary>
    Foreign,

    /// <summary>It is there.</summary>
    Known,

    /// <summary>The class does not have it.</summary>
    UnknownProperty,

    /// <summary>The embedded object does not have it.</summary>
    UnknownMember,

    /// <summary>It leads with a dot into what is no object.</summary>
    NotAnObject,
}
