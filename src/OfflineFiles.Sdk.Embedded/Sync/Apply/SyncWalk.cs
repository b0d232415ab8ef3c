using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync.Decide;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>Goes through a subtree on both sides: creates and updates from the top down, deletes at the end, from the bottom up.</summary>
/// <remarks>What is done about an item is the visitor's: one works, one only counts, and both see the same items in the same order.</remarks>
internal sealed class SyncWalk
{
    private readonly CacheEngine _engine;
    private readonly ShareScope _scope;
    private readonly SyncOptions _options;
    private readonly ISyncVisitor _visitor;
    private readonly SyncDecider _decider;
    private readonly List<PlannedDeletion> _deletions = [];
    private DeletionGuard? _guard;
    private SyncSides _sides = null!;

    public SyncWalk(CacheEngine engine, ShareScope scope, SyncOptions options, SyncDecider decider, ISyncVisitor visitor)
    {
        _engine = engine;
        _scope = scope;
        _options = options;
        _decider = decider;
        _visitor = visitor;
    }

    /// <summary>What is left to be deleted, containers before what is in them.</summary>
    public IReadOnlyList<PlannedDeletion> Deletions => _deletions;

    public async Task RunAsync(UncPath path, DeletionGuard guard, CancellationToken cancellationToken)
    {
        _guard = guard;
        await PlanAsync(path, cancellationToken).ConfigureAwait(false);
        await _visitor.CompleteAsync().ConfigureAwait(false);
        if (await guard.WhyHaltedAsync(path, _deletions, cancellationToken).ConfigureAwait(false) is { } reason)
        {
            await _visitor.HaltAsync([.. _deletions.Where(deletion => !deletion.IsRemembrance)], reason, cancellationToken).ConfigureAwait(false);
            _deletions.RemoveAll(deletion => !deletion.IsRemembrance);
        }

        // What was listed was listed for a long while: the share must still be the one it was.
        if (_deletions.Count > 0) await _engine.Guard.RequireAsync(_scope, cancellationToken).ConfigureAwait(false);
        for (var i = _deletions.Count - 1; i >= 0; i--)
        {
            var (node, decision) = _deletions[i];
            await _visitor.DeleteAsync(node, decision, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Does everything but the deletions.</summary>
    public async Task PlanAsync(UncPath path, CancellationToken cancellationToken)
    {
        using var blobs = _engine.Content.Look();
        _sides = new SyncSides(_engine, _scope, _visitor, blobs);
        try
        {
            if (path == _scope.Root) await ChildrenAsync(path, isOnShare: true, after: null, cancellationToken).ConfigureAwait(false);
            else await TargetAsync(path, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _sides.EndAsync().ConfigureAwait(false);
        }
    }

    private async Task TargetAsync(UncPath path, CancellationToken cancellationToken)
    {
        // A directory made offline must be on the share before what is in it; its other children are not meant. For what is nowhere nothing is done.
        var isCached = await _engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false) is not null;
        var isOnShare = true;
        foreach (var above in Above(path))
        {
            var (row, entry) = await SidesAsync(above, isOnShare, cancellationToken).ConfigureAwait(false);
            if (isCached && entry is null && row is { IsContainer: true, CreatedOffline: true, DeletedOffline: false })
                isOnShare = await VisitAsync(above, row, entry, isDeep: false, cancellationToken).ConfigureAwait(false);
            else isOnShare = entry is not null;
        }

        var sides = await SidesAsync(path, isOnShare, cancellationToken).ConfigureAwait(false);
        if (sides is (null, null)) throw ItemOutcomes.NotInCache(path);
        await VisitAsync(path, sides.Row, sides.Entry, isDeep: true, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="directory">What is gone through.</param>
    /// <param name="isOnShare">Whether the share has it.</param>
    /// <param name="after">What is come to after this one and all in it; null if that is not known.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    private async Task ChildrenAsync(UncPath directory, bool isOnShare, SyncOrder? after, CancellationToken cancellationToken)
    {
        var sides = await _sides.ReadAsync(directory, isOnShare, cancellationToken).ConfigureAwait(false);
        _sides.Begin(new SyncOrder(sides, 0, after), cancellationToken);
        for (var i = 0; i < sides.Count; i++)
        {
            if (sides.TakeIfAsItWas(i, _scope.Share.Traits) is { } same)
            {
                await _visitor.LeaveAsync(sides.Directory, same, SyncDecider.AsItWas).ConfigureAwait(false);
                continue;
            }

            var (entry, leftAlone) = sides[i];
            if (leftAlone is not null)
            {
                await _visitor.TellAsync(ItemOutcomes.Skipped(ShareListing.PathOf(directory, entry), leftAlone)).ConfigureAwait(false);
                if (!entry.NameClash) sides.Drop(i);
                continue;
            }

            var row = await sides.TakeAsync(i, cancellationToken).ConfigureAwait(false);
            if (row is not null && SyncNames.Differ(row, entry))
                (row, entry) = await _visitor.AgreeOnNameAsync(row, entry, cancellationToken).ConfigureAwait(false);
            var next = entry.Kind == ShareEntryKind.Directory ? new SyncOrder(sides, i + 1, after) : null;
            await VisitAsync(row?.Path ?? directory.Append(entry.Name), row, entry, isDeep: true, cancellationToken, next).ConfigureAwait(false);
        }

        await foreach (var row in sides.TakeRestAsync(cancellationToken).ConfigureAwait(false))
            await VisitAsync(row.Path, row, null, isDeep: true, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether the item is on the share afterwards.</returns>
    private async ValueTask<bool> VisitAsync(
        UncPath path, ItemRow? row, ShareEntry? entry, bool isDeep, CancellationToken cancellationToken, SyncOrder? after = null)
    {
        var type = entry is { Kind: ShareEntryKind.Directory } ? OfflineFilesItemType.Directory : OfflineFilesItemType.File;
        var inherited = row is null ? (await _visitor.PinsOfAsync(path.Parent!, cancellationToken).ConfigureAwait(false)).HandedTo(type) : default;
        var node = new SyncNode(row?.Path ?? path, row, entry, inherited);
        if (row is { Suspended: true } && _options.Flags.HasFlag(SyncControlFlags.SkipSuspendedDirs))
        {
            await _visitor.TellAsync(ItemOutcomes.Skipped(node.Path, "It is suspended, and SkipSuspendedDirs leaves suspended trees alone.")).ConfigureAwait(false);
            return entry is not null;
        }

        if (await DecideAsync(node, cancellationToken).ConfigureAwait(false) is not { } decided) return entry is not null;
        (node, var decision) = decided;
        if (_guard is not null && !SyncApplier.IsIdle(node, decision)) await _guard.BeginAsync(cancellationToken).ConfigureAwait(false);
        _visitor.Note(node);
        if (IsDeletion(node, decision)) Later(node, decision);
        else if (!await _visitor.VisitAsync(node, decision, cancellationToken).ConfigureAwait(false)) return entry is not null;

        var isOnShare = entry is { Kind: ShareEntryKind.Directory } || decision.Action == SyncAction.Out || _visitor.WasCreated(node.Path);
        if (isDeep && GoesDown(node, decision)) await BelowAsync(node, isOnShare, after, cancellationToken).ConfigureAwait(false);
        return isOnShare;
    }

    private void Later(SyncNode node, SyncDecision decision)
    {
        _deletions.Add(new PlannedDeletion(node, decision));
        _visitor.PutOff(node);
    }

    /// <summary>Null when an item is gone meanwhile, or cannot be decided about; then it was told of.</summary>
    private async Task<(SyncNode Node, SyncDecision Decision)?> DecideAsync(SyncNode node, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                return await _decider.DecideAsync(node, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (Meanwhile.WhyOf(exception) is not null)
            {
                return await _decider.AgainAsync(node, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception) && exception is not ShareUnavailableException)
        {
            await TellAsync(node.Path, exception).ConfigureAwait(false);
            return null;
        }
    }

    private async Task BelowAsync(SyncNode node, bool isOnShare, SyncOrder? after, CancellationToken cancellationToken)
    {
        try
        {
            await ChildrenAsync(node.Path, isOnShare, after, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception) && exception is not ShareUnavailableException)
        {
            // A directory that cannot be listed: nothing at or below it is touched.
            _deletions.RemoveAll(deletion => deletion.Node.Path.IsAtOrUnder(node.Path));
            await TellAsync(node.Path, exception).ConfigureAwait(false);
        }
    }

    private Task TellAsync(UncPath path, Exception exception) => _visitor.TellAsync(Meanwhile.OutcomeOf(path, exception));

    private async Task<(ItemRow? Row, ShareEntry? Entry)> SidesAsync(UncPath path, bool isParentOnShare, CancellationToken cancellationToken)
    {
        var row = await _engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false);
        var entry = isParentOnShare ? await EntryAsync(path, row, cancellationToken).ConfigureAwait(false) : null;
        if (entry is not null && Fetcher.WhyUnsupported(entry) is { } reason)
            throw new OperationNotSupportedException("Synchronize", "Embedded", $"'{path}' is not synchronised. {reason}");
        return row is not null && entry is not null && SyncNames.Differ(row, entry)
            ? await _visitor.AgreeOnNameAsync(row, entry, cancellationToken).ConfigureAwait(false)
            : (row, entry);
    }

    /// <summary>Of names that differ only in case the cached one is meant; of an item that is not cached only a listing tells whether there is another.</summary>
    private async Task<ShareEntry?> EntryAsync(UncPath path, ItemRow? row, CancellationToken cancellationToken)
    {
        if (row is not null) return await _scope.Share.StatAsync(_scope.At(row.Path), cancellationToken).ConfigureAwait(false);
        var entry = await _scope.Share.StatAsync(_scope.At(path), cancellationToken).ConfigureAwait(false);
        if (entry is null) return null;
        var siblings = await _scope.Share.ListAsync(_scope.At(path.Parent!), cancellationToken).ConfigureAwait(false);
        return ShareListing.Choose(siblings, _ => null).Find(sibling => sibling.Entry.Name == entry.Name).Entry ?? entry;
    }

    private List<UncPath> Above(UncPath path)
    {
        var above = new List<UncPath>();
        for (var parent = path.Parent!; parent != _scope.Root; parent = parent.Parent!) above.Add(parent);
        above.Reverse();
        return above;
    }

    public static bool IsDeletion(SyncNode node, SyncDecision decision) => decision.Action switch
    {
        SyncAction.DeleteClient or SyncAction.DeleteServer => true,
        SyncAction.AdoptBaseline => node.Entry is null && node.Row is not null,
        _ => false,
    };

    /// <summary>Children are decided for themselves, but for conflicts, below which nothing changes, and what is not cached.</summary>
    private bool GoesDown(SyncNode node, SyncDecision decision)
    {
        if (decision.Action == SyncAction.Conflict) return false;
        // What was deleted may have been replaced by a file before: what the baseline knows it as is what the share has to lose.
        if (decision.Action is SyncAction.DeleteServer or SyncAction.AdoptBaseline && node.Row is { DeletedOffline: true } row)
            return row.IsContainer || row.BaseKind == ItemKind.Directory;
        if (node.Row is { IsContainer: true, DeletedOffline: false }) return true;
        return node.Entry is { Kind: ShareEntryKind.Directory } && (decision.Action is SyncAction.In or SyncAction.ReplaceClient || _visitor.WasCreated(node.Path));
    }
}
