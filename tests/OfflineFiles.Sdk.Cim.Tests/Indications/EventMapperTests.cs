using OfflineFiles.Sdk.Cim.Indications;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Indications;

public sealed class EventMapperTests
{
    [TestCase(null)]
    [TestCase(0UL)]
    [TestCase(ulong.MaxValue)]
    public void An_event_without_a_time_leaves_it_to_the_one_who_hears_it(object? created)
    {
        var item = new ProviderRows(ProviderDoubleOptions.Default).Item(SampleItems.Server);
        var row = new CimRow("__InstanceCreationEvent", [new("TargetInstance", item), new("TIME_CREATED", created)]);

        Assert.That(EventMapper.Changes(row).Select(change => (change.Kind, change.At)), Is.EqualTo(new[] { (CacheChangeKind.ItemAdded, default(DateTimeOffset)) }));
    }
}
