using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Backends;

/// <summary>Changes of the cache as a query over events sees them: as creation, modification and deletion of items.</summary>
internal static class CacheChangeShape
{
    public static WqlEventShape<CacheChange, OfflineFilesItem> Instance { get; } = new()
    {
        Instances = ItemProperties.Instance,
        ClassOf = change => EventClass(change.Kind),
        InstanceClassOf = _ => OfflineFilesSchema.Item.Name,
        TargetInstance = Target,
        PreviousInstance = change => EventClass(change.Kind) == WqlEventClasses.InstanceModification ? change.Previous : null,
        TimeCreated = change => change.At,
    };

    /// <summary>The class of the event that a change is; null for one that is no event about an item: synchronisations, conflicts, gaps.</summary>
    public static string? EventClass(CacheChangeKind kind) => kind switch
    {
        CacheChangeKind.ItemAdded => WqlEventClasses.InstanceCreation,
        CacheChangeKind.ItemRemoved => WqlEventClasses.InstanceDeletion,
        CacheChangeKind.ItemModified or CacheChangeKind.ItemRenamed or CacheChangeKind.ItemPinned or CacheChangeKind.ItemUnpinned
            or CacheChangeKind.ItemDisconnected or CacheChangeKind.ItemReconnected => WqlEventClasses.InstanceModification,
        _ => null,
    };

    // Of what is gone the event holds what it was.
    private static OfflineFilesItem? Target(CacheChange change) => EventClass(change.Kind) switch
    {
        null => null,
        WqlEventClasses.InstanceDeletion => change.Previous,
        _ => change.Current,
    };
}
