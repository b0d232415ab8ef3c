namespace OfflineFiles.Sdk.Wql;

/// <summary>Specifies the server for which a query is checked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WqlLintServer>))]
public enum WqlLintServer
{
    /// <summary>The Offline Files provider of Windows: the language, the classes, and the known behaviour of the provider are checked.</summary>
    WindowsProvider,

    /// <summary>Any server: only the language and the classes are checked.</summary>
    Any,
}
