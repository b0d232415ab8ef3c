using OfflineFiles.Sdk.Embedded.Tests.Histories;
using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Faults;

/// <summary>What a scenario ends in without a fault, and every other ending that was seen.</summary>
internal sealed class Endings
{
    private const int InCi = 20;

    private readonly Scenario _scenario;
    private readonly MemoryTraits _traits;
    private readonly Ending _expected;
    private readonly List<string> _wrong = [];
    private int _tried;

    private Endings(Scenario scenario, MemoryTraits traits, Ending expected)
    {
        _scenario = scenario;
        _traits = traits;
        _expected = expected;
    }

    /// <summary>How many calls of the share it takes.</summary>
    public int Calls => _expected.Calls;

    public static async Task<Endings> OfAsync(Scenario scenario, MemoryTraits traits, Action<EngineRig>? arm = null, Action<EngineRig>? disarm = null)
    {
        var expected = await FaultRun.PlayAsync(scenario, traits, arm ?? (_ => { }), disarm ?? (_ => { }));
        var quiet = (expected.Conflicts, expected.Failures, expected.OpenHandles);
        Assert.That(quiet, Is.EqualTo((scenario.Conflicts, 0, 0)), $"without a fault:\n{expected}");
        return new Endings(scenario, traits, expected);
    }

    /// <summary>Some of so many numbers from 0, spread evenly; by hand all of them.</summary>
    public IEnumerable<int> Some(int count)
    {
        var budget = Math.Min(count, LawBudget.Of(InCi));
        // Not the same of each scenario.
        var offset = _scenario.Name.Length;
        return Enumerable.Range(0, budget).Select(i => (int)(((long)i * count / budget) + offset) % count);
    }

    public async Task TryAsync(Func<string> what, Action<EngineRig> arm, Action<EngineRig>? disarm = null)
    {
        _tried++;
        try
        {
            var ending = await FaultRun.PlayAsync(_scenario, _traits, arm, disarm ?? (_ => { }));
            if (!ending.IsAs(_expected)) _wrong.Add($"{what()}:\n{ending}");
        }
        catch (Exception e)
        {
            _wrong.Add($"{what()}: {e}");
        }
    }

    public void AreAsExpected() => Assert.That(
        _wrong,
        Has.Count.Zero,
        () => $"{_wrong.Count} of {_tried} endings are wrong. Without a fault:\n{_expected}\n{string.Join("\n\n", _wrong.Take(5))}");
}
