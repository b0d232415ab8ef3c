namespace OfflineFiles.Sdk.Cim;

/// <summary>How changes are noticed; the Windows provider has no events of its own. Immutable.</summary>
public sealed record CimChangeOptions
{
    /// <summary>The defaults.</summary>
    public static CimChangeOptions Default { get; } = new();
}
