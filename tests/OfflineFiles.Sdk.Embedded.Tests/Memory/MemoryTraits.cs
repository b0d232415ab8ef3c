namespace OfflineFiles.Sdk.Embedded.Tests.Memory;

/// <summary>When an entry gets another file id.</summary>
internal enum FileIds
{
    /// <summary>Never, as on a local disk.</summary>
    Stable,

    /// <summary>When it is renamed, and when the file system is mounted anew, as over most FUSE file systems.</summary>
    NewWithEachName,

    /// <summary>Also when it is looked at anew.</summary>
    NewWithEachLook,
}

/// <summary>What the file system under a share can do, and what its stamps are worth.</summary>
internal sealed record MemoryTraits
{
    private static readonly long[] Steps = [1, 100, 1_000_000_000, 2_000_000_000];

    /// <summary>In nanoseconds.</summary>
    public long TimeStep { get; init; } = 1;

    public FileIds Ids { get; init; }

    /// <summary>False: the change time is the write time, and can be set back with it.</summary>
    public bool HasChangeTime { get; init; } = true;

    public bool CanRenameNoReplace { get; init; } = true;

    public bool CanExchange { get; init; } = true;

    public bool CanLink { get; init; } = true;

    /// <summary>A directory is renamed over an empty one, as POSIX has it; many servers refuse.</summary>
    public bool RenamesOverDirectories { get; init; } = true;

    /// <summary>Case is kept, and ignored when names are compared.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>A look-up in another case finds nothing all the same, as over smbnetfs, which answers it from the last listing.</summary>
    public bool LooksUpExactly { get; init; }

    /// <summary>Names that Unicode calls equivalent are one name.</summary>
    public bool Normalizes { get; init; }

    /// <summary>How far the clock of the share is ahead of the clock of the engine.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>A local disk of today.</summary>
    public static MemoryTraits Local { get; } = new();

    /// <summary>What FAT behind a FUSE mount would be.</summary>
    public static MemoryTraits Poor { get; } = new()
    {
        TimeStep = 2_000_000_000,
        Ids = FileIds.NewWithEachName,
        HasChangeTime = false,
        CanRenameNoReplace = false,
        CanExchange = false,
        CanLink = false,
        RenamesOverDirectories = false,
        IgnoresCase = true,
        Normalizes = true,
    };

    public static MemoryTraits Draw(Random random) => new()
    {
        TimeStep = Steps[random.Next(Steps.Length)],
        Ids = (FileIds)random.Next(3),
        HasChangeTime = random.Next(2) == 0,
        CanRenameNoReplace = random.Next(2) == 0,
        CanExchange = random.Next(2) == 0,
        CanLink = random.Next(2) == 0,
        RenamesOverDirectories = random.Next(2) == 0,
        IgnoresCase = random.Next(3) == 0,
        Normalizes = random.Next(3) == 0,
        Skew = TimeSpan.FromMinutes(random.Next(3) == 0 ? random.Next(-100_000, 100_000) : 0),
    };
}
