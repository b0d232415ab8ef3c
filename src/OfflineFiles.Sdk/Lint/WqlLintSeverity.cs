namespace OfflineFiles.Sdk.Wql;

/// <summary>Specifies how serious a <see cref="WqlFinding"/> is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WqlLintSeverity>))]
public enum WqlLintSeverity
{
    /// <summary>The query is answered correctly, but slowly, or not by every server.</summary>
    Advice,

    /// <summary>The query is probably not what was meant, or loses rows.</summary>
    Warning,

    /// <summary>The query is refused, or can only be answered incorrectly.</summary>
    Error,
}
