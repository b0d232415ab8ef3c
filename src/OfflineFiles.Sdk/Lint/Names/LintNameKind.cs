namespace OfflineFiles.Sdk.Lint.Names;

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
