using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class DisposalConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    private static IEnumerable<TestCaseData<string, Func<OfflineFilesCache, Task>>> Members() =>
    [
        new("Find", cache => cache.FindAsync(CacheScene.Share).AsTask()),
        new("Get", cache => cache.GetAsync()),
        new("Pin", cache => cache.PinAsync(CacheScene.Share)),
        new("Unpin", cache => cache.UnpinAsync(CacheScene.Share)),
        new("Synchronize", cache => cache.SynchronizeAsync(CacheScene.Share)),
        new("Synchronize all", cache => cache.SynchronizeAsync()),
        new("DeleteItems", cache => cache.DeleteItemsAsync(CacheScene.Share)),
        new("SuspendRoot", cache => cache.SuspendRootAsync(CacheScene.Share)),
        new("ResumeRoot", cache => cache.ResumeRootAsync(CacheScene.Share)),
        new("TransitionOffline", cache => cache.TransitionOfflineAsync(CacheScene.Share)),
        new("TransitionOnline", cache => cache.TransitionOnlineAsync(CacheScene.Share)),
        new("RenameItem", cache => cache.RenameItemAsync(CacheScene.Share, CacheScene.Gone)),
        new("RenameItemEx", cache => cache.RenameItemExAsync(CacheScene.Share, CacheScene.Gone)),
        new("Encrypt", cache => cache.EncryptAsync(true)),
        new("Enable", cache => cache.EnableAsync(true)),
        new("Changes", cache => Task.FromResult(cache.Changes)),
        new("Query", cache => Task.FromResult(cache.Query($"SELECT * FROM Win32_OfflineFilesItem"))),
        new("Query schema", cache => cache.Query(new WqlSchemaQuery()).ToListAsync()),
        new("Query text", cache => Task.FromResult(cache.QueryText("SELECT * FROM Win32_OfflineFilesItem"))),
        new("AssociatedItems", cache => cache.AssociatedItems.ToListAsync()),
        new("Files", cache => Task.FromResult(cache.Files)),
    ];

    [TestCaseSource(nameof(Members))]
    public async Task After_disposal_a_member_says_so(string member, Func<OfflineFilesCache, Task> use)
    {
        await Cache.DisposeAsync();

        await Assert.ThatAsync(() => use(Cache), Throws.TypeOf<ObjectDisposedException>(), member);
    }

    [Test]
    public async Task Disposing_again_does_nothing()
    {
        await Cache.DisposeAsync();

        await Assert.ThatAsync(() => Cache.DisposeAsync().AsTask(), Throws.Nothing);
        await Assert.ThatAsync(() => Scene.Backend.DisposeAsync().AsTask(), Throws.Nothing);
    }

    [Test]
    public async Task The_backend_itself_says_so_too()
    {
        await Cache.DisposeAsync();

        Assert.That(() => Scene.Backend.QueryItemsAsync(new WqlSelectQuery(OfflineFilesSchema.Item.Name), CancellationToken.None), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => Scene.Backend.QueryRowsAsync(new WqlSchemaQuery(), CancellationToken.None), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => Scene.Backend.FindItemAsync(CacheScene.Share, CancellationToken.None).AsTask(), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => Scene.Backend.PinAsync([CacheScene.Share], PinOptions.Default, null, CancellationToken.None), Throws.TypeOf<ObjectDisposedException>());
    }
}
