using System.Runtime.CompilerServices;
using NSubstitute;
using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace Documentation.Pages;

// <page>
/// <summary>A cache of fixed items: it answers every query, and refuses every operation.</summary>
public sealed class ItemsBackend(params OfflineFilesItem[] items) : CacheBackend, ISynchronousQueryBackend
{
    private readonly CacheChangeHub _changes = new();

    public override BackendDescription Description { get; } = new("Items", "a test");
    public override BackendCapabilities Capabilities => BackendCapabilities.SynchronousQueries | BackendCapabilities.Changes;
    public override PushdownProfile Pushdown => PushdownProfile.Everything;
    public override IObservable<CacheChange> Changes => _changes;

    public void Publish(params CacheChange[] changes) => _changes.Publish(changes);

    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query) =>
        query.Where is null ? items : items.Where(WqlCompiler.Compile(query.Where, ItemProperties.Instance));

    public OfflineFilesItem? FindItem(UncPath path) => Array.Find(items, item => item.Path == path);

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(
        WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in QueryItems(query))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) => new(FindItem(path));

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new OfflineFilesCacheState { Enabled = true, Active = true });

    public override ValueTask DisposeAsync()
    {
        _changes.Complete();
        return default;
    }
}
// </page>

/// <summary>That the page about tests shows code that compiles, and what it prints.</summary>
[TestFixture]
public sealed class TestingPageTests
{
    private static readonly DocumentPage Page = new("testing.md");

    [Test]
    public void The_code_on_the_page_is_code_that_compiles() => Assert.That(Page.Code, Is.EqualTo(Page.CodeOfTest));

    [Test]
    public void The_usings_on_the_page_are_enough() => Assert.That(Page.UsingsOfTest, Is.EquivalentTo(Page.Usings));

    [Test]
    public async Task The_code_on_the_page_prints_what_the_page_says()
    {
        var output = new StringWriter();
        await OverItemsAsync(output);
        await OverSubstituteAsync(output);
        Directory.Delete(await OverDirectoriesAsync(output), recursive: true);

        Assert.That(DocumentPage.Lines(output), Is.EqualTo(Page.Output), DocumentPage.Lines(output));
    }

    [Test]
    public async Task The_fake_backend_enumerates_both_ways_and_reports_changes()
    {
        var backend = new ItemsBackend(new OfflineFilesItem(@"\\srv\docs\a", OfflineFilesItemType.File), new OfflineFilesItem(@"\\srv\docs", OfflineFilesItemType.Share));
        await using var cache = new OfflineFilesCache(backend);
        var told = new TaskCompletionSource<CacheChange>();
        using var subscription = cache.Changes.Subscribe(new Listener(told));

        backend.Publish(new CacheChange { Kind = CacheChangeKind.ItemModified, Path = @"\\srv\docs\a" });

        Assert.That((await told.Task).Path, Is.EqualTo((UncPath)@"\\srv\docs\a"));
        Assert.That(cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File).ToList(), Has.One.Items);
        Assert.That(await cache.Items.Where(i => i.ItemName == "DOCS").CountAsync(), Is.EqualTo(1));
        await Assert.ThatAsync(() => cache.PinAsync(@"\\srv\docs"), Throws.TypeOf<OperationNotSupportedException>());
    }

    private static async Task OverItemsAsync(TextWriter Console)
    {
        // <page>
        await using var cache = new OfflineFilesCache(new ItemsBackend(
            new OfflineFilesItem(@"\\fileserver\projects\a.txt", OfflineFilesItemType.File) { ChangeInfo = new ChangeInfo { Dirty = true } },
            new OfflineFilesItem(@"\\fileserver\projects\b.txt", OfflineFilesItemType.File) { ChangeInfo = new ChangeInfo() }));

        var dirty = cache.Items.Where(i => i.ChangeInfo!.Dirty).Select(i => i.ItemName);
        Console.WriteLine(dirty.ToWql());
        Console.WriteLine(string.Join(", ", await dirty.ToListAsync()));
        // </page>
    }

    private static async Task OverSubstituteAsync(TextWriter Console)
    {
        // <page>
        var backend = Substitute.For<ICacheBackend>();
        backend.Description.Returns(new BackendDescription("Substitute", "a test"));
        backend.Pushdown.Returns(PushdownProfile.Everything);
        backend.PinAsync(default!, default!, default, default).ReturnsForAnyArgs(call => new OperationReport
        {
            Operation = OfflineFilesOperation.Pin,
            Outcomes =
            [
                .. call.Arg<IReadOnlyList<UncPath>>().Select(path =>
                    new ItemOutcome { Path = path, Status = OutcomeStatus.Failed, Message = "The share is offline." }),
            ],
        });
        await using var cache = new OfflineFilesCache(backend);

        var report = await cache.PinAsync(@"\\fileserver\projects\a.txt");

        Console.WriteLine(report.Outcomes[0]);
        await backend.ReceivedWithAnyArgs(1).PinAsync(default!, default!, default, default);
        // </page>
    }

    private static async Task<string> OverDirectoriesAsync(TextWriter Console)
    {
        // <page>
        var home = Directory.CreateTempSubdirectory("offlinefiles-test-").FullName;
        var share = Directory.CreateDirectory(Path.Combine(home, "share")).FullName;
        await File.WriteAllTextAsync(Path.Combine(share, "plan.txt"), "first");
        await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
        {
            CacheDirectory = Path.Combine(home, "cache"),
            Shares = [new ShareMapping(@"\\fileserver\projects", share)],
        }));
        await cache.PinAsync(@"\\fileserver\projects");

        await cache.TransitionOfflineAsync(@"\\fileserver\projects");
        await cache.Files.WriteAllTextAsync(@"\\fileserver\projects\plan.txt", "mine");
        await File.WriteAllTextAsync(Path.Combine(share, "plan.txt"), "theirs, meanwhile");
        await cache.TransitionOnlineAsync(@"\\fileserver\projects");
        var report = await cache.SynchronizeAsync();

        Console.WriteLine(report);
        Console.WriteLine((await cache.FindAsync(@"\\fileserver\projects\plan.txt"))!.WhyDirty);
        // </page>
        return home;
    }

    private sealed class Listener(TaskCompletionSource<CacheChange> told) : IObserver<CacheChange>
    {
        public void OnNext(CacheChange value) => told.TrySetResult(value);

        public void OnError(Exception error) => told.TrySetException(error);

        public void OnCompleted() => told.TrySetCanceled();
    }
}
