using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance;

/// <summary>Rules about one capability. In a world that cannot do it each of them says that it is refused instead.</summary>
public abstract class CapabilityConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    public abstract BackendCapabilities Capability { get; }

    [Test]
    public async Task The_backend_says_what_it_can_do_and_refuses_what_it_cannot()
    {
        Assert.That(Cache.Capabilities.HasFlag(Capability), Is.EqualTo((World.Lacks & Capability) == 0), "the list of the world and the capabilities agree");
        if (!World.Can(Capability)) await IsRefusedAsync();
    }

    /// <summary>Tries it in the simplest way.</summary>
    protected abstract Task AttemptAsync();

    protected Task RuleAsync(Func<Task> rule) => World.Can(Capability) ? rule() : IsRefusedAsync();

    private Task IsRefusedAsync() => Assert.ThatAsync(AttemptAsync, Throws.TypeOf<OperationNotSupportedException>()
        .With.Property("Operation").EqualTo(Capability.ToString()).And.Property("Reason").Not.Empty);
}
