using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>The changes that write no bytes, each a compare-and-set.</summary>
internal static class ShareChanges
{
    public static void DeleteFile(ShareLocation location, ShareToken expected, string aside, Action<ShareStep>? onStep)
    {
        location.Require(expected);
        if (expected.Kind != ShareEntryKind.File) throw location.Conflict(expected, expected);
        onStep?.Invoke(ShareStep.Checked);
        new ShareCommit(location, aside, aside, mayExchange: false, onStep).SetAside(expected);
        location.Parent.Fsync();
        onStep?.Invoke(ShareStep.Committed);
        location.Parent.Unlink(aside);
        location.Parent.Fsync();
    }

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

    public static void RemoveDirectory(ShareLocation location, ShareToken expected, Action<ShareStep>? onStep)
    {
        location.Require(expected);
        if (expected.Kind != ShareEntryKind.Directory) throw location.Conflict(expected, expected);
        onStep?.Invoke(ShareStep.Checked);
        try
        {
            location.Parent.Rmdir(location.Name);
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

    public static ShareToken Move(ShareLocation from, ShareLocation to, ShareToken expected, Action<ShareStep>? onStep)
    {
        from.Require(expected);
        if (expected.Kind == ShareEntryKind.Unsupported) throw from.Conflict(expected, expected);
        var isRespelling = from.Path == to.Path;
        if (to.Status is { } taken && !isRespelling) throw to.Conflict(null, to.TokenOf(taken));
        // A respelled name was found in its old spelling: the new one is what was asked for.
        var name = to.Path.Name;
        onStep?.Invoke(ShareStep.Checked);
        Rename(from, to, name, isRespelling);
        onStep?.Invoke(ShareStep.Swapped);
        var found = to.TokenAt(name);
        if (found is not { } token || !from.SameAcrossRename(token, expected))
        {
            Rename(to, name, from, from.Name);
            throw from.Conflict(expected, found);
        }

        to.Parent.Fsync();
        if (from.Path.Parent != to.Path.Parent) from.Parent.Fsync();
        return to.TokenAt(name) ?? throw to.Conflict(token, null);
    }

    private static void Rename(ShareLocation from, ShareLocation to, string name, bool isRespelling)
    {
        try
        {
            Rename(from, from.Name, to, name);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            var found = to.TokenAt(name);
            // On a file system that ignores case the entry stands in its own way.
            if (isRespelling && found is not null && found == from.TokenAt(from.Name)) from.Parent.RenameReplace(from.Name, to.Parent, name);
            else throw to.Conflict(null, found);
        }
    }

    private static void Rename(ShareLocation from, string name, ShareLocation to, string newName) =>
        from.Parent.RenameNoReplace(name, to.Parent, newName);

    /// <summary>Through one handle, so that what is looked at is what is set.</summary>
    private static ShareToken Apply(ShareLocation location, FileMetadata metadata, ShareToken? expected)
    {
        var before = location.TokenAt(location.Name);
        if (before is not { Kind: not ShareEntryKind.Unsupported }) throw location.Conflict(expected, before);
        using var entry = location.Parent.OpenForMetadata(location.Name);
        var opened = location.TokenOf(entry.Status());
        if (opened != (expected ?? before)) throw location.Conflict(expected ?? before, opened);
        entry.SetMetadata(metadata.Attributes, metadata.CreationTimeUtc, metadata.LastWriteTimeUtc, metadata.LastAccessTimeUtc);
        entry.FsyncMetadata();
        var after = location.TokenOf(entry.Status());
        var found = location.TokenAt(location.Name);
        return found == after ? after : throw location.Conflict(after, found);
    }
}
