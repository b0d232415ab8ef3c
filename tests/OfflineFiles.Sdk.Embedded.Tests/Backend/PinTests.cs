namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

[TestFixture]
internal sealed class PinTests
{
    [Test]
    public async Task Pinning_a_share_with_fill_caches_everything_below_it()
    {
        await using var test = await TestCache.OpenAsync((@"a.txt", "alpha"), (@"sub\b.txt", "beta"));

        var report = await test.PinAsync();

        Assert.That(report.Succeeded, Is.True);
        Assert.That(report.Outcomes.Select(outcome => outcome.Path.ToString()), Is.EqualTo(new[]
        {
            @"\\srv\docs", @"\\srv\docs\a.txt", @"\\srv\docs\sub", @"\\srv\docs\sub\b.txt",
        }));
        var file = await test.ItemAsync(@"sub\b.txt");
        Assert.That(file.Sparse, Is.False);
        Assert.That(file.PinInfo!.PinnedForUser, Is.EqualTo(PinState.Pinned));
        Assert.That(file.FileSysInfo!.LocalSize, Is.EqualTo(4));
        Assert.That((await test.ItemAsync("sub")).PinInfo!.PinnedForUser, Is.EqualTo(PinState.PinnedInherit));
        Assert.That(await test.ReadAsync(@"sub\b.txt"), Is.EqualTo("beta"));
    }

    [Test]
    public async Task Without_fill_a_file_is_pinned_and_sparse_until_it_is_synchronised()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "alpha"));
        await test.PinAsync("a.txt", new PinOptions { Flags = PinControlFlags.ForAll });

        var before = await test.ItemAsync("a.txt");
        await test.SyncAsync(SyncControlFlags.FillSparse);
        var after = await test.ItemAsync("a.txt");

        Assert.That((before.Sparse, before.PinInfo!.PinnedForComputer, before.DirtyInfo!.RemoteDirtyByteCount), Is.EqualTo((true, PinState.Pinned, 5)));
        Assert.That((after.Sparse, after.DirtyInfo!.RemoteDirtyByteCount), Is.EqualTo((false, 0)));
    }

    [Test]
    public async Task Only_what_was_named_is_pinned_and_what_is_above_gets_rows()
    {
        await using var test = await TestCache.OpenAsync((@"x\y\a.txt", "a"), (@"x\other.txt", "o"));

        await test.PinAsync(@"X\Y\A.TXT");

        Assert.That((await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem")).Select(item => item.ItemPath).Order(StringComparer.Ordinal), Is.EqualTo(new[]
        {
            @"\\srv", @"\\srv\docs", @"\\srv\docs\x", @"\\srv\docs\x\y", @"\\srv\docs\x\y\a.txt",
        }), "the share's own spelling");
        Assert.That((await test.ItemAsync("x")).PinInfo!.Pinned, Is.False);
    }

    [Test]
    public async Task Not_deep_pins_the_container_alone()
    {
        await using var test = await TestCache.OpenAsync((@"sub\a.txt", "a"));

        var report = await test.PinAsync("sub", PinOptions.Default with { Deep = false });

        Assert.That(report.Outcomes, Has.Count.EqualTo(1));
        Assert.That(await test.HasAsync(@"sub\a.txt"), Is.False);
    }

    [Test]
    public async Task What_is_not_on_the_share_is_a_failed_outcome_and_the_others_are_pinned()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));

        var report = await test.Backend.PinAsync([TestCache.At("none.txt"), TestCache.At("a.txt")], PinOptions.Default, null, CancellationToken.None);

        Assert.That(report.With(OutcomeStatus.Failed).Single().Error, Is.InstanceOf<ItemNotFoundException>());
        Assert.That(report.With(OutcomeStatus.Done).Single().Path, Is.EqualTo(TestCache.At("a.txt")));
    }

    [Test]
    public async Task Offline_only_what_is_cached_can_be_pinned()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync("a.txt");
        await test.OfflineAsync();

        var cached = await test.PinAsync("a.txt", new PinOptions { Flags = PinControlFlags.ForAll });
        var other = await test.PinAsync("b.txt");

        Assert.That(cached.Succeeded, Is.True);
        Assert.That((await test.ItemAsync("a.txt")).PinInfo!.PinnedForComputer, Is.EqualTo(PinState.Pinned));
        Assert.That(other.Outcomes.Single().Message, Does.Contain("is offline (WorkingOffline)"));
    }

    [Test]
    public async Task Unpinning_takes_one_reason_and_keeps_the_content()
    {
        await using var test = await TestCache.OpenAsync((@"sub\deep\a.txt", "a"), (@"sub\b.txt", "b"));
        await test.PinAsync(options: new PinOptions { Flags = PinControlFlags.ForUser | PinControlFlags.ForAll | PinControlFlags.Fill });

        await test.Backend.UnpinAsync([TestCache.At("sub")], UnpinOptions.Default with { Deep = false }, null, CancellationToken.None);

        Assert.That((await test.ItemAsync(@"sub\b.txt")).PinInfo, Is.EqualTo(new PinInfo { Pinned = true, PinnedForComputer = PinState.Pinned }));
        Assert.That((await test.ItemAsync(@"sub\deep\a.txt")).PinInfo!.PinnedForUser, Is.EqualTo(PinState.Pinned));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync(@"sub\b.txt"), Is.EqualTo("b"));
    }

    [Test]
    public async Task Progress_counts_items_and_bytes_and_cancelling_keeps_what_is_done()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "12345"), ("b.txt", "123"));
        using var source = new CancellationTokenSource();
        var steps = new List<OperationProgress>();
        var progress = new Inline(step =>
        {
            steps.Add(step);
            if (step is { Reason: ProgressReason.ItemResult, Path.Name: "a.txt" }) source.Cancel();
        });

        var error = await Assert.ThrowsAsync<OperationCancelledException>(() =>
            test.Backend.PinAsync([TestCache.Share], PinOptions.Default, progress, source.Token));

        Assert.That(error!.Report.Count(OutcomeStatus.Done), Is.EqualTo(2));
        Assert.That(steps.Select(step => step.Reason), Is.EqualTo(new[]
        {
            ProgressReason.Begin, ProgressReason.ItemBegin, ProgressReason.ItemResult, ProgressReason.ItemBegin, ProgressReason.ItemResult, ProgressReason.End,
        }));
        Assert.That((steps[^1].ItemsDone, steps[^1].ItemsTotal, steps[^1].BytesDone, steps[^1].BytesTotal), Is.EqualTo((2, 3, 5, 8)));
        Assert.That((await test.ItemAsync("a.txt")).Sparse, Is.False);
    }

    private sealed class Inline(Action<OperationProgress> report) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => report(value);
    }
}
