namespace OfflineFiles.Sdk.Lint.Names;

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
