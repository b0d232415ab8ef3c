using NSubstitute;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>Options that make no sense are refused at the front door, before the backend hears of them.</summary>
[TestFixture]
public sealed class OperationOptionsTests
{
    private ICacheBackend _backend = null!;
    private OfflineFilesCache _cache = null!;

    [SetUp]
    public void OpenTheDoor()
    {
        _backend = Substitute.For<ICacheBackend>();
        _backend.Pushdown.Returns(PushdownProfile.Everything);
        _backend.Description.Returns(new BackendDescription("Test", "nothing"));
        _cache = new OfflineFilesCache(_backend);
        _backend.ClearReceivedCalls();
    }

    [TearDown]
    public async Task CloseTheDoor()
    {
        await _cache.DisposeAsync();
        await _backend.DisposeAsync();
    }

    private static IEnumerable<TestCaseData> BadCalls()
    {
        static TestCaseData Case(string name, Func<OfflineFilesCache, Task> call, string option, string message) =>
            new TestCaseData(call, option, message).SetArgDisplayNames(name);

        UncPath path = @"\\srv\share";
        yield return Case("pin without a reason", cache => cache.PinAsync(path, new() { Flags = PinControlFlags.Fill }), "PinOptions.Flags",
            "PinOptions.Flags is Fill, which names no reason. Add ForUser, ForUserPolicy, ForAll or ForRedirection.");
        yield return Case("pin with an unknown bit", cache => cache.PinAsync(path, new() { Flags = PinControlFlags.ForUser | (PinControlFlags)0x2 }), "PinOptions.Flags",
            "PinOptions.Flags has 0x2, which means nothing for this operation. Use only Fill, PinLinkTargets, ForUser, ForUserPolicy, ForAll, "
            + "ForRedirection, LowPriority, AsyncProgress, Interactive, Console, Background.");
        yield return Case("unpin with Fill", cache => cache.UnpinAsync(path, new() { Flags = PinControlFlags.ForUser | PinControlFlags.Fill }), "UnpinOptions.Flags",
            "UnpinOptions.Flags has 0x1, which means nothing for this operation. Use only ForUser, ForUserPolicy, ForAll, "
            + "ForRedirection, LowPriority, AsyncProgress, Interactive, Console, Background.");
        yield return Case("unpin without a reason", cache => cache.UnpinAsync(path, new() { Flags = PinControlFlags.None }), "UnpinOptions.Flags",
            "UnpinOptions.Flags is None, which names no reason. Add ForUser, ForUserPolicy, ForAll or ForRedirection.");
        yield return Case("sync that moves nothing", cache => cache.SynchronizeAsync(path, new() { Flags = SyncControlFlags.PinNewFiles }), "SyncOptions.Flags",
            "SyncOptions.Flags is PinNewFiles, which moves nothing. Add SyncIn, SyncOut or FillSparse.");
        yield return Case("new files to pin, none coming in", cache => cache.SynchronizeAsync(path, new() { Flags = SyncControlFlags.SyncOut | SyncControlFlags.PinNewFiles }),
            "SyncOptions.Flags", "SyncOptions.Flags has PinNewFiles without SyncIn, so there would be no new files to pin. Add SyncIn.");
        yield return Case("no new files out, nothing going out", cache => cache.SynchronizeAsync(path, new() { Flags = SyncControlFlags.SyncIn | SyncControlFlags.NoNewFilesOut }),
            "SyncOptions.Flags", "SyncOptions.Flags has NoNewFilesOut without SyncOut, so nothing would go out anyway. Add SyncOut or leave it out.");
        yield return Case("conflict policy that is none", cache => cache.SynchronizeAsync(path, new() { ConflictPolicy = (SyncConflictPolicy)0x40000000 }),
            "SyncOptions.ConflictPolicy", "SyncOptions.ConflictPolicy is 0x40000000, which is no policy. Use Log, KeepLocal, KeepRemote or KeepLatest.");
        yield return Case("conflict policy among the flags", cache => cache.SynchronizeAsync(path, new() { Flags = SyncControlFlags.SyncIn | (SyncControlFlags)0x10000000 }),
            "SyncOptions.Flags", "SyncOptions.Flags has 0x10000000, which means nothing for this operation. Use only FillSparse, SyncIn, SyncOut, PinNewFiles, "
            + "PinLinkTargets, PinForUser, PinForUserPolicy, PinForAll, PinForRedirection, LowPriority, AsyncProgress, Interactive, Console, SkipSuspendedDirs, "
            + "Background, NoNewFilesOut.");
        yield return Case("sync of all shares that moves nothing", cache => cache.SynchronizeAsync(new SyncOptions { Flags = SyncControlFlags.None }), "SyncOptions.Flags",
            "SyncOptions.Flags is None, which moves nothing. Add SyncIn, SyncOut or FillSparse.");
        yield return Case("delete with an unknown bit", cache => cache.DeleteItemsAsync(path, new() { Flags = (DeleteFlags)0x8 }), "DeleteOptions.Flags",
            "DeleteOptions.Flags has 0x8, which means nothing for this operation. Use only NoAutoCached, NoPinned, DeleteModified, Admin.");
        yield return Case("offline with an unknown bit", cache => cache.TransitionOfflineAsync(path, new() { Flags = (TransitionFlags)0x4 }), "TransitionFlags",
            "TransitionFlags has 0x4, which means nothing for this operation. Use only Interactive, Console.");
        yield return Case("online with an unknown bit", cache => cache.TransitionOnlineAsync(path, (TransitionFlags)0x8), "TransitionFlags",
            "TransitionFlags has 0x8, which means nothing for this operation. Use only Interactive, Console.");
        yield return Case("encrypt with an unknown bit", cache => cache.EncryptAsync(true, (EncryptionControlFlags)0x1), "EncryptionControlFlags",
            "EncryptionControlFlags has 0x1, which means nothing for this operation. Use only LowPriority, AsyncProgress, Interactive, Console, Background.");
        yield return Case("two faults of one option", cache => cache.SynchronizeAsync(
            path, new() { Flags = SyncControlFlags.FillSparse | SyncControlFlags.PinNewFiles | SyncControlFlags.NoNewFilesOut }), "SyncOptions.Flags",
            "SyncOptions.Flags has PinNewFiles without SyncIn, so there would be no new files to pin. Add SyncIn. "
            + "SyncOptions.Flags has NoNewFilesOut without SyncOut, so nothing would go out anyway. Add SyncOut or leave it out.");
        yield return Case("faults of two options", cache => cache.SynchronizeAsync(
            path, new() { Flags = SyncControlFlags.None, ConflictPolicy = (SyncConflictPolicy)0x40000000 }), "SyncOptions.Flags, SyncOptions.ConflictPolicy",
            "SyncOptions.Flags is None, which moves nothing. Add SyncIn, SyncOut or FillSparse. "
            + "SyncOptions.ConflictPolicy is 0x40000000, which is no policy. Use Log, KeepLocal, KeepRemote or KeepLatest.");
        yield return Case("unpin with an unknown bit and without a reason", cache => cache.UnpinAsync(path, new() { Flags = PinControlFlags.Fill }), "UnpinOptions.Flags",
            "UnpinOptions.Flags has 0x1, which means nothing for this operation. Use only ForUser, ForUserPolicy, ForAll, "
            + "ForRedirection, LowPriority, AsyncProgress, Interactive, Console, Background. "
            + "UnpinOptions.Flags is Fill, which names no reason. Add ForUser, ForUserPolicy, ForAll or ForRedirection.");
        yield return Case("no path", cache => cache.PinAsync([]), "paths", "No path was given. Name at least one item.");
        yield return Case("a null among the paths", cache => cache.PinAsync([path, null!]), "paths", "Path 1 of 2 is null. Name an item.");
    }

    [TestCaseSource(nameof(BadCalls))]
    public async Task Options_without_meaning_are_refused_and_the_backend_is_not_asked(Func<OfflineFilesCache, Task> call, string option, string message)
    {
        var error = await Assert.ThrowsAsync<InvalidOptionsException>(async () => await call(_cache));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Option, Is.EqualTo(option));
            Assert.That(error.Message, Is.EqualTo(message));
            Assert.That(_backend.ReceivedCalls(), Is.Empty);
        });
    }

    [Test]
    public void The_defaults_are_what_a_user_expects()
    {
        Assert.Multiple(() =>
        {
            Assert.That(PinOptions.Default, Is.EqualTo(new PinOptions { Flags = PinControlFlags.ForUser | PinControlFlags.Fill, Deep = true }));
            Assert.That(UnpinOptions.Default, Is.EqualTo(new UnpinOptions { Flags = PinControlFlags.ForUser, Deep = true }));
            Assert.That(SyncOptions.Default.ConflictPolicy, Is.EqualTo(SyncConflictPolicy.Log));
            Assert.That(SyncOptions.Default.Flags, Is.EqualTo(
                SyncControlFlags.SyncIn | SyncControlFlags.SyncOut | SyncControlFlags.PinNewFiles | SyncControlFlags.PinForUser));
            Assert.That(DeleteOptions.Default.Flags, Is.EqualTo(DeleteFlags.None));
            Assert.That(OfflineTransitionOptions.Default.Force, Is.False);
        });
    }
}
