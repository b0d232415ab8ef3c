using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class UnpinConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    public override BackendCapabilities Capability => BackendCapabilities.Unpin;

    [Test]
    public Task Unpinning_removes_the_pin_and_keeps_the_content() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Plans);

        var report = await Cache.UnpinAsync(CacheScene.Plans);

        Assert.That(report.Succeeded, Is.True, report.ToString());
        var item = await Scene.FindAsync(CacheScene.Plan2024);
        Assert.That((item.PinInfo!.Pinned, item.Sparse), Is.EqualTo((false, (bool?)false)));
        Assert.That((await Scene.FindAsync(CacheScene.Plans)).PinInfo!.Pinned, Is.False);
    });

    [Test]
    public Task Another_reason_keeps_an_item_pinned() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme, new PinOptions { Flags = PinControlFlags.ForUser | PinControlFlags.ForAll });

        await Cache.UnpinAsync(CacheScene.Readme, new UnpinOptions { Flags = PinControlFlags.ForAll });

        var pins = (await Scene.FindAsync(CacheScene.Readme)).PinInfo!;
        Assert.That((pins.Pinned, pins.PinnedForUser, pins.PinnedForComputer), Is.EqualTo((true, PinState.Pinned, PinState.NotPinned)));
    });

    [Test]
    public Task Unpinning_what_is_not_in_the_cache_fails_for_that_path() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);

        var report = await Cache.UnpinAsync([CacheScene.Gone, CacheScene.Readme]);

        var gone = report.Outcomes.Single(outcome => outcome.Path == CacheScene.Gone);
        Assert.That((gone.IsReported, gone.Status), Is.EqualTo(World.TellsOfEachItem ? (true, OutcomeStatus.Failed) : (false, OutcomeStatus.Done)));
        Assert.That((await Scene.FindAsync(CacheScene.Readme)).PinInfo!.Pinned, Is.False);
    });

    [TestCase(PinControlFlags.ForUser)]
    [TestCase(PinControlFlags.ForUserPolicy)]
    [TestCase(PinControlFlags.ForAll | PinControlFlags.ForUser)]
    public Task Unpinning_whatever_the_reason_leaves_no_pin(PinControlFlags reasons) => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme, new PinOptions { Flags = reasons });
        await Cache.PinAsync(CacheScene.Plans, new PinOptions { Flags = PinControlFlags.ForUser });
        await Cache.PinAsync(CacheScene.Plan2024, new PinOptions { Flags = reasons });

        var report = await Cache.UnpinAsync([CacheScene.Readme, CacheScene.Plans], UnpinOptions.WhateverReason);

        Assert.That(report.Succeeded, Is.True, report.ToString());
        foreach (var path in new[] { CacheScene.Readme, CacheScene.Plans, CacheScene.Plan2024 })
            Assert.That((await Scene.FindAsync(path)).WhyPinned, Is.Null, $"{path}");
        if (World.TellsOfEachItem)
            Assert.That(report.Outcomes.Single(outcome => outcome.Path == CacheScene.Readme).Message, Does.StartWith("It was pinned "));
    });

    [Test]
    public Task Unpinning_whatever_the_reason_does_what_its_preview_says() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Plans, new PinOptions { Flags = PinControlFlags.ForAll });

        var preview = await Cache.WhatIf.UnpinAsync(CacheScene.Share, UnpinOptions.WhateverReason);
        await Cache.UnpinAsync(CacheScene.Share, UnpinOptions.WhateverReason);

        Assert.That(preview.With(PreviewVerdict.WouldChange).Select(item => item.Path), Does.Contain(CacheScene.Plan2024).And.Contains(CacheScene.Plans));
        foreach (var item in preview.Items) Assert.That((await Scene.FindAsync(item.Path)).WhyPinned, Is.Null, $"{item}");
    });

    protected override Task AttemptAsync() => Cache.UnpinAsync(CacheScene.Plans);
}
