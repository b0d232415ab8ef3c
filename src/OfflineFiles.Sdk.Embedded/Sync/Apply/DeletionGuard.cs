using System.Globalization;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync.Decide;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>
/// Halts the deletions of a scope, on either side, when they would take more than half of its files: then it is more likely that something happened
/// to one of the sides than that somebody meant it. Somebody who does says so once.
/// </summary>
/// <remarks>
/// One for each scope of a run. Each of its targets counts for the whole scope, so that many small targets delete no more than a large one.
/// </remarks>
internal sealed class DeletionGuard(CacheEngine engine, ShareScope scope, SyncOptions options)
{
    private const int FewestFiles = 10;
    private const int Examples = 5;

    private readonly Dictionary<UncPath, string?> _doomed = [];
    private Known? _known;
    private bool _isCounted;

    /// <summary>Whether somebody agreed beforehand.</summary>
    public bool IsAllowed { get; } = scope.Row?.AllowsMassDeletion == true;

    /// <summary>Sees what there is before anything is changed. What is on a strange volume must not outnumber what is missing there.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellationToken) =>
        _known ??= await engine.Store.ReadAsync(Look, cancellationToken).ConfigureAwait(false);

    /// <summary>Why nothing may be deleted, as a whole text; null if it may.</summary>
    public async Task<string?> WhyHaltedAsync(UncPath target, IReadOnlyList<PlannedDeletion> planned, CancellationToken cancellationToken)
    {
        if (IsAllowed || _known is not { Files: >= FewestFiles } known || !planned.Any(deletion => deletion.IsLoss)) return null;
        Add(planned);
        if (target != scope.Root && !_isCounted)
        {
            _isCounted = true;
            var rest = new SyncWalk(
                engine, scope, options, new SyncDecider(engine, scope, options, readsContent: false), new SyncForecast(engine, options));
            await rest.PlanAsync(scope.Root, cancellationToken).ConfigureAwait(false);
            Add(rest.Deletions);
        }

        if (!IsMost(_doomed.Count)) return null;
        var lost = await WithoutMovedAsync(known, cancellationToken).ConfigureAwait(false);
        return IsMost(lost.Count) ? Text(lost) : null;
    }

    /// <summary>With the first deletion the agreement is used up.</summary>
    public void Consume(StoreTransaction transaction)
    {
        if (IsAllowed && transaction.Scopes.Values.FirstOrDefault(row => row.Path == scope.Root) is { AllowsMassDeletion: true } row)
            transaction.UpdateScope(row with { AllowsMassDeletion = false });
    }

    /// <summary>An agreement holds for one synchronisation, also when that deleted nothing.</summary>
    public async Task EndAsync()
    {
        if (IsAllowed) await engine.Store.WriteAsync(Consume, CancellationToken.None).ConfigureAwait(false);
    }

    private bool IsMost(long count) => 2 * count > _known!.Files;

    private Known Look(StoreConnection connection)
    {
        var (files, last, others) = (0L, 0L, new HashSet<long>());
        using var reader = connection.Statement(
            "SELECT id, base_kind IS @file FROM items WHERE scope_id = @scope", ("@scope", scope.Row?.Id), ("@file", (long)ItemKind.File)).ExecuteReader();
        while (reader.Read())
        {
            var id = reader.GetInt64(0);
            last = Math.Max(last, id);
            if (reader.GetInt64(1) != 0) files++;
            else others.Add(id);
        }

        return new Known(files, last, others);
    }

    private void Add(IEnumerable<PlannedDeletion> planned)
    {
        foreach (var deletion in planned)
            if (deletion.IsLoss) _doomed[deletion.Node.Path] = deletion.Node.Row?.BaseHash;
    }

    /// <summary>A file that is new under another name with the same bytes was moved: nothing goes with its old name.</summary>
    private async Task<List<UncPath>> WithoutMovedAsync(Known known, CancellationToken cancellationToken)
    {
        var arrived = await engine.Store.ReadAsync(
            connection => connection.Below(scope.Root)
                .Where(row => row is { DeletedOffline: false, Hash: not null } && !known.IsFile(row.Id))
                .GroupBy(row => row.Hash!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
            cancellationToken).ConfigureAwait(false);
        var lost = new List<UncPath>();
        foreach (var (path, hash) in _doomed)
        {
            if (hash is not null && arrived.GetValueOrDefault(hash) is > 0 and var left) arrived[hash] = left - 1;
            else lost.Add(path);
        }

        return lost;
    }

    private string Text(List<UncPath> lost) => string.Create(
        CultureInfo.InvariantCulture,
        $"{lost.Count} of the {_known!.Files} files known of '{scope.Root}' would be deleted, for example {Quoted(lost.Take(Examples))}. ")
        + "Nothing of it was deleted, on either side; everything else was synchronised. "
        + $"If it is meant, call EmbeddedBackend.AllowMassDeletionAsync for '{scope.Root}' and synchronise again.";

    private static string Quoted(IEnumerable<UncPath> paths) => string.Join(", ", paths.Select(path => $"'{path}'"));

    /// <summary>Which items the baseline knew as files, without a list of them: the numbers of items only grow.</summary>
    /// <param name="Files">How many there were.</param>
    /// <param name="Last">The last item of the scope.</param>
    /// <param name="Others">What was in the scope and no such file.</param>
    private sealed record Known(long Files, long Last, HashSet<long> Others)
    {
        public bool IsFile(long id) => id <= Last && !Others.Contains(id);
    }
}

/// <summary>A deletion that has its turn at the end.</summary>
internal readonly record struct PlannedDeletion(SyncNode Node, SyncDecision Decision)
{
    /// <summary>A file that one of the sides still has goes.</summary>
    public bool IsLoss => Decision.Action switch
    {
        SyncAction.DeleteClient => Node.Row is { IsContainer: false, BaseKind: ItemKind.File },
        SyncAction.DeleteServer => Node.Entry is { Kind: ShareEntryKind.File },
        _ => false,
    };

    /// <summary>Both sides have lost it: only what is remembered of it goes.</summary>
    public bool IsRemembrance => Decision.Action == SyncAction.AdoptBaseline;
}
