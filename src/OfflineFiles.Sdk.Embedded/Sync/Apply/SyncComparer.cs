using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync.Decide;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>Finds out what a decision hangs on and the plain view of both sides does not tell.</summary>
internal sealed class SyncComparer(CacheEngine engine, ShareScope scope)
{
    /// <summary>Looks below directories whose deletion is at stake, and compares attributes.</summary>
    public async Task<SyncNode> LookAsync(SyncNode node, CancellationToken cancellationToken)
    {
        var isRemoteDirectory = node.Entry is { Kind: ShareEntryKind.Directory };
        if (node.Row is not { } row) return node;
        if (isRemoteDirectory && row.BaseKind == ItemKind.Directory && (row.DeletedOffline || !row.IsContainer))
            node = node with { RemoteChangedBelow = await IsChangedBelowAsync(node.Path, cancellationToken).ConfigureAwait(false) };
        if (node.Entry is null && row is { IsContainer: true, DeletedOffline: false })
            node = node with
            {
                LocalChangedBelow = await engine.Store.ReadAsync(
                    connection => connection.Below(node.Path).Any(below => below.Dirty), cancellationToken).ConfigureAwait(false),
            };
        if (isRemoteDirectory && row is { IsContainer: true, DeletedOffline: false })
            return node with { Sameness = HasSameAttributes(row, node.Entry!) ? Sameness.Same : Sameness.SameBytes };
        // Edited and put back: no change of data.
        return row.Hash is { } hash && hash == row.BaseHash && row.BaseToken == node.Entry?.Token ? node with { Sameness = Sameness.SameBytes } : node;
    }

    /// <summary>Compares the bytes of a file on both sides.</summary>
    public async Task<SyncNode> CompareAsync(SyncNode node, CancellationToken cancellationToken)
    {
        if (node is not { Row: { Hash: { } hash } row, Entry: { Kind: ShareEntryKind.File } entry } || row.Local?.Size != entry.Size)
            return node with { Sameness = Sameness.Different };
        var reading = await scope.Share.OpenReadAsync(scope.At(node.Path), cancellationToken).ConfigureAwait(false);
        await using var disposal = reading.ConfigureAwait(false);
        var remote = Convert.ToHexString(await SHA256.HashDataAsync(reading.Stream, cancellationToken).ConfigureAwait(false));
        await reading.VerifyUnchangedAsync(cancellationToken).ConfigureAwait(false);
        if (remote != hash) return node with { Sameness = Sameness.Different };
        return node with { Entry = reading.Entry, Sameness = HasSameAttributes(row, reading.Entry) ? Sameness.Same : Sameness.SameBytes };
    }

    /// <summary>Whether something was created in a directory that the share no longer has, and will be sent to it.</summary>
    public Task<bool> IsNeededAsync(UncPath directory, SyncDecisionOptions flags, CancellationToken cancellationToken) => engine.Store.ReadAsync(
        connection => flags.HasFlag(SyncDecisionOptions.SyncOut) && connection.Below(directory).Any(
            row => row is { CreatedOffline: true, DeletedOffline: false } && (row.IsContainer || !flags.HasFlag(SyncDecisionOptions.NoNewFilesOut))),
        cancellationToken);

    /// <summary>Only what both sides can hold counts.</summary>
    private bool HasSameAttributes(ItemRow row, ShareEntry entry) =>
        (((row.Local?.Attributes ?? entry.Attributes) ^ entry.Attributes) & scope.Share.SupportedAttributes) == 0;

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
                if (!known.TryGetValue(child, out var row) || row.BaseToken != entry.Token) return true;
                if (entry.Kind == ShareEntryKind.Directory) pending.Push(child);
            }
        }

        return false;
    }
}
