using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class PinConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.Pin;

    [Test]
    public Task Pinning_a_directory_with_fill_brings_all_of_it_into_the_cache() => RuleAsync(async () =>
    {
        var report = await Cache.PinAsync(CacheScene.Plans);

        Assert.That(report.Succeeded, Is.True, report.ToString());
        UncPath[] told = World.TellsOfEachItem ? [CacheScene.Plans, CacheScene.Plan2024, CacheScene.At(@"plans\2025.txt")] : [CacheScene.Plans];
        Assert.That(report.Outcomes.Select(outcome => outcome.Path), Is.SupersetOf(told));
        Assert.That(await Scene.ReadLocallyAsync(CacheScene.Plan2024), Is.EqualTo("plan of 2024"));
        var item = await Scene.FindAsync(CacheScene.Plan2024);
        Assert.That((item.PinInfo!.Pinned, item.PinInfo.PinnedForUser, item.Sparse), Is.EqualTo((true, PinState.Pinned, (bool?)false)));
        Assert.That(await Cache.FindAsync(CacheScene.Readme), Is.Null, "what lies beside it stays out");
    });

    [Test]
    public Task Without_fill_an_item_is_pinned_and_sparse() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Plan2024, new PinOptions { Flags = PinControlFlags.ForAll });

        var item = await Scene.FindAsync(CacheScene.Plan2024);
        Assert.That((item.PinInfo!.PinnedForComputer, item.PinInfo.PinnedForUser, item.Sparse), Is.EqualTo((PinState.Pinned, PinState.NotPinned, (bool?)true)));
    });

    [Test]
    public Task A_path_that_is_nowhere_fails_alone() => RuleAsync(async () =>
    {
        var report = await Cache.PinAsync([CacheScene.Gone, CacheScene.Readme]);

        Assert.That(report.Outcomes.Single(outcome => outcome.Path == CacheScene.Readme).Status, Is.EqualTo(OutcomeStatus.Done));
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).PinInfo!.Pinned, Is.True);
        var gone = report.Outcomes.Single(outcome => outcome.Path == CacheScene.Gone);
        Assert.That(gone.IsReported, Is.EqualTo(World.TellsOfEachItem));
        if (!World.TellsOfEachItem) return;
        Assert.That(gone.Status, Is.EqualTo(OutcomeStatus.Failed));
        Assert.That(gone.Error, Is.TypeOf<ItemNotFoundException>());
        Assert.That(report.ThrowIfFailed, Throws.TypeOf<OperationFailedException>());
    });

    [Test]
    public Task Progress_begins_tells_of_each_item_and_ends() => RuleAsync(async () =>
    {
        var progress = new Recorder();

        var report = await Cache.PinAsync(CacheScene.Plans, progress: progress);

        Assert.That(progress.Steps[0].Reason, Is.EqualTo(ProgressReason.Begin));
        Assert.That(progress.Steps[^1].Reason, Is.EqualTo(ProgressReason.End));
        Assert.That(progress.Steps.Count(step => step.Reason is ProgressReason.Begin or ProgressReason.End), Is.EqualTo(2));
        var results = progress.Steps.Where(step => step.Reason == ProgressReason.ItemResult).ToList();
        Assert.That(results.Select(step => step.Path), Is.EqualTo(report.Outcomes.Select(outcome => outcome.Path)));
        Assert.That(results.Select(step => step.ItemsDone), Is.Ordered.Ascending.And.All.Positive);
    });

    [Test]
    public Task A_pin_cancelled_before_it_begins_does_nothing_and_reports_it() => RuleAsync(async () =>
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => Cache.PinAsync(CacheScene.Plans, cancellationToken: source.Token)))!;

        Assert.That(error.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(error.Report.Count(OutcomeStatus.Done), Is.Zero);
        Assert.That(await Cache.FindAsync(CacheScene.Plans), Is.Null);
    });

    [Test]
    public Task A_pin_cancelled_on_the_way_keeps_what_is_done() => RuleAsync(async () =>
    {
        // Where nothing is told, nobody knows when it is on its way.
        if (!World.TellsOfEachItem) return;
        using var source = new CancellationTokenSource();
        var progress = new Recorder(step =>
        {
            if (step is { Reason: ProgressReason.ItemResult, Outcome.Status: OutcomeStatus.Done } && step.Path != CacheScene.Share) source.Cancel();
        });

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => Cache.PinAsync(CacheScene.Share, null, progress, source.Token)))!;

        Assert.That((error.Report.Count(OutcomeStatus.Done), error.Report.Count(OutcomeStatus.Cancelled)), Is.EqualTo((2, 3)).Or.EqualTo((1, 1)));
        foreach (var outcome in error.Report.With(OutcomeStatus.Done)) Assert.That((await Scene.FindAsync(outcome.Path)).PinInfo!.Pinned, Is.True);
    });

    [Test]
    public void A_pin_without_a_reason_is_refused_before_anything_is_done() =>
        Assert.That(() => Cache.PinAsync(CacheScene.Plans, new PinOptions { Flags = PinControlFlags.Fill }), Throws.TypeOf<InvalidOptionsException>());

    [Test]
    public Task A_list_as_people_write_it_is_pinned_and_a_bad_line_is_a_failure_of_its_own() => RuleAsync(async () =>
    {
        var report = await Cache.PinAsync(Lines("\uFEFF \"//srv/docs/readme.txt\"\r\nZ:\\plans\r\n\n\\\\?\\UNC\\srv\\docs\\plans\\2024.txt\r\r\n"));

        Assert.That(report.Outcomes.Where(outcome => outcome.Input is null).Select(outcome => outcome.Status), Has.None.EqualTo(OutcomeStatus.Failed));
        Assert.That(report.With(OutcomeStatus.Failed).Select(outcome => outcome.Message), Has.One.Items.And.All.StartsWith(@"Line 2: 'Z:\plans' is no UNC path"));
        foreach (var path in new[] { CacheScene.Readme, CacheScene.Plan2024 })
            Assert.That((await Scene.FindAsync(path)).PinInfo!.Pinned, Is.True, $"{path}");
        Assert.That(await Cache.FindAsync("//srv/docs/readme.txt"), Is.Not.Null, "one path as a text");
    });

    protected override Task AttemptAsync() => Cache.PinAsync(CacheScene.Plans);

    // As File.ReadLines splits a text.
    private static IEnumerable<string> Lines(string text) => text.Split("\n");
}
