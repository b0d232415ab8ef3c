using NSubstitute;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Tests.Operations;

[TestFixture]
public sealed class OfflineFilesCacheTests
{
    private static ICacheBackend Backend()
    {
        var backend = Substitute.For<ICacheBackend>();
        backend.Pushdown.Returns(PushdownProfile.Everything);
        backend.Description.Returns(new BackendDescription("Test", "nothing"));
        return backend;
    }

    [Test]
    public async Task Disposing_the_cache_disposes_a_backend_it_owns_once()
    {
        var backend = Backend();
        var cache = new OfflineFilesCache(backend);

        await cache.DisposeAsync();
        await cache.DisposeAsync();

        await backend.Received(1).DisposeAsync();
    }

    [Test]
    public async Task Disposing_the_cache_leaves_a_backend_it_does_not_own_alone()
    {
        var backend = Backend();
        var cache = new OfflineFilesCache(backend, ownsBackend: false);

        await cache.DisposeAsync();

        await backend.DidNotReceive().DisposeAsync();
    }

    private static IEnumerable<TestCaseData> Uses()
    {
        UncPath path = @"\\srv\share";
        static TestCaseData Case(string name, Func<OfflineFilesCache, object?> use) => new TestCaseData(use).SetArgDisplayNames(name);
        yield return Case("Changes", cache => cache.Changes);
        yield return Case("WhatIf", cache => cache.WhatIf);
        yield return Case("Files", cache => cache.Files);
        yield return Case("Configuration", cache => cache.Configuration);
        yield return Case("FindAsync", cache => cache.FindAsync(path));
        yield return Case("GetAsync", cache => cache.GetAsync());
        yield return Case("PinAsync", cache => cache.PinAsync(path));
        yield return Case("UnpinAsync", cache => cache.UnpinAsync(path));
        yield return Case("SynchronizeAsync", cache => cache.SynchronizeAsync(path));
        yield return Case("DeleteItemsAsync", cache => cache.DeleteItemsAsync(path));
        yield return Case("SuspendRootAsync", cache => cache.SuspendRootAsync(path));
        yield return Case("ResumeRootAsync", cache => cache.ResumeRootAsync(path));
        yield return Case("TransitionOfflineAsync", cache => cache.TransitionOfflineAsync(path));
        yield return Case("TransitionOnlineAsync", cache => cache.TransitionOnlineAsync(path));
        yield return Case("RenameItemAsync", cache => cache.RenameItemAsync(path, path));
        yield return Case("RenameItemExAsync", cache => cache.RenameItemExAsync(path, path));
        yield return Case("EncryptAsync", cache => cache.EncryptAsync(true));
        yield return Case("EnableAsync", cache => cache.EnableAsync(true));
    }

    [TestCaseSource(nameof(Uses))]
    public async Task A_disposed_cache_refuses_everything(Func<OfflineFilesCache, object?> use)
    {
        var cache = new OfflineFilesCache(Backend());
        await cache.DisposeAsync();

        Assert.That(() => use(cache), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task What_a_backend_does_not_override_is_refused_with_its_name_and_reason()
    {
        var backend = Substitute.ForPartsOf<CacheBackend>();
        backend.Description.Returns(new BackendDescription("Plain", "nothing"));
        backend.Pushdown.Returns(PushdownProfile.Nothing);
        await using var cache = new OfflineFilesCache(backend);
        UncPath path = @"\\srv\share";

        Assert.Multiple(() =>
        {
            Assert.That(async () => await cache.EncryptAsync(true), Throws.TypeOf<OperationNotSupportedException>()
                .With.Message.EqualTo("The Plain backend does not support Encrypt. It has not been built to."));
            Assert.That(async () => await cache.PinAsync(path), Throws.TypeOf<OperationNotSupportedException>());
            Assert.That(() => cache.Changes, Throws.TypeOf<OperationNotSupportedException>());
            Assert.That(() => cache.Files, Throws.TypeOf<OperationNotSupportedException>());
            Assert.That(() => cache.Configuration, Throws.TypeOf<OperationNotSupportedException>());
        });
    }

    [Test]
    public void A_report_that_failed_becomes_an_exception_that_names_the_first_failure()
    {
        var report = new OperationReport
        {
            Operation = OfflineFilesOperation.Pin,
            Outcomes =
            [
                new() { Path = @"\\srv\share\a", Status = OutcomeStatus.Done },
                new() { Path = @"\\srv\share\b", Status = OutcomeStatus.Failed, Message = "It is locked." },
                new() { Path = @"\\srv\share\c", Status = OutcomeStatus.Failed, NativeCode = unchecked((int)0x80070005) },
            ],
        };

        Assert.Multiple(() =>
        {
            Assert.That(report.Succeeded, Is.False);
            Assert.That(report.ToString(), Is.EqualTo("Pin: 1 Done, 2 Failed"));
            Assert.That(report.ThrowIfFailed, Throws.TypeOf<OperationFailedException>()
                .With.Message.EqualTo(@"Pin failed for 2 of 3 items, first for \\srv\share\b: It is locked. The report holds them all."));
        });
    }

    [Test]
    public void A_transition_that_open_files_prevented_did_not_succeed()
    {
        var report = new OperationReport { Operation = OfflineFilesOperation.TransitionOffline, Outcomes = [], BlockedByOpenFiles = true };

        Assert.That(report.ThrowIfFailed, Throws.TypeOf<OperationFailedException>()
            .With.Message.EqualTo("TransitionOffline did nothing: files that are not cached are open. Close them, or use Force."));
    }
}
