using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>Something that happened in the cache. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CacheChange
{
    /// <summary>What happened.</summary>
    public required CacheChangeKind Kind { get; init; }

    /// <summary>The number of the change in its stream: each one is greater than the one before.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was committed, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The item it is about; null for the beginning and end of a synchronisation and for a gap.</summary>
    public UncPath? Path { get; init; }

    /// <summary>What the item is; null when <see cref="Path"/> is, or it is not known.</summary>
    public OfflineFilesItemType? ItemType { get; init; }

    /// <summary>The path before; null unless <see cref="Kind"/> is <see cref="CacheChangeKind.ItemRenamed"/>.</summary>
    public UncPath? OldPath { get; init; }

    /// <summary>What changed of the item, by member. <see cref="ItemMembers.None"/> when nothing of it did or it is not known.</summary>
    public ItemMembers ChangedMembers { get; init; }

    /// <summary>The item after the change; null when it is gone or the source does not tell.</summary>
    public OfflineFilesItem? Current { get; init; }

    /// <summary>The item before the change; null when it was not there or the source does not tell.</summary>
    public OfflineFilesItem? Previous { get; init; }

    /// <summary>The synchronisation it belongs to; null when it belongs to none.</summary>
    public Guid? SyncId { get; init; }

    /// <summary>What became of the item; null unless <see cref="Kind"/> is <see cref="CacheChangeKind.SyncItemResult"/> or a conflict.</summary>
    public ItemOutcome? Outcome { get; init; }

    /// <summary>The HRESULT of a synchronisation that ended; null unless <see cref="Kind"/> is <see cref="CacheChangeKind.SyncEnd"/>.</summary>
    public int? Result { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString()
    {
        var text = Path is null ? Kind.ToString() : OldPath is null ? $"{Kind} {Path}" : $"{Kind} {OldPath} -> {Path}";
        if (ChangedMembers != ItemMembers.None) text += $" [{ChangedMembers}]";
        if (Outcome is { } outcome) text += $" {outcome.Status}{(outcome.Action is { } action ? $" ({action})" : "")}";
        if (Result is { } result && result != 0) text += $" 0x{result:X8}";
        return text;
    }

    /// <summary>This change, its items those of a cache; a copy when they are already those of another.</summary>
    internal CacheChange Of(OfflineFilesCache cache)
    {
        var (current, previous) = (Current?.Of(cache), Previous?.Of(cache));
        return ReferenceEquals(current, Current) && ReferenceEquals(previous, Previous) ? this : this with { Current = current, Previous = previous };
    }
}
