using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The pins of an item: whether and for which reasons it is always available offline.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesPinInfo</c> (Microsoft Learn: Win32_OfflineFilesPinInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record PinInfo
{
    /// <summary>True if the item is pinned for at least one reason.</summary>
    public bool Pinned { get; init; }

    /// <summary>The pin by a user.</summary>
    public PinState PinnedForUser { get; init; }

    /// <summary>The pin by a policy for the user.</summary>
    public PinState PinnedForUserByPolicy { get; init; }

    /// <summary>The pin for everyone on the computer.</summary>
    public PinState PinnedForComputer { get; init; }

    /// <summary>The pin by folder redirection.</summary>
    public PinState PinnedForFolderRedirection { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString()
    {
        (PinState State, string Name)[] reasons =
        [
            (PinnedForUser, "user"), (PinnedForUserByPolicy, "user policy"),
            (PinnedForComputer, "computer"), (PinnedForFolderRedirection, "redirection"),
        ];
        var names = string.Join(", ", reasons.Where(reason => reason.State != PinState.NotPinned).Select(reason => reason.Name));
        return names.Length == 0 ? "not pinned" : $"pinned for {names}";
    }
}
