using System.Security.Cryptography;
using System.Text;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Brings one path to a whole version after a write or delete was cut off. Every step leaves a state it can start from again.</summary>
internal sealed class ShareRecoverer(ShareLocation location, string temporary, string aside, ShareToken? expected, byte[]? newSha256)
{
    private DirectoryHandle Parent => location.Parent;

    public ShareRecovery Recover(CancellationToken cancellationToken)
    {
        var result = ShareRecovery.NothingLeft;
        // Under the temporary name stands nothing but our own, perhaps unfinished, new version.
        if (location.TokenAt(temporary) is not null)
        {
            Parent.Unlink(temporary);
            result = ShareRecovery.Cleaned;
        }

        if (location.TokenAt(aside) is { } left) result = RecoverAside(left, cancellationToken);
        if (result != ShareRecovery.NothingLeft) Parent.Fsync();
        return result;
    }

    private ShareRecovery RecoverAside(ShareToken left, CancellationToken cancellationToken)
    {
        var isFree = location.TokenAt(location.Name) is null;
        if (expected is { } e && location.SameAcrossRename(left, e))
            // A deletion that got as far as this is completed; a replacement whose new version never arrived is undone.
            return isFree && newSha256 is not null ? PutBack() : Drop();
        // The new version, whole, before it was exchanged or after it was taken back.
        if (IsNew(aside, cancellationToken)) return Drop();
        // A version nobody expected: it was in the way when the two changed places.
        if (isFree) return PutBack();
        return IsNew(location.Name, cancellationToken) ? ChangeBack(cancellationToken) : KeepBeside();
    }

    private ShareRecovery ChangeBack(CancellationToken cancellationToken)
    {
        if (Parent.TryExchange(aside, location.Name))
        {
            if (!IsNew(aside, cancellationToken)) return KeepBeside();
            Parent.Unlink(aside);
            return ShareRecovery.PutBack;
        }

        Parent.RenameNoReplace(location.Name, Parent, temporary);
        var result = PutBack();
        if (IsNew(temporary, cancellationToken)) Parent.Unlink(temporary);
        return result;
    }

    private ShareRecovery Drop()
    {
        Parent.Unlink(aside);
        return ShareRecovery.Cleaned;
    }

    private ShareRecovery PutBack()
    {
        try
        {
            Parent.RenameNoReplace(aside, Parent, location.Name);
            return ShareRecovery.PutBack;
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            return KeepBeside();
        }
    }

    /// <summary>The name is taken by a version just as good: this one gets a name that people can see.</summary>
    private ShareRecovery KeepBeside()
    {
        for (var number = 1; ; number++)
        {
            try
            {
                Parent.RenameNoReplace(aside, Parent, RecoveredName.Make(location.Name, number));
                return ShareRecovery.KeptBeside;
            }
            catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
            {
                // That number is taken.
            }
        }
    }

    /// <summary>Whether the bytes under a name are those the operation was to write.</summary>
    private bool IsNew(string name, CancellationToken cancellationToken)
    {
        if (newSha256 is not { } hash || location.TokenAt(name) is not { Kind: ShareEntryKind.File }) return false;
        using var file = Parent.OpenRead(name);
        using var stream = new OpenFileStream(file, file.Status().Size);
        cancellationToken.ThrowIfCancellationRequested();
        return SHA256.HashData(stream).AsSpan().SequenceEqual(hash);
    }
}

/// <summary>The name under which a version is kept whose own name was taken: <c>report (recovered v1).docx</c>.</summary>
internal static class RecoveredName
{
    // What the common file systems take, in bytes on Unix and in characters on Windows: the smaller of the two for every text.
    private const int MostBytes = 255;

    /// <summary>A leading dot is no extension; the stem is cut, by whole characters, when the name would become too long.</summary>
    public static string Make(string name, int number)
    {
        var dot = name.LastIndexOf('.');
        var (stem, extension) = dot > 0 ? (name[..dot], name[dot..]) : (name, "");
        var suffix = FormattableString.Invariant($" (recovered v{number})");
        if (Bytes(extension) + Bytes(suffix) >= MostBytes) (stem, extension) = (name, "");
        while (Bytes(stem) + Bytes(suffix) + Bytes(extension) > MostBytes)
            stem = stem[..^(stem.Length > 1 && char.IsSurrogatePair(stem, stem.Length - 2) ? 2 : 1)];
        return stem + suffix + extension;
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
