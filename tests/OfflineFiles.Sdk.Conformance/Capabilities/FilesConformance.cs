using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class FilesConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.Files;

    [Test]
    public Task Online_a_change_is_on_the_share_when_the_call_returns() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);

        await Cache.Files.WriteAllTextAsync(CacheScene.Readme, "written through");

        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Readme), Is.EqualTo("written through"));
        Assert.That(await Cache.Files.ReadAllTextAsync(CacheScene.Readme), Is.EqualTo("written through"));
    });

    [Test]
    public Task A_writer_that_is_not_committed_leaves_everything_as_it_was() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Share);

        await using (var writer = await Cache.Files.OpenWriteAsync(CacheScene.Readme, FileWriteMode.CreateOrReplace)) await writer.WriteAsync("half"u8.ToArray());

        Assert.That(await Cache.Files.ReadAllTextAsync(CacheScene.Readme), Is.EqualTo("read me"));
        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Readme), Is.EqualTo("read me"));
    });

    [Test]
    public Task What_is_nowhere_is_not_found() => RuleAsync(async () =>
    {
        await Assert.ThatAsync(() => Cache.Files.ReadAllTextAsync(CacheScene.Gone), Throws.TypeOf<ItemNotFoundException>());
        Assert.That(await Cache.Files.FindAsync(CacheScene.Gone), Is.Null);
    });

    protected override Task AttemptAsync() => Cache.Files.FindAsync(CacheScene.Readme);
}
