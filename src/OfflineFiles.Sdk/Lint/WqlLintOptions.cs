using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Wql;

/// <summary>The options of <see cref="WqlLinter"/>.</summary>
public sealed record WqlLintOptions
{
    /// <summary>The default options: check for the Windows provider.</summary>
    public static WqlLintOptions Default { get; } = new();

    /// <summary>The server for which the query is meant.</summary>
    /// <value>Default: <see cref="WqlLintServer.WindowsProvider"/>.</value>
    public WqlLintServer Server { get; set => field = Own(value); } = WqlLintServer.WindowsProvider;

    // The default options are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default);
}
