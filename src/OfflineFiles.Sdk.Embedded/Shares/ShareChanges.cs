using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>The changes that write no bytes, each a compare-and-set.</summary>
internal static class ShareChanges
{
    public static ShareToken CreateDirectory(ShareLocation location, FileMetadata metadata)
    {
        location.Require(null);
        try
        {
            location.Parent.CreateDirectory(location.Name);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            throw location.Conflict(null, location.TokenAt(location.Name));
        }

        location.Parent.Fsync();
        return Apply(location, metadata, expected: null);
    }

    /// <param name="location">The directory.</param>
    /// <param name="expected">The version to remove.</param>
    /// <param name="clean">Takes away from it what is our own and of no use, and tells whether anything was.</param>
    /// <param name="onStep">Hears of the moments of the change.</param>
    public static void RemoveDirectory(ShareLocation location, ShareToken expected, Func<bool> clean, Action<ShareStep>? onStep)
    {
        location.Require(expected);
        if (expected.Kind != ShareEntryKind.Directory) throw location.Conflict(expected, expected);
        onStep?.Invoke(ShareStep.Checked);
        try
        {
            RemoveEmpty(location, clean);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotEmpty)
        {
            throw new ShareConflictException(location.Path, expected, expected, "the directory is not empty");
        }
        catch (DurableIoException e) when (e.Fault is DurableIoFault.NotFound or DurableIoFault.NotADirectory)
        {
            throw location.Conflict(expected, location.TokenAt(location.Name));
        }

        location.Parent.Fsync();
    }

    public static ShareToken SetMetadata(ShareLocation location, FileMetadata metadata, ShareToken expected) =>
        Apply(location, metadata, expected);

    /// <summary>Through one handle, so that what is looked at is what is set.</summary>
    private static ShareToken Apply(ShareLocation location, FileMetadata metadata, ShareToken? expected)
    {
        var before = location.TokenAt(location.Name);
        if (before is not { Kind: not ShareEntryKind.Unsupported }) throw location.Conflict(expected, before);
        using var entry = location.Parent.OpenForMetadata(location.Name);
        var opened = location.TokenOf(entry.Status());
        if (!location.Traits.SameVersion(opened, expected ?? before)) throw location.Conflict(expected ?? before, opened);
        entry.SetMetadata(metadata.Attributes, metadata.CreationTimeUtc, metadata.LastWriteTimeUtc, metadata.LastAccessTimeUtc);
        entry.FsyncMetadata();
        var after = location.TokenOf(entry.Status());
        var found = location.TokenAt(location.Name);
        return found is { } token && location.Traits.SameAcrossRename(token, after) ? token : throw location.Conflict(after, found);
    }

    private static void RemoveEmpty(ShareLocation location, Func<bool> clean)
    {
        try
        {
            location.Parent.Rmdir(location.Name);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotEmpty && clean())
        {
            location.Parent.Rmdir(location.Name);
        }
    }
}
