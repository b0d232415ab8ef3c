namespace OfflineFiles.Sdk;

/// <summary>The options of <see cref="OfflineFilesCache.TransitionOfflineAsync"/>. Immutable.</summary>
public sealed record OfflineTransitionOptions
{
    /// <summary>The default options: without force.</summary>
    public static OfflineTransitionOptions Default { get; } = new();

    /// <summary>
    /// True to close files that are open but not cached; applications that hold them may lose data. If false, such files prevent the
    /// transition, and the report says so in <see cref="OperationReport.BlockedByOpenFiles"/>.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Force { get; init; }

    /// <summary>The flags of the transition.</summary>
    /// <value>Default: <see cref="TransitionFlags.None"/>.</value>
    public TransitionFlags Flags { get; init; }
}
