using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync.Decide;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>
/// Counts what a synchronisation will do, by the same walk and the same decisions, and does nothing. No content is read: two files that have to be
/// compared count as one item without bytes, which is what becomes of them either way.
/// </summary>
/// <remarks>It costs one more listing of the share, so it is made only for somebody who watches.</remarks>
internal sealed class SyncForecast(CacheEngine engine, SyncOptions options) : ISyncVisitor
{
    /// <summary>Directories that would come into the cache, with the pins that they would have.</summary>
    private readonly Dictionary<UncPath, PinSet> _brought = [];

    /// <summary>Directories that would be created on the share, where they are not yet.</summary>
    private readonly HashSet<UncPath> _sent = [];

    public long Items { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Counts one target. What cannot be looked at counts as the one failure that it becomes.</summary>
    public async Task CountAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        try
        {
            if (scope.Row is null || !await engine.Guard.TryReachAsync(scope, cancellationToken).ConfigureAwait(false)) Items++;
            else
                await new SyncWalk(engine, scope, options, new SyncDecider(engine, scope, options, readsContent: false), this)
                    .RunAsync(path, new DeletionGuard(engine, scope, options), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception))
        {
            Items++;
        }
    }

    /// <summary>How many bytes a decision moves, as far as both sides tell.</summary>
    public static long BytesOf(SyncNode node, SyncDecision decision) => decision.Action switch
    {
        SyncAction.In or SyncAction.Fill => SizeOf(node.Entry),
        SyncAction.ReplaceClient or SyncAction.DropDeletion => NewPins.IsKept(node) ? SizeOf(node.Entry) : 0,
        SyncAction.Out => node.Row is { IsContainer: false, Local: { } local } ? local.Size : 0,
        _ => 0,
    };

    public ValueTask<bool> VisitAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken)
    {
        Items++;
        Bytes = ByteCount.Add(Bytes, BytesOf(node, decision));
        var isRemoteDirectory = node.Entry is { Kind: ShareEntryKind.Directory };
        switch (decision.Action)
        {
            case SyncAction.In when isRemoteDirectory && node.Row is null:
                _brought[node.Path] = NewPins.Of(node, options.Flags, OfflineFilesItemType.Directory);
                break;
            case SyncAction.ReplaceClient or SyncAction.DropDeletion when isRemoteDirectory:
                _brought[node.Path] = NewPins.IsKept(node) ? NewPins.Of(NewPins.Replacing(node), options.Flags, OfflineFilesItemType.Directory) : default;
                break;
            case SyncAction.Out or SyncAction.Prune when node.Row is { IsContainer: true }:
                _sent.Add(node.Path);
                break;
        }

        return new(decision.Action != SyncAction.Conflict);
    }

    public ValueTask LeaveAsync(UncPath directory, string name, SyncState state)
    {
        Items++;
        return default;
    }

    public void Note(SyncNode node)
    {
    }

    public Task<(ItemRow Row, ShareEntry Entry)> AgreeOnNameAsync(ItemRow row, ShareEntry entry, CancellationToken cancellationToken) =>
        Task.FromResult((row, entry));

    public void PutOff(SyncNode node)
    {
    }

    public Task HaltAsync(IReadOnlyList<PlannedDeletion> deletions, string reason, CancellationToken cancellationToken)
    {
        Items++;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(SyncNode node, SyncDecision decision, CancellationToken cancellationToken)
    {
        Items++;
        return Task.CompletedTask;
    }

    public Task TellAsync(ItemOutcome outcome)
    {
        Items++;
        return Task.CompletedTask;
    }

    public Task CompleteAsync() => Task.CompletedTask;

    public bool WasCreated(UncPath path) => _brought.ContainsKey(path) || _sent.Contains(path);

    public async ValueTask<PinSet> PinsOfAsync(UncPath directory, CancellationToken cancellationToken) =>
        _brought.TryGetValue(directory, out var pins)
            ? pins
            : (await engine.Store.FindAsync(directory, cancellationToken).ConfigureAwait(false))?.Pins ?? default;

    public Task<IReadOnlyList<ShareEntry>> ListAsync(ShareScope scope, UncPath directory, CancellationToken cancellationToken) =>
        _sent.Contains(directory) ? Task.FromResult<IReadOnlyList<ShareEntry>>([]) : scope.Share.ListAsync(scope.At(directory), cancellationToken);

    private static long SizeOf(ShareEntry? entry) => entry is { Kind: ShareEntryKind.File } file ? file.Size : 0;
}
