using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Objects;

/// <summary>A backend over items in memory that counts whatever is asked of it.</summary>
internal sealed class CountingBackend(params OfflineFilesItem[] items) : CacheBackend, ISynchronousQueryBackend
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public bool IsDisposed { get; private set; }

    public override BackendDescription Description { get; } = new("Counting", "items of a test");

    public override BackendCapabilities Capabilities => BackendCapabilities.Pin | BackendCapabilities.SynchronousQueries;

    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    public override IObservable<CacheChange> Changes => throw Counted();

    public override ICacheFiles Files => throw Counted();

    public override ICacheConfiguration Configuration => throw Counted();

    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query)
    {
        Interlocked.Increment(ref _calls);
        var matches = query.Where is null ? _ => true : WqlCompiler.Compile(query.Where, ItemProperties.Instance);
        return items.Where(matches).Select(item => query.Properties.Count == 0 ? item : Narrow(item, query));
    }

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in QueryItems(query))
        {
            await Task.Yield();
            yield return item;
        }
    }

    public OfflineFilesItem? FindItem(UncPath path)
    {
        Interlocked.Increment(ref _calls);
        return items.FirstOrDefault(item => item.Path == path);
    }

    public override async ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return FindItem(path);
    }

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return Task.FromResult(new OfflineFilesCacheState { Enabled = true, Active = true, Location = "memory" });
    }

    public override Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return Task.FromResult(new OperationReport
        {
            Operation = OfflineFilesOperation.Pin,
            Outcomes = [.. paths.Select(path => new ItemOutcome { Path = path, Status = OutcomeStatus.Failed, Error = Samples.Thrown() })],
            StartedAt = Samples.Time,
            Duration = TimeSpan.FromSeconds(1.5),
            NativeCode = unchecked((int)0x80070005),
            RestartRequired = false,
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await Task.Yield();
        IsDisposed = true;
    }

    private InvalidOperationException Counted()
    {
        Interlocked.Increment(ref _calls);
        return new InvalidOperationException("Not while something is shown.");
    }

    private static OfflineFilesItem Narrow(OfflineFilesItem item, WqlSelectQuery query)
    {
        var narrow = new OfflineFilesItem(item.ItemPath)
        {
            LoadedMembers = query.Properties.Aggregate(ItemMembers.ItemPath, (all, property) => all | ItemProperties.Instance.Find(property)!.Member),
            Origin = query.ToString(),
        };
        foreach (var property in ItemProperties.Instance.OfItem.Where(property => narrow.LoadedMembers.HasFlag(property.Member) && !property.Schema.IsKey))
        {
            var member = typeof(OfflineFilesItem).GetProperty(property.Schema.Name)!;
            member.SetValue(narrow, member.GetValue(item));
        }

        return narrow;
    }
}
