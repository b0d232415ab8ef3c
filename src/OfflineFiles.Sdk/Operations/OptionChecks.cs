using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Operations;

/// <summary>Refuses options that make no sense, before anything is done.</summary>
internal static class OptionChecks
{
    private const SyncControlFlags SyncWork = SyncControlFlags.FillSparse | SyncControlFlags.SyncIn | SyncControlFlags.SyncOut;

    public static void Check(PinOptions options)
    {
        Known("PinOptions.Flags", options.Flags, PinReasons.All | PinControlFlags.Fill | PinControlFlags.PinLinkTargets | PinControlFlags.LowPriority
            | PinControlFlags.AsyncProgress | PinControlFlags.Interactive | PinControlFlags.Console | PinControlFlags.Background);
        HasReason("PinOptions.Flags", options.Flags);
    }

    public static void Check(UnpinOptions options)
    {
        Known("UnpinOptions.Flags", options.Flags, PinReasons.All | PinControlFlags.LowPriority
            | PinControlFlags.AsyncProgress | PinControlFlags.Interactive | PinControlFlags.Console | PinControlFlags.Background);
        HasReason("UnpinOptions.Flags", options.Flags);
    }

    public static void Check(SyncOptions options)
    {
        const string Option = "SyncOptions.Flags";
        Known(Option, options.Flags, SyncWork | SyncControlFlags.PinNewFiles | SyncControlFlags.PinLinkTargets | SyncControlFlags.PinForUser
            | SyncControlFlags.PinForUserPolicy | SyncControlFlags.PinForAll | SyncControlFlags.PinForRedirection | SyncControlFlags.LowPriority
            | SyncControlFlags.AsyncProgress | SyncControlFlags.Interactive | SyncControlFlags.Console | SyncControlFlags.SkipSuspendedDirs
            | SyncControlFlags.Background | SyncControlFlags.NoNewFilesOut);
        if ((options.Flags & SyncWork) == 0)
            throw new InvalidOptionsException(Option, $"{Option} is {options.Flags}, which moves nothing. Add SyncIn, SyncOut or FillSparse.");
        if (options.Flags.HasFlag(SyncControlFlags.PinNewFiles) && !options.Flags.HasFlag(SyncControlFlags.SyncIn))
            throw new InvalidOptionsException(Option, $"{Option} has PinNewFiles without SyncIn, so there would be no new files to pin. Add SyncIn.");
        if (options.Flags.HasFlag(SyncControlFlags.NoNewFilesOut) && !options.Flags.HasFlag(SyncControlFlags.SyncOut))
            throw new InvalidOptionsException(
                Option, $"{Option} has NoNewFilesOut without SyncOut, so nothing would go out anyway. Add SyncOut or leave it out.");
        if (options.ConflictPolicy
            is not (SyncConflictPolicy.Log or SyncConflictPolicy.KeepLocal or SyncConflictPolicy.KeepRemote or SyncConflictPolicy.KeepLatest))
            throw new InvalidOptionsException("SyncOptions.ConflictPolicy",
                $"SyncOptions.ConflictPolicy is 0x{(uint)options.ConflictPolicy:X}, which is no policy. "
                    + "Use Log, KeepLocal, KeepRemote or KeepLatest.");
    }

    public static void Check(DeleteOptions options) =>
        Known("DeleteOptions.Flags", options.Flags, DeleteFlags.NoAutoCached | DeleteFlags.NoPinned | DeleteFlags.DeleteModified | DeleteFlags.Admin);

    public static void Check(TransitionFlags flags) => Known("TransitionFlags", flags, TransitionFlags.Interactive | TransitionFlags.Console);

    public static void Check(EncryptionControlFlags flags) => Known("EncryptionControlFlags", flags,
        EncryptionControlFlags.LowPriority | EncryptionControlFlags.AsyncProgress | EncryptionControlFlags.Interactive
        | EncryptionControlFlags.Console | EncryptionControlFlags.Background);

    /// <summary>The paths, in the order given; one that is given twice is asked for once.</summary>
    public static IReadOnlyList<UncPath> Paths(IEnumerable<UncPath> paths)
    {
        var list = Guard.NotNull(paths).ToList();
        if (list.Count == 0) throw new InvalidOptionsException("paths", "No path was given. Name at least one item.");
        if (list.Contains(null!)) throw new InvalidOptionsException("paths", $"Path {list.IndexOf(null!)} of {list.Count} is null. Name an item.");
        return list.Distinct().ToList();
    }

    private static void HasReason(string option, PinControlFlags flags)
    {
        if ((flags & PinReasons.All) == 0)
            throw new InvalidOptionsException(
                option, $"{option} is {flags}, which names no reason. Add ForUser, ForUserPolicy, ForAll or ForRedirection.");
    }

    private static void Known<T>(string option, T flags, T known)
        where T : struct, Enum
    {
        var bits = ((IConvertible)flags).ToUInt32(null) & ~((IConvertible)known).ToUInt32(null);
        if (bits != 0)
            throw new InvalidOptionsException(option, $"{option} has 0x{bits:X}, which means nothing for this operation. Use only {known}.");
    }
}
