using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class EncryptConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.Encrypt;

    [Test]
    public Task Cached_files_are_encrypted_and_decrypted_and_stay_readable() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);

        await Cache.EncryptAsync(true);
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).Encrypted, Is.True);
        Assert.That(await Scene.ReadLocallyAsync(CacheScene.Readme), Is.EqualTo("read me"));

        await Cache.EncryptAsync(false);
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).Encrypted, Is.False);
    });

    protected override Task AttemptAsync() => Cache.EncryptAsync(true);
}
