using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class StateConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    [Test]
    public async Task An_open_cache_is_enabled_and_active_and_somewhere()
    {
        var state = await Cache.GetAsync();

        Assert.That((state.Enabled, state.Active, state.Location), Is.EqualTo((true, true, state.Location)));
        Assert.That(state.Location, Is.Not.Null.And.Not.Empty);
    }

    [Test]
    public async Task A_cancelled_question_ends_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThatAsync(
            () => Cache.GetAsync(source.Token),
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
    }
}
