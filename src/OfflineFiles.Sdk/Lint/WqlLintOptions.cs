namespace OfflineFiles.Sdk.Wql;

/// <summary>The options of <see cref="WqlLinter"/>. Immutable.</summary>
public sealed record WqlLintOptions
{
    /// <summary>The default options: check for the Windows provider.</summary>
    public static WqlLintOptions Default { get; } = new();

    /// <summary>The server for which the query is meant.</summary>
    /// <value>Default: <see cref="WqlLintServer.WindowsProvider"/>.</value>
    public WqlLintServer Server { get; init; } = WqlLintServer.WindowsProvider;
}
