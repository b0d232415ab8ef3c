using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Faults;

/// <summary>
/// Writes and flushes of the database fail while something is done: only errors of the family come out, and after a new start and a synchronisation
/// everything is as if nothing had failed. CI tries some of them, by hand it is every one.
/// </summary>
[TestFixture, Platform("64-Bit")]
internal sealed class DatabaseFaultTests
{
    [TearDown]
    public void Disarm() => SqliteFaults.Disarm();

    [Test]
    public async Task Whichever_write_of_the_database_fails_it_ends_as_without_the_failure(
        [ValueSource(typeof(Scenario), nameof(Scenario.All))] Scenario scenario, [Values] bool onlyOnce)
    {
        SqliteFaults.Register();
        var calls = 0;
        var endings = await Endings.OfAsync(
            scenario, MemoryTraits.Local, rig => SqliteFaults.Arm(rig.Root, 0, onlyOnce), _ => calls = SqliteFaults.Disarm());
        Assert.That(calls, Is.GreaterThan(0), "the calls of the database are not seen");
        foreach (var number in endings.Some(calls))
        {
            await endings.TryAsync(
                () => $"write or flush {1 + number} of {calls} fails",
                rig => SqliteFaults.Arm(rig.Root, 1 + number, onlyOnce),
                _ => SqliteFaults.Disarm());
        }

        endings.AreAsExpected();
    }
}
