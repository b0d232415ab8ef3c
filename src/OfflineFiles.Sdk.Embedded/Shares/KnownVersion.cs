using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// A version that a change was planned from: its hint and, where they are known, its bytes. The hint alone is believed only on a share whose hints prove
/// something.
/// </summary>
internal sealed class KnownVersion(ShareLocation location, ShareToken hint, byte[]? sha256)
{
    public ShareToken Hint => hint;

    public byte[]? Sha256 => sha256;

    /// <summary>The version that stands at a location now, by its bytes where nothing less tells it.</summary>
    public static KnownVersion At(ShareLocation location, ShareToken expected, byte[]? sha256) =>
        new(location, expected, sha256 ?? (location.Traits.HintsProve || expected.Kind != ShareEntryKind.File ? null : ShareBytes.Hash(location.Parent, location.Name)));

    /// <summary>Whether nothing that a look tells speaks against it, after a rename.</summary>
    public bool LooksLike(string name) => location.TokenAt(name) is { } found && location.Traits.SameAcrossRename(found, hint);

    /// <summary>Whether this very version stands under a name of the directory, after a rename.</summary>
    public bool IsAt(string name)
    {
        if (location.TokenAt(name) is not { } found || !location.Traits.SameAcrossRename(found, hint)) return false;
        if (found.Kind != ShareEntryKind.File) return true;
        var isSame = sha256 is null ? location.Traits.HintsProve : ShareBytes.Are(location.Parent, name, sha256);
        return isSame && IsStill(name, found);
    }

    /// <summary>Whether nobody wrote to it while it was read. Where reading moves the write time, and it moved, a second reading tells.</summary>
    private bool IsStill(string name, in ShareToken found)
    {
        var now = location.TokenAt(name);
        return location.Traits.SameStamps(now, found)
            || location.Traits.SameVersion(now, found) && sha256 is not null && ShareBytes.Are(location.Parent, name, sha256);
    }
}
