using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk;

/// <summary>The options of <see cref="OfflineFilesCache.TransitionOfflineAsync"/>. A call reads them while it runs: change them before, not meanwhile.</summary>
public sealed record OfflineTransitionOptions
{
    /// <summary>The default options: without force.</summary>
    public static OfflineTransitionOptions Default { get; } = new();

    /// <summary>
    /// True to close files that are open but not cached; applications that hold them may lose data. If false, such files prevent the
    /// transition, and the report says so in <see cref="OperationReport.BlockedByOpenFiles"/>.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Force { get; set => field = Own(value); }

    /// <summary>The flags of the transition.</summary>
    /// <value>Default: <see cref="TransitionFlags.None"/>.</value>
    public TransitionFlags Flags { get; set => field = Own(value); }

    // The default options are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default);
}
