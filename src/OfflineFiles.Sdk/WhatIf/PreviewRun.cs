using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk.WhatIf;

/// <summary>Reads the items that an operation would touch and has the rules judge them. Nothing but look-ups and queries.</summary>
internal static class PreviewRun
{
    /// <summary>The items of the paths and what the rules reach from them: a look-up each, and a subtree or the children where it has any.</summary>
    public static async Task<OperationPreview> OverPathsAsync(
        QuerySource source, IReadOnlyList<UncPath> paths, PreviewRules rules, CancellationToken cancellationToken)
    {
        var items = new Dictionary<UncPath, PreviewItem>();
        var asked = rules.Reach == PreviewReach.Subtree ? AskedPaths.Trees(paths) : AskedPaths.Each(paths);
        // What lies below a root is judged with it, unless it is not there.
        foreach (var path in asked.Roots.Concat(asked.All))
        {
            if (items.ContainsKey(path)) continue;
            var item = await source.FindAsync(path, cancellationToken).ConfigureAwait(false);
            items[path] = item is null ? rules.Missing(path) : rules.Judge(item);
            if (item is not null) await JudgeAboveAsync(source, item, rules, items, cancellationToken).ConfigureAwait(false);
            // Where a file was deleted there may have been a directory before, and what was in that.
            if (item is null or { ItemType: OfflineFilesItemType.File, ChangeInfo: not { DeletedOffline: true } }
                || Below(source, path, rules.Reach) is not { } below) continue;
            await JudgeAsync(source, below, rules, items, cancellationToken).ConfigureAwait(false);
        }

        return Preview(rules, items);
    }

    public static async Task<OperationPreview> OverQueryAsync(
        QuerySource source, IQueryable<OfflineFilesItem> query, PreviewRules rules, CancellationToken cancellationToken)
    {
        var items = new Dictionary<UncPath, PreviewItem>();
        await JudgeAsync(source, query, rules, items, cancellationToken).ConfigureAwait(false);
        return Preview(rules, items);
    }

    private static async Task JudgeAboveAsync(
        QuerySource source, OfflineFilesItem item, PreviewRules rules, Dictionary<UncPath, PreviewItem> items, CancellationToken cancellationToken)
    {
        while (rules.ReachesAbove(item) && item.Path.Parent is { } above && !items.ContainsKey(above))
        {
            if (await source.FindAsync(above, cancellationToken).ConfigureAwait(false) is not { } directory || !rules.ReachesAbove(directory)) return;
            items[above] = rules.JudgeAbove(directory);
            item = directory;
        }
    }

    private static IQueryable<OfflineFilesItem>? Below(QuerySource source, UncPath path, PreviewReach reach) => reach switch
    {
        PreviewReach.Subtree => source.DescendantsOf(path),
        PreviewReach.ItemAndFiles => source.ChildrenOf(path).Where(item => item.ItemType == OfflineFilesItemType.File),
        _ => null,
    };

    // What may run in the caller is a rule for the caller's own predicates; these are ours. Whether the cache may be scanned stays his to say.
    private static async Task JudgeAsync(
        QuerySource source, IQueryable<OfflineFilesItem> query, PreviewRules rules, Dictionary<UncPath, PreviewItem> items,
        CancellationToken cancellationToken)
    {
        var ours = query.WithOptions(source.Settings.Options with { ClientEvaluation = ClientEvaluation.Allow }).Tag($"WhatIf.{rules.Operation}");
        await foreach (var item in ours.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            items[item.Path] = rules.Judge(item);
    }

    private static OperationPreview Preview(PreviewRules rules, Dictionary<UncPath, PreviewItem> items)
    {
        var settled = rules.Settle(items.Values).OrderBy(item => item.Path).ToArray();
        var wouldChange = Array.Exists(settled, item => item.Verdict == PreviewVerdict.WouldChange);
        return new OperationPreview
        {
            Operation = rules.Operation,
            Items = settled,
            Unknown = rules.Unknown.ToArray(),
            WouldChange = wouldChange,
            RestartRequired = wouldChange ? rules.RestartRequired : null,
        };
    }
}
