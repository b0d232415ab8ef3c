using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>One item of the cache as the database holds it: both its sides, what was last equal, and what waits.</summary>
internal sealed record ItemRow
{
    /// <summary>0 until the row is stored.</summary>
    public long Id { get; init; }

    public long? ParentId { get; init; }

    /// <summary>Null for servers.</summary>
    public long? ScopeId { get; init; }

    public required UncPath Path { get; init; }

    public required OfflineFilesItemType ItemType { get; init; }

    public PinSet Pins { get; init; }

    public bool DeletedOffline { get; init; }

    public bool CreatedOffline { get; init; }

    /// <summary>Put in the place of an item the baseline knew, or deleted after that.</summary>
    public bool ReplacedOffline { get; init; }

    public bool ModifiedData { get; init; }

    public bool ModifiedAttributes { get; init; }

    public bool ModifiedTime { get; init; }

    public bool Suspended { get; init; }

    public bool SuspendedRoot { get; init; }

    /// <summary>Null for servers and shares.</summary>
    public FileFacts? Local { get; init; }

    /// <summary>As last equal on both sides; null if it never was.</summary>
    public FileFacts? Original { get; init; }

    /// <summary>The data is not here.</summary>
    public bool Sparse { get; init; }

    public string? BlobId { get; init; }

    /// <summary>SHA-256 of the blob, hexadecimal.</summary>
    public string? Hash { get; init; }

    public ItemKind BaseKind { get; init; }

    public ShareToken? BaseToken { get; init; }

    /// <summary>SHA-256 of the version last equal on both sides; null if its bytes were never read.</summary>
    public string? BaseHash { get; init; }

    /// <summary>A change soon after the baseline may have left <see cref="BaseToken"/> as it is: equal hints prove nothing yet.</summary>
    public bool BaseIsRacy { get; init; } = true;

    /// <summary>The share's spelling of the name, while the one here differs from it in case and waits; else null.</summary>
    public string? BaseName { get; init; }

    /// <summary>Of an item on the share whose kind is not the baseline's: as it was seen at the last synchronisation.</summary>
    public ShareToken? SeenToken { get; init; }

    /// <summary>Grows with each local change: the stamp of compare-and-set.</summary>
    public long Generation { get; init; }

    public SyncState? ConflictState { get; init; }

    public DateTimeOffset? ConflictTime { get; init; }

    public bool Dirty => DeletedOffline || CreatedOffline || ReplacedOffline || ModifiedData || ModifiedAttributes || ModifiedTime || BaseName is not null;

    public bool IsContainer => ItemType != OfflineFilesItemType.File;

    public ItemKind Kind => ItemType == OfflineFilesItemType.File ? ItemKind.File : ItemKind.Directory;

    public long LocalDirtyBytes => ItemType == OfflineFilesItemType.File && ModifiedData && !DeletedOffline ? Local?.Size ?? 0 : 0;

    public long RemoteDirtyBytes => ItemType == OfflineFilesItemType.File && Sparse ? Local?.Size ?? 0 : 0;

    /// <summary>The same item with nothing waiting.</summary>
    public ItemRow Cleaned() => this with
    {
        DeletedOffline = false,
        CreatedOffline = false,
        ReplacedOffline = false,
        ModifiedData = false,
        ModifiedAttributes = false,
        ModifiedTime = false,
        BaseName = null,
        SeenToken = null,
    };
}

/// <summary>Whether something is there, and what: the numbers that the database keeps of a baseline.</summary>
internal enum ItemKind
{
    Absent = 0,
    File = 1,
    Directory = 2,
}

/// <summary>Attributes, size and times (UTC) of one side of an item. Plain values, so that two sides can be compared.</summary>
internal readonly record struct FileFacts(
    FileAttributes Attributes, long Size, DateTime Creation, DateTime LastWrite, DateTime Change, DateTime LastAccess);
