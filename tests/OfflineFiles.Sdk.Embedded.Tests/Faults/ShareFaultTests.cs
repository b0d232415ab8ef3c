using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Faults;

/// <summary>
/// Calls of the share fail while something is done, or the engine is killed at them: only errors of the family come out, and after a new start and a
/// synchronisation everything is as if nothing had failed. CI tries some of the calls, by hand it is every one in every way.
/// </summary>
[TestFixture]
internal sealed class ShareFaultTests
{
    private static readonly MemoryFault[] Faults =
        [MemoryFault.InputOutput, MemoryFault.NoSpace, MemoryFault.Denied, MemoryFault.InputOutput with { IsDone = true }, MemoryFault.NotConnected];

    [Test]
    public async Task Whichever_call_fails_it_ends_as_without_the_failure(
        [ValueSource(typeof(Scenario), nameof(Scenario.All))] Scenario scenario, [Values] bool onPoorFileSystem)
    {
        var endings = await Endings.OfAsync(scenario, onPoorFileSystem ? MemoryTraits.Poor : MemoryTraits.Local);
        foreach (var number in endings.Some(endings.Calls * Faults.Length))
        {
            var fault = Faults[number % Faults.Length];
            var told = "";
            await endings.TryAsync(() => $"call {told} fails: {fault}", rig => rig.Share.OnCall = call =>
            {
                if (call.Number != 1 + (number / Faults.Length)) return null;
                told = call.ToString();
                return fault;
            });
        }

        endings.AreAsExpected();
    }

    [Test]
    public async Task Killed_at_whichever_call_it_ends_as_without_that(
        [ValueSource(typeof(Scenario), nameof(Scenario.All))] Scenario scenario, [Values] bool onPoorFileSystem)
    {
        var endings = await Endings.OfAsync(scenario, onPoorFileSystem ? MemoryTraits.Poor : MemoryTraits.Local);
        foreach (var number in endings.Some(endings.Calls))
        {
            var told = "";
            await endings.TryAsync(() => $"killed at call {told}", rig => rig.Share.OnCall = call =>
            {
                if (call.Number != 1 + number || told.Length > 0) return null;
                told = call.ToString();
                rig.Kill();
                return null;
            });
        }

        endings.AreAsExpected();
    }

    [Test]
    public async Task The_power_goes_when_it_is_done_and_nothing_of_it_is_lost(
        [ValueSource(typeof(Scenario), nameof(Scenario.All))] Scenario scenario, [Values] bool onPoorFileSystem)
    {
        var endings = await Endings.OfAsync(scenario, onPoorFileSystem ? MemoryTraits.Poor : MemoryTraits.Local);
        await endings.TryAsync(() => "the power goes when it is done", _ => { }, rig =>
        {
            rig.Kill();
            rig.Share.CutPower(null);
        });
        endings.AreAsExpected();
    }
}
