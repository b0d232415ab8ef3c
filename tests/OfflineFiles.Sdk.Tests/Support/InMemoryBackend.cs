using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>A backend over rows in memory: answers WQL as its profile promises, and remembers what it was asked.</summary>
internal class InMemoryBackend(IEnumerable<OfflineFilesItem> rows, PushdownProfile profile) : CacheBackend, ISynchronousQueryBackend
{
    public List<string> Queries { get; } = [];

    public List<UncPath> LookedUp { get; } = [];

    /// <summary>Both, in their order, as Explain shows them.</summary>
    public List<string> Asked { get; } = [];

    public int RowsRead { get; private set; }

    public int OpenStreams { get; private set; }

    public override BackendDescription Description { get; } = new("InMemory", "rows of a test");

    public BackendCapabilities More { get; init; }

    public override BackendCapabilities Capabilities => BackendCapabilities.SynchronousQueries | More;

    public override PushdownProfile Pushdown { get; } = profile;

    protected IReadOnlyList<OfflineFilesItem> Rows { get; } = [.. rows];

    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query)
    {
        Check(query);
        Queries.Add(query.ToString());
        Asked.Add(query.ToString());
        var matches = query.Where is null ? _ => true : WqlCompiler.Compile(query.Where, ItemProperties.Instance);
        OpenStreams++;
        try
        {
            foreach (var row in Candidates(query))
            {
                if (!matches(row)) continue;
                RowsRead++;
                yield return Narrow(row, query);
            }
        }
        finally
        {
            OpenStreams--;
        }
    }

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in QueryItems(query))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public OfflineFilesItem? FindItem(UncPath path)
    {
        LookedUp.Add(path);
        Asked.Add(ShownRequests.LookUp(path.ToString()));
        return Rows.FirstOrDefault(row => row.Path == path);
    }

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) => new(FindItem(path));

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new OfflineFilesCacheState { Enabled = true, Active = true });

    public override ValueTask DisposeAsync() => default;

    protected virtual IEnumerable<OfflineFilesItem> Candidates(WqlSelectQuery query) => Rows;

    private static OfflineFilesItem Narrow(OfflineFilesItem row, WqlSelectQuery query)
    {
        if (query.Properties.Count == 0) return row;
        var members = query.Properties.Aggregate(ItemMembers.ItemPath, (all, property) => all | ItemProperties.Instance.Find(property)!.Member);
        return new OfflineFilesItem(row.ItemPath)
        {
            LoadedMembers = members,
            Origin = query.ToString(),
            ParentItemPath = members.HasFlag(ItemMembers.ParentItemPath) ? row.ParentItemPath : null,
            ItemName = members.HasFlag(ItemMembers.ItemName) ? row.ItemName : "",
            ItemType = members.HasFlag(ItemMembers.ItemType) ? row.ItemType : default,
            FileSysInfo = members.HasFlag(ItemMembers.FileSysInfo) ? row.FileSysInfo : null,
            PinInfo = members.HasFlag(ItemMembers.PinInfo) ? row.PinInfo : null,
            ChangeInfo = members.HasFlag(ItemMembers.ChangeInfo) ? row.ChangeInfo : null,
            ConnectionInfo = members.HasFlag(ItemMembers.ConnectionInfo) ? row.ConnectionInfo : null,
            SuspendInfo = members.HasFlag(ItemMembers.SuspendInfo) ? row.SuspendInfo : null,
            DirtyInfo = members.HasFlag(ItemMembers.DirtyInfo) ? row.DirtyInfo : null,
            Encrypted = members.HasFlag(ItemMembers.Encrypted) ? row.Encrypted : null,
            Sparse = members.HasFlag(ItemMembers.Sparse) ? row.Sparse : null,
            InConflict = members.HasFlag(ItemMembers.InConflict) ? row.InConflict : null,
        };
    }

    // Whoever pushes what the profile refuses has broken the contract, and the test shall say so.
    private void Check(WqlSelectQuery query)
    {
        Assert.That(query.Where?.TermCount ?? 0, Is.AtMost(Pushdown.MaxTerms), $"longer than the profile allows: {query}");
        foreach (var conjunct in query.Where is WqlAnd and ? and.Operands : query.Where is null ? [] : [query.Where])
            Assert.That(Pushdown.Judge(conjunct).Reason, Is.Null, $"pushed in spite of the profile: {conjunct}");
    }
}
