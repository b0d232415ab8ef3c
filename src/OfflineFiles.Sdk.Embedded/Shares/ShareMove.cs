using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Renames an item within the share, never over something, and cleans up after a rename that was cut off.</summary>
internal sealed class ShareMove(ShareLocation from, ShareLocation to, IShareOperation operation, Action<ShareStep>? onStep)
{
    // A name that was found in another spelling: the new one is what was asked for.
    private readonly string _name = to.Path.Name;

    private bool IsRespelling => from.Path == to.Path;

    public async Task<ShareToken> MoveAsync(ShareToken expected)
    {
        from.Require(expected);
        if (expected.Kind == ShareEntryKind.Unsupported) throw from.Conflict(expected, expected);
        if (to.Status is { } taken && !IsRespelling) throw to.Conflict(null, to.TokenOf(taken));
        from.Parent.RequireRemovable(from.Name);
        onStep?.Invoke(ShareStep.Checked);
        try
        {
            await RenameAsync().ConfigureAwait(true);
        }
        // The work may be done although an error came back: then nothing failed.
        catch (DurableIoException) when (HasMoved(expected))
        {
        }

        onStep?.Invoke(ShareStep.Swapped);
        var found = to.TokenAt(_name);
        if (found is not { } token || !from.Traits.SameAcrossRename(token, expected))
        {
            await new FreeName(operation, from.Traits, asideSha256: null).TakeAsync(to.Parent, _name, from.Parent, from.Name).ConfigureAwait(true);
            throw from.Conflict(expected, found);
        }

        to.Parent.Fsync();
        if (from.Path.Parent != to.Path.Parent) from.Parent.Fsync();
        return to.TokenAt(_name) ?? throw to.Conflict(token, null);
    }

    /// <summary>Takes away what only kept the new name: the item is where it was, or where it should be.</summary>
    public ShareRecovery Recover(UnfinishedChange change)
    {
        if (change.Step is not (ShareStep.Reserving or ShareStep.Reserved)
            || from.Status is not { } source
            || to.Status is not { } kept
            || IsRespelling) return ShareRecovery.NothingLeft;
        var detail = StepDetail.Parse(change.Detail);
        var isSecondName = source.Type == FileType.File && from.Traits.IdsAreStable && source.FileId == kept.FileId;
        var isReservation = detail.IsReservation(kept, from.Traits.IdsAreStable);
        if (!isSecondName && !isReservation) return ShareRecovery.NothingLeft;
        if (isSecondName) to.Parent.Unlink(to.Name);
        else if (!to.Parent.TryRmdir(to.Name)) return ShareRecovery.NothingLeft;
        to.Parent.Fsync();
        return ShareRecovery.Cleaned;
    }

    private async Task RenameAsync()
    {
        try
        {
            await new FreeName(operation, from.Traits, asideSha256: null).TakeAsync(from.Parent, from.Name, to.Parent, _name).ConfigureAwait(true);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            var found = to.TokenAt(_name);
            if (!IsRespelling || !IsInItsOwnWay(from.TokenAt(from.Name), found)) throw to.Conflict(null, found);
            from.Parent.RenameReplace(from.Name, to.Parent, _name);
        }
    }

    /// <summary>On a file system that ignores case the name is taken by the entry itself.</summary>
    /// <remarks>
    /// Some show it under the old spelling only, and nothing under the new one. Then a directory is renamed all the same: it replaces nothing that
    /// holds anything. A file could replace one that has just come.
    /// </remarks>
    private bool IsInItsOwnWay(ShareToken? source, ShareToken? found) =>
        source is { } entry && (found is null ? entry.Kind == ShareEntryKind.Directory : !IsAnEntryOfItsOwn(_name));

    /// <summary>Two entries may look alike; a listing shows both.</summary>
    private bool IsAnEntryOfItsOwn(string name) =>
        name != from.Name && to.Parent.ListNames(CancellationToken.None).Any(listed => listed.Text == name);

    private bool HasMoved(ShareToken expected) =>
        !IsRespelling
        && from.Parent.TryStatus(from.Name) is null
        && to.TokenAt(_name) is { } moved
        && from.Traits.SameAcrossRename(moved, expected);
}
