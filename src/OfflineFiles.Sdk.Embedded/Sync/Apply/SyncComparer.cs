using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync.Decide;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>
/// Finds out what a decision hangs on and the plain view of both sides does not tell. A hint says that nothing changed, or that one has to look; what
/// changed, the bytes say, compared with those last equal.
/// </summary>
/// <remarks>Without reading content, what has to be looked at counts as changed when its hint differs, and else as it was.</remarks>
internal sealed class SyncComparer(CacheEngine engine, ShareScope scope, bool readsContent)
{
    private readonly Dictionary<UncPath, Sight> _seen = [];

    /// <summary>Compares the share's side with what was last equal, and looks below directories whose deletion is at stake.</summary>
    public async Task<SyncNode> LookAsync(SyncNode node, CancellationToken cancellationToken)
    {
        if (node.Row is not { } row) return node;
        if (engine.Fetcher.HasLost(row)) node = node with { Row = row = row with { Sparse = true, BlobId = null, Hash = null } };
        node = node.Entry?.Kind switch
        {
            ShareEntryKind.File when row.BaseKind == ItemKind.File =>
                await WithVersionAsync(node, row, node.Entry, cancellationToken).ConfigureAwait(false),
            ShareEntryKind.Directory when row.BaseKind == ItemKind.Directory =>
                await WithDirectoryAsync(node, row, node.Entry, cancellationToken).ConfigureAwait(false),
            null => await WithChangesBelowAsync(node, row, cancellationToken).ConfigureAwait(false),
            _ => node with { Sighting = SightingOf(row, node.Entry) },
        };
        if (node.Entry is { Kind: ShareEntryKind.Directory } directory && row is { IsContainer: true, DeletedOffline: false })
            return node with { Sameness = HasSameAttributes(row, directory) ? Sameness.Same : Sameness.SameBytes };
        return node.Entry is { Kind: ShareEntryKind.File } file && node is { IsReverted: true, RemoteChanged: false, Row: { Dirty: true } dirty }
            ? node with { Sameness = HasSameAttributes(dirty, file) ? Sameness.Same : Sameness.SameBytes }
            : node;
    }

    /// <summary>Compares the bytes of a file on both sides.</summary>
    public async Task<SyncNode> CompareAsync(SyncNode node, CancellationToken cancellationToken)
    {
        if (!readsContent || node is not { Row: { Hash: { } hash } row, Entry: { Kind: ShareEntryKind.File } entry } || row.Local?.Size != entry.Size)
            return node with { Sameness = Sameness.Different };
        var sight = await SightAsync(node.Path, entry, cancellationToken).ConfigureAwait(false);
        node = node with { Entry = sight.Entry, RemoteHash = sight.Hash, RemoteIsFirm = sight.IsFirm };
        if (sight.Hash != hash) return node with { Sameness = Sameness.Different };
        return node with { Sameness = HasSameAttributes(row, sight.Entry) ? Sameness.Same : Sameness.SameBytes };
    }

    /// <summary>Whether something was created in a directory that the share no longer has, and will be sent to it.</summary>
    public Task<bool> IsNeededAsync(UncPath directory, SyncDecisionOptions flags, CancellationToken cancellationToken) => engine.Store.ReadAsync(
        connection => flags.HasFlag(SyncDecisionOptions.SyncOut) && connection.Below(directory).Any(
            row => row is { CreatedOffline: true, DeletedOffline: false } && (row.IsContainer || !flags.HasFlag(SyncDecisionOptions.NoNewFilesOut))),
        cancellationToken);

    /// <summary>Nothing that was seen of an item counts any more.</summary>
    public void Forget(UncPath path) => _seen.Remove(path);

    private async Task<SyncNode> WithVersionAsync(SyncNode node, ItemRow row, ShareEntry entry, CancellationToken cancellationToken)
    {
        var traits = scope.Share.Traits;
        var isHintSame = traits.SameVersion(row.BaseToken, entry.Token);
        if (isHintSame && !row.BaseIsRacy && traits.ChangeTimeIsReal) return node with { RemoteIsFirm = true };
        if (row.BaseHash is not { } known || !readsContent && row.BaseToken is not null) return node with { RemoteChanged = !isHintSame };
        if ((row.BaseToken?.Size ?? row.Original?.Size) is { } size && size != entry.Size) return node with { RemoteChanged = true };
        // Of a clean copy the bytes are compared while they are fetched.
        if (!isHintSame && row is { Dirty: false, BlobId: not null }) return node with { RemoteChanged = true };
        if (!readsContent) return node;
        var sight = await SightAsync(node.Path, entry, cancellationToken).ConfigureAwait(false);
        node = node with { Entry = sight.Entry, RemoteHash = sight.Hash, RemoteIsFirm = sight.IsFirm };
        if (sight.Hash != known) return node with { RemoteChanged = true };
        var rebased = isHintSame && HasSameAttributes(row, sight.Entry)
            ? row with { BaseToken = sight.Entry.Token, BaseIsRacy = !sight.IsFirm }
            : Fetcher.Rebased(row, sight.Entry, !sight.IsFirm);
        return rebased == row ? node : node with { Row = rebased, BeforeRebase = row };
    }

    private async Task<SyncNode> WithDirectoryAsync(SyncNode node, ItemRow row, ShareEntry entry, CancellationToken cancellationToken)
    {
        var known = row.BaseToken?.Attributes ?? row.Original?.Attributes ?? entry.Attributes;
        node = node with { RemoteChanged = ((known ^ entry.Attributes) & scope.Share.SupportedAttributes) != 0 };
        return row.DeletedOffline || !row.IsContainer
            ? node with { RemoteChangedBelow = await IsChangedBelowAsync(node.Path, cancellationToken).ConfigureAwait(false) }
            : node;
    }

    private async Task<SyncNode> WithChangesBelowAsync(SyncNode node, ItemRow row, CancellationToken cancellationToken) =>
        row is { IsContainer: true, DeletedOffline: false }
            ? node with
            {
                LocalChangedBelow = await engine.Store.ReadAsync(
                    connection => connection.Below(node.Path).Any(below => below.Dirty), cancellationToken).ConfigureAwait(false),
            }
            : node;

    /// <summary>Only what both sides can hold counts.</summary>
    private bool HasSameAttributes(ItemRow row, ShareEntry entry) =>
        (((row.Local?.Attributes ?? entry.Attributes) ^ entry.Attributes) & scope.Share.SupportedAttributes) == 0;

    private Sighting SightingOf(ItemRow row, ShareEntry entry) =>
        row.SeenToken is not { } seen ? Sighting.First : scope.Share.Traits.SameVersion(seen, entry.Token) ? Sighting.SeenUnchanged : Sighting.SeenChanged;

    /// <summary>Whether the directory on the share holds, at any depth, what the baseline does not know as it is. What is missing does not count.</summary>
    private async Task<bool> IsChangedBelowAsync(UncPath directory, CancellationToken cancellationToken)
    {
        var known = await engine.Store.ReadAsync(
            connection => connection.Below(directory).ToDictionary(row => row.Path), cancellationToken).ConfigureAwait(false);
        var pending = new Stack<UncPath>([directory]);
        while (pending.TryPop(out var path))
        {
            foreach (var entry in await scope.Share.ListAsync(scope.At(path), cancellationToken).ConfigureAwait(false))
            {
                if (SharePath.FindFault(entry.Name) is not null || Fetcher.WhyUnsupported(entry) is not null) return true;
                var child = path.Append(entry.Name);
                if (!known.TryGetValue(child, out var row)) return true;
                if (await IsChangedAsync(row, entry, cancellationToken).ConfigureAwait(false)) return true;
                if (entry.Kind == ShareEntryKind.Directory) pending.Push(child);
            }
        }

        return false;
    }

    private async Task<bool> IsChangedAsync(ItemRow row, ShareEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Kind == ShareEntryKind.Directory) return row.BaseKind != ItemKind.Directory;
        if (row.BaseKind != ItemKind.File) return true;
        return (await WithVersionAsync(new SyncNode(row.Path, row, entry, default), row, entry, cancellationToken).ConfigureAwait(false)).RemoteChanged;
    }

    private async Task<Sight> SightAsync(UncPath path, ShareEntry entry, CancellationToken cancellationToken)
    {
        var traits = scope.Share.Traits;
        if (_seen.TryGetValue(path, out var seen) && traits.SameVersion(seen.Entry.Token, entry.Token)) return seen;
        var clock = await engine.Fetcher.Clocks.BeforeAsync(scope.Share, entry.Token, cancellationToken).ConfigureAwait(false);
        var (hash, read) = await Fetcher.HashAsync(scope.Share, scope.At(path), cancellationToken).ConfigureAwait(false);
        return _seen[path] = new Sight(read, hash, traits.IsFirm(read.Token, clock));
    }

    /// <summary>A version of a file of the share that was read in this synchronisation.</summary>
    private sealed record Sight(ShareEntry Entry, string Hash, bool IsFirm);
}
