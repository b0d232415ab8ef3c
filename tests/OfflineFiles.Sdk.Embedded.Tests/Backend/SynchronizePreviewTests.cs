namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Previews of synchronisations that are not about the random edits of the laws.</summary>
[TestFixture]
internal sealed class SynchronizePreviewTests
{
    [Test]
    public async Task A_recorded_conflict_is_called_one()
    {
        await using var test = await TestCache.OpenAsync(("a", "a"), ("b", "b"));
        await using var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a", "mine");
        test.Put("a", "theirs");
        await test.OnlineAsync();
        var before = (await cache.WhatIf.SynchronizeAsync(TestCache.At("a"))).Items.Single();
        await test.SyncAsync();

        var item = (await cache.WhatIf.SynchronizeAsync(TestCache.At("a"))).Items.Single();

        Assert.That((before.Verdict, before.Reason), Is.EqualTo((PreviewVerdict.WouldChange, "Its changes would go to the server, unless it changed there too: then a conflict would be recorded.")));
        Assert.That((item.Verdict, item.Reason), Is.EqualTo((PreviewVerdict.WouldBeSpared, "It is a recorded conflict. Log leaves both sides as they are, unless they have come to agree: settle it on one side and synchronise again.")));
        Assert.That((await test.SyncAsync(relative: "a")).Outcomes.Single().Status, Is.EqualTo(OutcomeStatus.Conflict));
    }

    [TestCase(SyncConflictPolicy.KeepLocal)]
    [TestCase(SyncConflictPolicy.KeepRemote)]
    [TestCase(SyncConflictPolicy.KeepLatest)]
    public async Task A_policy_that_the_synchronisation_refuses_its_preview_refuses(SyncConflictPolicy policy)
    {
        await using var test = await TestCache.OpenAsync(("a", "a"));
        await using var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);
        await test.PinAsync();
        var options = new SyncOptions { ConflictPolicy = policy };

        var refused = await Assert.ThrowsAsync<OperationNotSupportedException>(() => cache.SynchronizeAsync(options));

        await Assert.ThatAsync(() => cache.WhatIf.SynchronizeAsync(options), Throws.TypeOf<OperationNotSupportedException>().With.Message.EqualTo(refused!.Message));
        await Assert.ThatAsync(() => cache.WhatIf.SynchronizeAsync(TestCache.Share, options), Throws.TypeOf<OperationNotSupportedException>());
    }

    [Test]
    public async Task Of_an_offline_share_nothing_is_promised()
    {
        await using var test = await TestCache.OpenAsync(("a", "a"), ("sparse", "s"));
        await using var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);
        await test.PinAsync(options: new PinOptions { Flags = PinControlFlags.ForUser });
        await test.PinAsync("a");
        await test.OfflineAsync();
        await test.WriteAsync("a", "mine");

        var preview = await cache.WhatIf.SynchronizeAsync(TestCache.Share);
        var report = await cache.SynchronizeAsync(TestCache.Share);

        Assert.That(preview.Items.Select(item => item.Verdict), Has.Exactly(3).Items.And.All.EqualTo(PreviewVerdict.Unknown));
        Assert.That(preview.Items.Select(item => item.Reason), Is.All.StartsWith("It is offline because it was asked to be."));
        Assert.That(preview.WouldChange, Is.False);
        Assert.That(report.Outcomes.Single().Status, Is.EqualTo(OutcomeStatus.Failed));
    }

    [Test]
    public async Task What_is_not_in_the_cache_may_be_brought_there()
    {
        await using var test = await TestCache.OpenAsync(("a", "a"));
        await using var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);
        await test.PinAsync();
        test.Put("new", "new");

        var preview = await cache.WhatIf.SynchronizeAsync([TestCache.At("new"), TestCache.At("none")]);
        var report = await cache.SynchronizeAsync([TestCache.At("new"), TestCache.At("none")]);

        Assert.That(preview.Items.Select(item => item.Verdict), Is.All.EqualTo(PreviewVerdict.Unknown));
        Assert.That(report.Outcomes.Select(outcome => outcome.Status), Is.EqualTo(new[] { OutcomeStatus.Done, OutcomeStatus.Failed }));
    }
}
