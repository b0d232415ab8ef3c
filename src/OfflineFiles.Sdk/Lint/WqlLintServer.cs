namespace OfflineFiles.Sdk.Wql;

/// <summary>For which server a query is checked.</summary>
public enum WqlLintServer
{
    /// <summary>The Offline Files provider of Windows: the language, the classes, and what the provider is known to do with a query.</summary>
    WindowsProvider,

    /// <summary>Any server: the language and the classes only.</summary>
    Any,
}
