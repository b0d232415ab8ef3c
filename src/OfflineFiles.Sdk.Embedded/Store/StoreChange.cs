namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>One row before and after a write.</summary>
internal sealed record StoreChange(ItemRow? Old, ItemRow? New)
{
    /// <summary>Set with <see cref="NewScope"/> when it is the share's connection that changed.</summary>
    public ScopeRow? OldScope { get; init; }

    public ScopeRow? NewScope { get; init; }

    /// <summary>The scope that went with a share.</summary>
    public ScopeRow? ScopeOfRemoved { get; init; }
}
