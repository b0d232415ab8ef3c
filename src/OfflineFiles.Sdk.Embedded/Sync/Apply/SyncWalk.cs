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
    private readonly SyncDecisionOptions _flags;
    private readonly ISyncVisitor _visitor;
    private readonly SyncComparer _comparer;
    private readonly List<(SyncNode Node, SyncDecision Decision)> _deletions = [];

    public SyncWalk(CacheEngine engine, ShareScope scope, SyncOptions options, ISyncVisitor visitor)
    {
        _engine = engine;
        _scope = scope;
        _options = options;
        // The numbers of the flags that a decision depends on are the same on both.
        _flags = (SyncDecisionOptions)options.Flags & (SyncDecisionOptions.FillSparse | SyncDecisionOptions.SyncIn | SyncDecisionOptions.SyncOut
            | SyncDecisionOptions.PinNewFiles | SyncDecisionOptions.NoNewFilesOut);
        _visitor = visitor;
        _comparer = new SyncComparer(engine, scope);
    }

    public async Task RunAsync(UncPath path, CancellationToken cancellationToken)
    {
        if (path == _scope.Root) await ChildrenAsync(path, isOnShare: true, cancellationToken).ConfigureAwait(false);
        else await TargetAsync(path, cancellationToken).ConfigureAwait(false);
        for (var i = _deletions.Count - 1; i >= 0; i--)
        {
            var (node, decision) = _deletions[i];
            await _visitor.DeleteAsync(node, decision, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TargetAsync(UncPath path, CancellationToken cancellationToken)
    {
        // A directory made offline must be on the share before what is in it; its other children are not meant.
        var isOnShare = true;
        foreach (var above in Above(path))
        {
            var (row, entry) = await SidesAsync(above, isOnShare, cancellationToken).ConfigureAwait(false);
            if (entry is null && row is { CreatedOffline: true, DeletedOffline: false })
                isOnShare = await VisitAsync(above, row, entry, isDeep: false, cancellationToken).ConfigureAwait(false);
            else isOnShare = entry is not null;
        }

        var sides = await SidesAsync(path, isOnShare, cancellationToken).ConfigureAwait(false);
        if (sides is (null, null)) throw ItemOutcomes.NotInCache(path);
        await VisitAsync(path, sides.Row, sides.Entry, isDeep: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task ChildrenAsync(UncPath directory, bool isOnShare, CancellationToken cancellationToken)
    {
        var rows = (await _engine.Store.ReadAsync(connection => connection.Children(directory), cancellationToken).ConfigureAwait(false))
            .ToDictionary(row => row.Path.Name, WqlText.Comparer);
        var entries = isOnShare ? await _visitor.ListAsync(_scope, directory, cancellationToken).ConfigureAwait(false) : [];
        foreach (var entry in entries)
        {
            var row = rows.GetValueOrDefault(entry.Name);
            if (WhyLeftAlone(entry, row) is { } reason)
            {
                var left = SharePath.FindFault(entry.Name) is null ? directory.Append(entry.Name) : directory;
                await _visitor.TellAsync(ItemOutcomes.Skipped(left, reason)).ConfigureAwait(false);
                if (!entry.NameClash) rows.Remove(entry.Name);
                continue;
            }

            rows.Remove(entry.Name);
            await VisitAsync(directory.Append(entry.Name), row, entry, isDeep: true, cancellationToken).ConfigureAwait(false);
        }

        foreach (var row in rows.Values)
        {
            // A twin in other case is there: nobody can say whether this one is gone.
            if (entries.Any(entry => entry.NameClash && WqlText.AreEqual(entry.Name, row.Path.Name))) continue;
            await VisitAsync(row.Path, row, null, isDeep: true, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>Whether the item is on the share afterwards.</returns>
    private async Task<bool> VisitAsync(UncPath path, ItemRow? row, ShareEntry? entry, bool isDeep, CancellationToken cancellationToken)
    {
        var type = entry is { Kind: ShareEntryKind.Directory } ? OfflineFilesItemType.Directory : OfflineFilesItemType.File;
        var inherited = row is null ? (await _visitor.PinsOfAsync(path.Parent!, cancellationToken).ConfigureAwait(false)).HandedTo(type) : default;
        var node = new SyncNode(row?.Path ?? path, row, entry, inherited);
        if (row is { Suspended: true } && _options.Flags.HasFlag(SyncControlFlags.SkipSuspendedDirs))
        {
            await _visitor.TellAsync(ItemOutcomes.Skipped(node.Path, "It is suspended, and SkipSuspendedDirs leaves suspended trees alone.")).ConfigureAwait(false);
            return entry is not null;
        }

        SyncDecision decision;
        try
        {
            (node, decision) = await DecideAsync(node, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception) && exception is not ShareUnavailableException)
        {
            await _visitor.TellAsync(ItemOutcomes.Failed(exception, OfflineFilesOperation.Synchronize, node.Path)).ConfigureAwait(false);
            return entry is not null;
        }

        if (IsDeletion(node, decision)) Later(node, decision);
        else if (!await _visitor.VisitAsync(node, decision, cancellationToken).ConfigureAwait(false)) return entry is not null;

        var isOnShare = entry is { Kind: ShareEntryKind.Directory } || decision.Action == SyncAction.Out || _visitor.WasCreated(node.Path);
        if (isDeep && GoesDown(node, decision)) await BelowAsync(node, isOnShare, cancellationToken).ConfigureAwait(false);
        return isOnShare;
    }

    private void Later(SyncNode node, SyncDecision decision)
    {
        _deletions.Add((node, decision));
        _visitor.PutOff(node);
    }

    private async Task<(SyncNode Node, SyncDecision Decision)> DecideAsync(SyncNode node, CancellationToken cancellationToken)
    {
        node = await _comparer.LookAsync(node, cancellationToken).ConfigureAwait(false);
        var decision = node.Decide(_flags);
        if (decision.Action == SyncAction.Prune && !await _comparer.IsNeededAsync(node.Path, _flags, cancellationToken).ConfigureAwait(false))
            return (node, SyncFlagRules.Apply(decision with { Action = SyncAction.DeleteClient }, _flags));
        if (!decision.NeedsComparison) return (node, decision);
        node = await _comparer.CompareAsync(node, cancellationToken).ConfigureAwait(false);
        return (node, node.Decide(_flags));
    }

    private async Task BelowAsync(SyncNode node, bool isOnShare, CancellationToken cancellationToken)
    {
        try
        {
            await ChildrenAsync(node.Path, isOnShare, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception) && exception is not ShareUnavailableException)
        {
            // A directory that cannot be listed: nothing at or below it is touched.
            _deletions.RemoveAll(deletion => deletion.Node.Path.IsAtOrUnder(node.Path));
            await _visitor.TellAsync(ItemOutcomes.Failed(exception, OfflineFilesOperation.Synchronize, node.Path)).ConfigureAwait(false);
        }
    }

    private async Task<(ItemRow? Row, ShareEntry? Entry)> SidesAsync(UncPath path, bool isParentOnShare, CancellationToken cancellationToken)
    {
        var row = await _engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false);
        var entry = isParentOnShare ? await _scope.Share.StatAsync(_scope.At(path), cancellationToken).ConfigureAwait(false) : null;
        if (entry is not null && WhyLeftAlone(entry, row) is { } reason)
            throw new OperationNotSupportedException("Synchronize", "Embedded", $"'{path}' is not synchronised. {reason}");
        return (row, entry);
    }

    private List<UncPath> Above(UncPath path)
    {
        var above = new List<UncPath>();
        for (var parent = path.Parent!; parent != _scope.Root; parent = parent.Parent!) above.Add(parent);
        above.Reverse();
        return above;
    }

    /// <summary>Of twins in other case the one that is cached goes on.</summary>
    private static string? WhyLeftAlone(ShareEntry entry, ItemRow? row) =>
        entry.NameClash && row?.Path.Name == entry.Name ? Fetcher.WhyUnsupported(entry with { NameClash = false }) : Fetcher.WhyUnsupported(entry);

    private static bool IsDeletion(SyncNode node, SyncDecision decision) => decision.Action switch
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
