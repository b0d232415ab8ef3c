namespace OfflineFiles.Sdk.Wql;

/// <summary>How bad a <see cref="WqlFinding"/> is.</summary>
public enum WqlLintSeverity
{
    /// <summary>The query is answered rightly, but slowly, or not everywhere.</summary>
    Advice,

    /// <summary>The query is probably not what was meant, or loses rows.</summary>
    Warning,

    /// <summary>The query is refused, or can only be answered wrongly.</summary>
    Error,
}
