namespace OfflineFiles.Sdk.Model.Schema;

/// <summary>
/// Classes that people expect among those of Offline Files, and where what they look for really is. A table of mistakes, not of spellings: the
/// name that looks most like an invented one mostly means something else.
/// </summary>
internal static class InventedClasses
{
    private static readonly MeantClass Items = new("Win32_OfflineFilesItem");
    private static readonly MeantClass Changes = Items with { Members = "ChangeInfo and DirtyInfo" };
    private static readonly MeantClass Conflicts = Items with { Members = "ConnectionInfo.OfflineReason, which is 5 for a conflict" };
    private static readonly MeantClass Pins = Items with { Members = "PinInfo" };
    private static readonly MeantClass Connections = Items with { Members = "ConnectionInfo" };
    private static readonly MeantClass Suspensions = Items with { Members = "SuspendInfo" };
    private static readonly MeantClass Files = Items with { ItemType = OfflineFilesItemType.File };
    private static readonly MeantClass Directories = Items with { ItemType = OfflineFilesItemType.Directory };
    private static readonly MeantClass Shares = Items with { ItemType = OfflineFilesItemType.Share };
    private static readonly MeantClass Servers = Items with { ItemType = OfflineFilesItemType.Server };
    private static readonly MeantClass Cache = new("Win32_OfflineFilesCache");
    private static readonly MeantClass Machine = new("Win32_OfflineFilesMachineConfiguration");
    private static readonly MeantClass User = new("Win32_OfflineFilesUserConfiguration");
    private static readonly MeantClass Health = new("Win32_OfflineFilesHealth");

    /// <summary>By what stands after the name of the family, without an s at the end.</summary>
    private static readonly Dictionary<string, MeantClass> ByEnd = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Items,
        ["Entry"] = Items,
        ["Entrie"] = Items,
        ["CacheItem"] = Items,
        ["CachedItem"] = Items,
        ["CacheEntry"] = Items,
        ["Info"] = Items,
        ["ItemInfo"] = Items,
        ["Object"] = Items,
        ["Path"] = Items,
        ["File"] = Files,
        ["CacheFile"] = Files,
        ["CachedFile"] = Files,
        ["Document"] = Files,
        ["Directory"] = Directories,
        ["Directorie"] = Directories,
        ["Dir"] = Directories,
        ["Folder"] = Directories,
        ["Share"] = Shares,
        ["NetworkShare"] = Shares,
        ["Scope"] = Shares,
        ["Root"] = Shares,
        ["Server"] = Servers,
        ["Host"] = Servers,
        ["Sync"] = Changes,
        ["SyncInfo"] = Changes,
        ["SyncItem"] = Changes,
        ["SyncState"] = Changes,
        ["SyncStatu"] = Changes,
        ["SynchronizationInfo"] = Changes,
        ["Change"] = Changes,
        ["PendingChange"] = Changes,
        ["Dirty"] = Changes,
        ["DirtyFile"] = Changes,
        ["DirtyItem"] = Changes,
        ["ModifiedFile"] = Changes,
        ["Statu"] = Changes,
        ["Conflict"] = Conflicts,
        ["ConflictInfo"] = Conflicts,
        ["SyncConflict"] = Conflicts,
        ["Pin"] = Pins,
        ["Pinned"] = Pins,
        ["PinnedFile"] = Pins,
        ["PinnedItem"] = Pins,
        ["PinState"] = Pins,
        ["PinStatu"] = Pins,
        ["Connection"] = Connections,
        ["ConnectionState"] = Connections,
        ["ConnectState"] = Connections,
        ["NetworkInfo"] = Connections,
        ["Suspend"] = Suspensions,
        ["SuspendState"] = Suspensions,
        ["FileInfo"] = Items with { Members = "FileSysInfo" },
        ["FileSystemInfo"] = Items with { Members = "FileSysInfo" },
        ["CacheInfo"] = Cache,
        ["CacheState"] = Cache,
        ["CacheStatu"] = Cache,
        ["State"] = Cache,
        ["Service"] = Cache,
        ["Config"] = Machine,
        ["Configuration"] = Machine,
        ["Setting"] = Machine,
        ["Policy"] = Machine,
        ["MachineConfig"] = Machine,
        ["MachineSetting"] = Machine,
        ["ComputerConfiguration"] = Machine,
        ["SlowLink"] = Machine with { Members = "SlowLinkEnabled and SlowLinkParams" },
        ["DiskSpace"] = Machine with { Members = "DiskSpaceLimitParams" },
        ["DiskUsage"] = Machine with { Members = "DiskSpaceLimitParams" },
        ["Quota"] = Machine with { Members = "DiskSpaceLimitParams" },
        ["UserConfig"] = User,
        ["UserSetting"] = User,
        ["HealthInfo"] = Health,
        ["HealthStatu"] = Health,
        ["LastSync"] = Health,
    };

    /// <summary>All of them, by what stands after the name of the family.</summary>
    public static IReadOnlyDictionary<string, MeantClass> All => ByEnd;

    /// <summary>What was meant; null if the name is no mistake that is known.</summary>
    /// <param name="end">What stands after the name of the family.</param>
    public static MeantClass? Find(string end) => ByEnd.TryGetValue(end.TrimEnd('s', 'S'), out var meant) ? meant : null;
}

/// <summary>Where what somebody looks for really is.</summary>
/// <param name="ClassName">The class to ask.</param>
internal sealed record MeantClass(string ClassName)
{
    /// <summary>The kind of item that was meant; null if all are.</summary>
    public OfflineFilesItemType? ItemType { get; init; }

    /// <summary>Where in the instances it is, as a phrase; null if they are it.</summary>
    public string? Members { get; init; }

    /// <summary>What of the instances of the class was meant, as a test; null if all were.</summary>
    public WqlComparison? Condition => ItemType is { } type
        ? new WqlComparison(new WqlProperty(nameof(ItemType)), WqlComparisonOperator.Equal, WqlConstant.Integer((long)type))
        : null;

    /// <summary>What to write, as a whole sentence.</summary>
    public string Advice =>
        $"Write {ClassName}{(Condition is null ? "" : $" WHERE {Condition}")}{(Members is null ? "" : $", and look at its {Members}")}.";
}
