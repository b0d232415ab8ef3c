using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using Microsoft.Win32.SafeHandles;
using static OfflineFiles.Sdk.Embedded.Io.Windows.WindowsNative;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>Who may open an entry: its discretionary access control list.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsAccess
{
    /// <summary>Rights to see bytes or names.</summary>
    public const uint AnyRead = (uint)(FileSystemRights.ReadData | FileSystemRights.ExecuteFile) | GenericRead | GenericExecute | GenericAll;

    /// <summary>Rights to change an entry, or who may.</summary>
    public const uint AnyChange = GenericWrite | GenericAll | (uint)(
        FileSystemRights.WriteData | FileSystemRights.AppendData | FileSystemRights.WriteAttributes | FileSystemRights.WriteExtendedAttributes
        | FileSystemRights.Delete | FileSystemRights.DeleteSubdirectoriesAndFiles | FileSystemRights.ChangePermissions | FileSystemRights.TakeOwnership);

    private const ControlFlags Protected = ControlFlags.DiscretionaryAclPresent | ControlFlags.DiscretionaryAclProtected | ControlFlags.SelfRelative;

    /// <summary>For the account, the system and the administrators, whatever the directory above hands down.</summary>
    public static RawSecurityDescriptor Private(bool isDirectory)
    {
        using var identity = WindowsIdentity.GetCurrent();
        var inherited = isDirectory ? "OICI" : "";
        string[] accounts = [identity.User!.Value, "SY", "BA"];
        return new RawSecurityDescriptor("D:P" + string.Concat(accounts.Select(account => $"(A;{inherited};FA;;;{account})")));
    }

    /// <summary>
    /// What an existing file gives to whom, for a new one: nothing of the directory's comes to it, which may have changed since. Where we may not
    /// know it, private; null where the file system keeps no such list, or there is no such file.
    /// </summary>
    public static RawSecurityDescriptor? Like(string path)
    {
        try
        {
            using var file = WindowsOpen.Look(path, ReadControl, "Read access");
            return TryRead(file, path) is { } read ? new RawSecurityDescriptor(Protected, null, null, null, Own(read.DiscretionaryAcl)) : null;
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AccessDenied)
        {
            return Private(isDirectory: false);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotFound)
        {
            return null;
        }
    }

    /// <summary>Gives a file what another one gives to whom, unless it has that.</summary>
    /// <exception cref="DurableIoException">It has another list and must keep it.</exception>
    public static void Copy(string from, string to)
    {
        if (Like(from) is not { } wanted) return;
        using (var file = WindowsOpen.Look(to, ReadControl, "Keep access"))
            if (TryRead(file, to) is not { } found || GiveTheSame(found.DiscretionaryAcl, wanted.DiscretionaryAcl)) return;
        // No list lets everybody in: whatever the file has is no more.
        if (wanted.DiscretionaryAcl is null) return;
        using (var file = WindowsOpen.Look(to, ReadControl | WriteDac, "Keep access")) Write(file, to, wanted.DiscretionaryAcl);
    }

    /// <summary>Replaces the list of an entry by exactly this one, to which nothing comes from above.</summary>
    public static void Write(SafeFileHandle entry, string path, RawAcl list)
    {
        if (!SetSecurity(entry, DaclInformation, FormOf(new RawSecurityDescriptor(Protected, null, null, null, list)))) throw WindowsError.Last("Set access", path);
    }

    /// <summary>The same for a directory, and what came from it to the entries below follows: a path leads to them past a directory that is closed.</summary>
    public static void WriteDown(SafeFileHandle directory, string path, RawAcl list)
    {
        var bytes = new byte[list.BinaryLength];
        list.GetBinaryForm(bytes, 0);
        if (SetSecurityBelow(directory, FileObject, DaclInformation | ProtectedDaclInformation, 0, 0, bytes, 0) is not 0 and var error)
            throw WindowsError.From(error, "Set access", path);
        Write(directory, path, list);
    }

    /// <summary>Null where the file system keeps no such list.</summary>
    public static RawSecurityDescriptor? TryRead(SafeFileHandle entry, string path, uint parts = DaclInformation)
    {
        if (GetSecurity(entry, parts, [], 0, out var length)) return null;
        var error = Marshal.GetLastPInvokeError();
        if (WindowsError.IsUnknownCall(error)) return null;
        if (error != (int)WindowsErrorCode.InsufficientBuffer) throw WindowsError.From(error, "Read access", path);
        var bytes = new byte[length];
        return GetSecurity(entry, parts, bytes, length, out _) ? new RawSecurityDescriptor(bytes, 0) : throw WindowsError.Last("Read access", path);
    }

    /// <summary>Calls with the attributes under which something is made; with none where there is no descriptor.</summary>
    public static unsafe T With<T>(RawSecurityDescriptor? descriptor, Func<nint, T> make)
    {
        if (descriptor is null) return make(0);
        fixed (byte* bytes = FormOf(descriptor))
        {
            var attributes = new SecurityAttributes { Length = (uint)sizeof(SecurityAttributes), Descriptor = (nint)bytes };
            return make((nint)(&attributes));
        }
    }

    /// <summary>Whether two lists say the same, whoever handed them down. No list at all lets everybody in.</summary>
    public static bool GiveTheSame(RawAcl? first, RawAcl? second) =>
        first is null || second is null ? first is null && second is null : Entries(first).SequenceEqual(Entries(second));

    /// <summary>Whether a list gives one of some rights to anybody else, for the entry or for what will be made in it.</summary>
    public static bool OthersMay(RawAcl? list, uint rights) => list is null || list.OfType<QualifiedAce>().Any(entry =>
        entry.AceQualifier == AceQualifier.AccessAllowed
        && ((uint)entry.AccessMask & rights) != 0
        && !IsTrusted(entry.SecurityIdentifier)
        // CREATOR OWNER, OWNER RIGHTS
        && entry.SecurityIdentifier.Value is not ("S-1-3-0" or "S-1-3-4"));

    /// <summary>Our account, or one that needs no rights because it can take them.</summary>
    public static bool IsTrusted(SecurityIdentifier account)
    {
        using var identity = WindowsIdentity.GetCurrent();
        return account == identity.User
            || account.IsWellKnown(WellKnownSidType.LocalSystemSid)
            || account.IsWellKnown(WellKnownSidType.BuiltinAdministratorsSid);
    }

    /// <summary>The same entries as the file's own: what is marked as handed down is not kept when a list is set.</summary>
    private static RawAcl? Own(RawAcl? list)
    {
        if (list is null) return null;
        var own = new RawAcl(list.Revision, list.Count);
        foreach (var entry in list)
        {
            var copy = entry.Copy();
            copy.AceFlags &= ~AceFlags.Inherited;
            own.InsertAce(own.Count, copy);
        }

        return own;
    }

    private static byte[] FormOf(RawSecurityDescriptor descriptor)
    {
        var bytes = new byte[descriptor.BinaryLength];
        descriptor.GetBinaryForm(bytes, 0);
        return bytes;
    }

    private static IEnumerable<string> Entries(RawAcl list) => Own(list)!.Cast<GenericAce>().Select(entry =>
    {
        var bytes = new byte[entry.BinaryLength];
        entry.GetBinaryForm(bytes, 0);
        return Convert.ToHexString(bytes);
    });
}
