using System.Diagnostics;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk;

/// <summary>Why an item is always available offline, if it is.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesPinInfo</c> (Microsoft Learn: Win32_OfflineFilesPinInfo).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record PinInfo
{
    /// <summary>Pinned for at least one reason.</summary>
    public bool Pinned { get; init; }

    /// <summary>Pinned by a user.</summary>
    public PinState PinnedForUser { get; init; }

    /// <summary>Pinned by a policy for the user.</summary>
    public PinState PinnedForUserByPolicy { get; init; }

    /// <summary>Pinned for everyone on the computer.</summary>
    public PinState PinnedForComputer { get; init; }

    /// <summary>Pinned by folder redirection.</summary>
    public PinState PinnedForFolderRedirection { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => Describe.Flags("not pinned",
        (PinnedForUser != PinState.NotPinned, "user"), (PinnedForUserByPolicy != PinState.NotPinned, "user policy"),
        (PinnedForComputer != PinState.NotPinned, "computer"), (PinnedForFolderRedirection != PinState.NotPinned, "redirection"));
}
