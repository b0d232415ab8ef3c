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
}
