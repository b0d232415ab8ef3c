using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>A change in the cache. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record CacheChange
{
    /// <summary>The kind of the change.</summary>
    public required CacheChangeKind Kind { get; init; }

    /// <summary>The number of the change in its stream: each number is greater than the one before.</summary>
    public long Sequence { get; init; }

    /// <summary>The time at which the change was committed, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The path of the item; null for the start and end of a synchronisation and for a gap.</summary>
    public UncPath? Path { get; init; }

    /// <summary>The type of the item; null if <see cref="Path"/> is null or the type is not known.</summary>
    public OfflineFilesItemType? ItemType { get; init; }

    /// <summary>The previous path; null unless <see cref="Kind"/> is <see cref="CacheChangeKind.ItemRenamed"/>.</summary>
    public UncPath? OldPath { get; init; }

    /// <summary>The members of the item that changed; <see cref="ItemMembers.None"/> if no member changed or the members are not known.</summary>
    public ItemMembers ChangedMembers { get; init; }

    /// <summary>The item after the change; null if it no longer exists or the source does not report it.</summary>
    public OfflineFilesItem? Current { get; init; }

    /// <summary>The item before the change; null if it did not exist or the source does not report it.</summary>
    public OfflineFilesItem? Previous { get; init; }

    /// <summary>The id of the synchronisation that caused the change; null if it does not belong to a synchronisation.</summary>
    public Guid? SyncId { get; init; }

    /// <summary>The outcome for the item; null unless <see cref="Kind"/> is <see cref="CacheChangeKind.SyncItemResult"/> or a conflict.</summary>
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
        return ReadableText.Of(text);
    }

    /// <summary>This change, its items those of a cache; a copy when they are already those of another.</summary>
    internal CacheChange Of(IItemQueries cache)
    {
        var (current, previous) = (Current?.Of(cache), Previous?.Of(cache));
        return ReferenceEquals(current, Current) && ReferenceEquals(previous, Previous) ? this : this with { Current = current, Previous = previous };
    }
}
