using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class FindConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    [Test]
    public async Task An_item_is_found_whole_by_its_path_in_any_case()
    {
        await Cache.PinAsync(CacheScene.Plan2024);

        var item = await Scene.FindAsync(UncPath.Parse(@"\\SRV\Docs\PLANS\2024.TXT"));

        Assert.That((item.Path, item.ItemName, item.ItemType, item.LoadedMembers), Is.EqualTo((CacheScene.Plan2024, "2024.txt", OfflineFilesItemType.File, ItemMembers.All)));
        Assert.That(item.ParentItemPath, Is.EqualTo(CacheScene.Plans.ToString()));
        Assert.That(item.FileSysInfo!.LocalSize, Is.EqualTo("plan of 2024".Length));
        Assert.That((item.Sparse, item.ChangeInfo!.Dirty, item.ConnectionInfo!.ConnectState), Is.EqualTo(((bool?)false, false, ConnectState.Online)));
    }

    [Test]
    public async Task Each_type_of_item_carries_the_information_that_applies_to_it()
    {
        await Cache.PinAsync(CacheScene.Plan2024);
        var server = await Scene.FindAsync(CacheScene.Server);
        var share = await Scene.FindAsync(CacheScene.Share);
        var directory = await Scene.FindAsync(CacheScene.Plans);
        var file = await Scene.FindAsync(CacheScene.Plan2024);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { server, share, directory, file }.Select(item => item.ItemType), Is.EqualTo(new[]
            {
                OfflineFilesItemType.Server, OfflineFilesItemType.Share, OfflineFilesItemType.Directory, OfflineFilesItemType.File,
            }));
            Assert.That(new object?[] { server.PinInfo, server.ChangeInfo, server.ConnectionInfo, server.SuspendInfo, server.FileSysInfo, share.FileSysInfo }, Is.All.Null);
            Assert.That(new object?[] { share.PinInfo, share.ChangeInfo, share.ConnectionInfo, share.SuspendInfo, directory.FileSysInfo, file.FileSysInfo, file.DirtyInfo }, Is.All.Not.Null);
            Assert.That(new[] { server, share, directory }.Select(item => (item.DirtyInfo, item.Encrypted, item.Sparse)), Is.All.EqualTo(((DirtyInfo?)null, (bool?)null, (bool?)null)));
            Assert.That(server.ParentItemPath, Is.Null.Or.Empty);
        });
    }

    [Test]
    public async Task What_is_not_in_the_cache_is_null()
    {
        await Cache.PinAsync(CacheScene.Plan2024);

        Assert.That(await Cache.FindAsync(CacheScene.Gone), Is.Null);
        Assert.That(await Cache.FindAsync(CacheScene.Readme), Is.Null, "it is on the share, but nobody cached it");
        Assert.That(await Cache.FindAsync(UncPath.Parse(@"\\other\share")), Is.Null);
    }

    [Test]
    public async Task A_cancelled_look_up_ends_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThatAsync(
            () => Cache.FindAsync(CacheScene.Share, source.Token).AsTask(),
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
    }
}
