using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Operations;

/// <summary>Refuses options of operations that make no sense, all that is wrong in one message, before anything is done.</summary>
internal static class OperationOptionsValidator
{
    private const SyncControlFlags SyncWork = SyncControlFlags.FillSparse | SyncControlFlags.SyncIn | SyncControlFlags.SyncOut;

    public static void Validate(PinOptions options)
    {
        var faults = new OptionFaults(nameof(PinOptions));
        RequireKnown(faults, nameof(options.Flags), options.Flags, PinReasons.All | PinControlFlags.Fill | PinControlFlags.PinLinkTargets
            | PinControlFlags.LowPriority | PinControlFlags.AsyncProgress | PinControlFlags.Interactive | PinControlFlags.Console
            | PinControlFlags.Background);
        RequireReason(faults, nameof(options.Flags), options.Flags);
        faults.ThrowIfAny();
    }

    public static void Validate(UnpinOptions options)
    {
        var faults = new OptionFaults(nameof(UnpinOptions));
        RequireKnown(faults, nameof(options.Flags), options.Flags, PinReasons.All | PinControlFlags.LowPriority
            | PinControlFlags.AsyncProgress | PinControlFlags.Interactive | PinControlFlags.Console | PinControlFlags.Background);
        if (!options.AnyReason) RequireReason(faults, nameof(options.Flags), options.Flags);
        faults.ThrowIfAny();
    }

    public static void Validate(SyncOptions options)
    {
        var faults = new OptionFaults(nameof(SyncOptions));
        RequireKnown(faults, nameof(options.Flags), options.Flags, SyncWork | SyncControlFlags.PinNewFiles | SyncControlFlags.PinLinkTargets
            | SyncControlFlags.PinForUser | SyncControlFlags.PinForUserPolicy | SyncControlFlags.PinForAll | SyncControlFlags.PinForRedirection
            | SyncControlFlags.LowPriority | SyncControlFlags.AsyncProgress | SyncControlFlags.Interactive | SyncControlFlags.Console
            | SyncControlFlags.SkipSuspendedDirs | SyncControlFlags.Background | SyncControlFlags.NoNewFilesOut);
        AddContradictions(faults, nameof(options.Flags), options.Flags);
        faults.Require(
            options.ConflictPolicy
                is SyncConflictPolicy.Log or SyncConflictPolicy.KeepLocal or SyncConflictPolicy.KeepRemote or SyncConflictPolicy.KeepLatest,
            nameof(options.ConflictPolicy),
            $"is 0x{(uint)options.ConflictPolicy:X}, which is no policy. Use Log, KeepLocal, KeepRemote or KeepLatest.");
        faults.ThrowIfAny();
    }

    public static void Validate(DeleteOptions options)
    {
        var faults = new OptionFaults(nameof(DeleteOptions));
        RequireKnown(faults, nameof(options.Flags), options.Flags, DeleteFlags.NoAutoCached | DeleteFlags.NoPinned | DeleteFlags.DeleteModified
            | DeleteFlags.Admin);
        faults.ThrowIfAny();
    }

    public static void Validate(TransitionFlags flags)
    {
        var faults = new OptionFaults(nameof(TransitionFlags));
        RequireKnown(faults, "", flags, TransitionFlags.Interactive | TransitionFlags.Console);
        faults.ThrowIfAny();
    }

    public static void Validate(EncryptionControlFlags flags)
    {
        var faults = new OptionFaults(nameof(EncryptionControlFlags));
        RequireKnown(faults, "", flags, EncryptionControlFlags.LowPriority | EncryptionControlFlags.AsyncProgress | EncryptionControlFlags.Interactive
            | EncryptionControlFlags.Console | EncryptionControlFlags.Background);
        faults.ThrowIfAny();
    }

    /// <summary>Returns the paths in the order given; one that is given twice is asked for once.</summary>
    public static IReadOnlyList<UncPath> Paths(IEnumerable<UncPath> paths)
    {
        var list = Guard.NotNull(paths).ToList();
        if (list.Count == 0) throw new InvalidOptionsException(nameof(paths), "No path was given. Name at least one item.");
        if (list.Contains(null!))
            throw new InvalidOptionsException(nameof(paths), $"Path {list.IndexOf(null!)} of {list.Count} is null. Name an item.");
        if (list.Find(path => !path.IsPath) is { } text)
            throw new InvalidOptionsException(nameof(paths), $"'{text}' is the text of a failed outcome and no path. Leave it out.");
        return list.Distinct().ToList();
    }

    private static void AddContradictions(OptionFaults faults, string member, SyncControlFlags flags)
    {
        if ((flags & SyncWork) == 0)
        {
            faults.Add(member, $"is {flags}, which moves nothing. Add SyncIn, SyncOut or FillSparse.");
            return;
        }

        faults.Require(
            !flags.HasFlag(SyncControlFlags.PinNewFiles) || flags.HasFlag(SyncControlFlags.SyncIn),
            member,
            "has PinNewFiles without SyncIn, so there would be no new files to pin. Add SyncIn.");
        faults.Require(
            !flags.HasFlag(SyncControlFlags.NoNewFilesOut) || flags.HasFlag(SyncControlFlags.SyncOut),
            member,
            "has NoNewFilesOut without SyncOut, so nothing would go out anyway. Add SyncOut or leave it out.");
    }

    private static void RequireReason(OptionFaults faults, string member, PinControlFlags flags) => faults.Require(
        (flags & PinReasons.All) != 0, member, $"is {flags}, which names no reason. Add ForUser, ForUserPolicy, ForAll or ForRedirection.");

    private static void RequireKnown<T>(OptionFaults faults, string member, T flags, T known)
        where T : struct, Enum
    {
        var bits = ((IConvertible)flags).ToUInt32(null) & ~((IConvertible)known).ToUInt32(null);
        faults.Require(bits == 0, member, $"has 0x{bits:X}, which means nothing for this operation. Use only {known}.");
    }
}
