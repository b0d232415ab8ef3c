namespace OfflineFiles.Sdk.Wql;

/// <summary>What a query is checked against. Immutable.</summary>
public sealed record WqlLintOptions
{
    /// <summary>The Windows provider.</summary>
    public static WqlLintOptions Default { get; } = new();

    /// <summary>For which server the query is meant. Default: <see cref="WqlLintServer.WindowsProvider"/>.</summary>
    public WqlLintServer Server { get; init; } = WqlLintServer.WindowsProvider;
}
