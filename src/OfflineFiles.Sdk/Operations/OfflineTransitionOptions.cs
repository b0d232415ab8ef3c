namespace OfflineFiles.Sdk;

/// <summary>How <see cref="OfflineFilesCache.TransitionOfflineAsync"/> goes about it. Immutable.</summary>
public sealed record OfflineTransitionOptions
{
    /// <summary>Without force.</summary>
    public static OfflineTransitionOptions Default { get; } = new();

    /// <summary>
    /// Close files that are open but not cached. Applications that hold them may lose data. Without it such files prevent the
    /// transition, and the report says so in <see cref="OperationReport.BlockedByOpenFiles"/>.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Force { get; init; }

    /// <summary>How to go offline.</summary>
    /// <value>Default: <see cref="TransitionFlags.None"/>.</value>
    public TransitionFlags Flags { get; init; }
}
