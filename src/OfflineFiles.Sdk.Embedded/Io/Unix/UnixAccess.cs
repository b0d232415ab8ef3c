using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>
/// Owner, group, permissions and attributes of a file that takes the place of another one, or of a new one. Until the last call nobody but us can open
/// the file, so there is no moment at which somebody has more rights than at the end.
/// </summary>
internal static class UnixAccess
{
    /// <summary>Keeps what may be kept, and gives nobody more than the predecessor did.</summary>
    /// <remarks>
    /// Only root may give a file away; a group can be kept by its members. What of the two could not be kept is looked up, not concluded from errors:
    /// the bits by which a program gets the rights of either go, and permissions are narrowed for those who are now of another class.
    /// </remarks>
    public static void Inherit(UnixFile made, UnixFile predecessor)
    {
        var old = predecessor.Status();
        if (old.Type != FileType.File) return;
        var own = made.Status();
        if (own.Group != old.Group) made.TryChangeOwner(Unchanged, old.Group);
        if (own.Owner != old.Owner) made.TryChangeOwner(old.Owner, Unchanged);
        own = made.Status();
        var (hasOwner, hasGroup) = (own.Owner == old.Owner, own.Group == old.Group);

        var isListKept = !IsApple || UnixNative.CopyAttributesApple(predecessor.Handle, made.Handle, 0, AppleCopyAccessListAndAttributes) == 0;
        UnixAttributes.Copy(predecessor.Handle, made.Handle, hasOwner && hasGroup, made.Path);
        var access = UnixAttributes.TryGet(predecessor.Handle, UnixAttributes.AccessList, predecessor.Path) is { } list ? PosixAcl.TryParse(list) : PosixAcl.Of(old.Mode);
        access = isListKept && access is not null ? access : PosixAcl.Of(old.Mode).ForOwnerOnly();
        if (!hasOwner) access = access.WithoutOwner(old.Owner);
        if (!hasGroup) access = access.WithoutGroup();
        var special = old.Mode & ~AccessMask & (hasOwner && hasGroup ? ~0u : ~SetIdBits);
        var mode = Prepare(made, access).Mode | special;
        if (made.Status().Mode != mode && !made.TryChangeMode(mode) && (made.Status().Mode & ~mode) != 0)
            throw new DurableIoException(
                "Keep permissions", made.Path, DurableIoFault.AccessDenied, 0, "the file system would give more to others than the file that it replaces did", 0);
    }

    /// <summary>What a file gets that is made in a directory: from the directory's list for new ones, else from the process's mask.</summary>
    public static void GiveNew(UnixFile made, SafeFileHandle directory)
    {
        var access = UnixAttributes.TryGet(directory, UnixAttributes.DefaultAccessList, made.Path) is { } list && PosixAcl.TryParse(list) is { } handedDown
            ? handedDown.ForNew(NewFileMode)
            : PosixAcl.Of(NewFileMode & ~UnixAccount.Mask);
        // A file that is open to others although it was made for us alone lies where no permissions are kept.
        if ((made.Status().Mode & ~PrivateFileMode) == 0) made.TryChangeMode(Prepare(made, access).Mode);
    }

    /// <summary>Sets the access list, or removes the one that is there; returns what then is to be the mode.</summary>
    private static PosixAcl Prepare(UnixFile made, PosixAcl access)
    {
        if (access.HasNames && UnixAttributes.TrySet(made.Handle, UnixAttributes.AccessList, access.ToBytes(), made.Path)) return access;
        if (access.HasNames) access = access.WithoutNames();
        // The directory hands down a list to what is made in it.
        return UnixAttributes.TryRemove(made.Handle, UnixAttributes.AccessList, made.Path) ? access : access.ForOwnerOnly();
    }
}
