namespace OfflineFiles.Sdk.Model;

/// <summary>The states of an item as people say them: the one table behind what begins with Why. Null where there is nothing to explain.</summary>
internal static class ItemWords
{
    /// <summary>The reasons to pin, as the end of "It is ...".</summary>
    public static string? Pins(PinInfo? pins)
    {
        if (pins is null) return null;
        var words = Reasons(pins).Where(reason => reason.State != PinState.NotPinned).Select(reason => reason.Words).ToList();
        return words.Count > 0 ? $"pinned {Join(words)}" : pins.Pinned ? "pinned for a reason that is not known" : null;
    }

    /// <summary>The reasons to pin, and how far they reach.</summary>
    public static string? WhyPinned(PinInfo? pins)
    {
        if (Pins(pins) is not { } words) return null;
        var isInherited = Array.Exists(Reasons(pins!), reason => reason.State == PinState.PinnedInherit);
        return $"It is {words}{(isInherited ? "; what appears below it later is pinned too" : "")}.";
    }

    /// <summary>Why an item is offline.</summary>
    public static string? WhyOffline(ConnectionInfo? connection, SuspendInfo? suspension) => connection?.ConnectState switch
    {
        null or ConnectState.Online or ConnectState.TransparentlyCached or ConnectState.PartlyTransparentlyCached => null,
        ConnectState.Unknown => "Whether it is online could not be determined.",
        ConnectState.Offline => connection.OfflineReason switch
        {
            OfflineReason.Unknown => "It is offline for a reason that is not known.",
            OfflineReason.NotApplicable => "It is offline, and no reason is given.",
            OfflineReason.WorkingOffline => "It is offline because somebody chose to work offline. It stays so until it is taken online.",
            OfflineReason.SlowConnection =>
                "It is offline because the link to the server is slower than the policy allows. It goes online by itself when the link is faster.",
            OfflineReason.NetDisconnected =>
                "It is offline because the server or the share cannot be reached. It goes online by itself when it can be reached again.",
            OfflineReason.NeedToSyncItem => "It is offline because of a conflict. It goes online when the conflict is resolved.",
            OfflineReason.ItemSuspended => $"It is offline because {Suspension(suspension)}. It stays so until it is resumed.",
            var reason => $"It is offline for reason {(int)reason}, which is not known here.",
        },
        var state => $"The state of its connection is {(int)state}, which is not known here.",
    };

    /// <summary>Which changes wait for a synchronisation.</summary>
    public static string? WhyDirty(ChangeInfo? changes, DirtyInfo? amount)
    {
        if (changes is not { Dirty: true }) return null;
        (bool Holds, string Words)[] all =
        [
            (changes.CreatedOffline, "it was created"), (changes.DeletedOffline, "it was deleted"), (changes.ModifiedData, "its content changed"),
            (changes.ModifiedAttributes, "its attributes changed"), (changes.ModifiedTime, "its times changed"),
        ];
        var words = all.Where(change => change.Holds).Select(change => change.Words).ToList();
        var what = words.Count == 0 ? "what changed is not known" : $"{Join(words)} here";
        var bytes = amount is { LocalDirtyByteCount: > 0 } ? $"; {amount.LocalDirtyByteCount} bytes are to be sent" : "";
        return $"It is not synchronised: {what}{bytes}.";
    }

    /// <summary>Why an item is in the cache though nothing pins it.</summary>
    public static string WhyCached(OfflineFilesItemType type, ChangeInfo? changes, bool? isSparse) =>
        type != OfflineFilesItemType.File ? "It is in the cache because something in it is, or was."
        : changes?.CreatedOffline == true ? "It is in the cache because it was created here; the server does not have it yet."
        : $"It was cached automatically{(isSparse == true ? ", in part," : "")} because a program opened it, or stayed when its last pin was removed; "
            + (changes?.Dirty == true ? "its changes keep it until they are synchronised." : "it can be evicted at any time.");

    public static string NotLoaded(ItemMembers members) =>
        $"Not known: the row does not hold {members}. Select {members} as well, or read the whole item with FindAsync.";

    private static (PinState State, string Words)[] Reasons(PinInfo pins) =>
    [
        (pins.PinnedForUser, "by a user, as \"Always available offline\""),
        (pins.PinnedForUserByPolicy, "by a policy for the user"),
        (pins.PinnedForComputer, "for everyone on this computer, by a policy or an administrator"),
        (pins.PinnedForFolderRedirection, "by folder redirection"),
    ];

    private static string Suspension(SuspendInfo? suspension) => suspension switch
    {
        { SuspendedRoot: true } => "it is suspended",
        { Suspended: true } => "an item above it is suspended",
        _ => "it, or an item above it, is suspended",
    };

    private static string Join(List<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[words.Count - 1]}";
}
