using System.Collections.Concurrent;
using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>
/// A real process is killed right before its i-th system call that changes something, on a file system with every way to rename and on one with the
/// plainest only. Whatever was half done is whole again after the next opening, on one side or the other.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class KillPointTests
{
    private static readonly IReadOnlyList<CrashScenario> Scenarios = CrashScenario.All;

    [Test]
    public async Task A_kill_at_any_call_loses_nothing_and_invents_nothing(
        [ValueSource(nameof(Scenarios))] CrashScenario scenario, [Values(false, true)] bool plain)
    {
        var tracer = SystemCallTracer.Require();
        string[] kind = plain ? ["-x"] : [];
        var calls = await CountAsync(tracer, scenario, kind);
        foreach (var point in CutPoints.Of(calls, 4))
        {
            using var scene = await CrashScene.MakeAsync(scenario);
            var run = tracer.Run(scene.Root, [.. kind, "-k", point.ToString(CultureInfo.InvariantCulture)], [CrashWorker.StepsName, scene.Root, .. scenario.Action]);
            await scene.CheckAsync($"{scenario}, killed before call {point} of {calls} ({run.Acted}), seed {CutPoints.Seed}", run);
        }
    }

    [Test]
    public async Task A_kill_while_the_cache_is_brought_into_order_loses_nothing_either([ValueSource(nameof(Scenarios))] CrashScenario scenario)
    {
        var tracer = SystemCallTracer.Require();
        string[] kind = ["-x"];
        var calls = await CountAsync(tracer, scenario, kind);
        var random = new Random(CutPoints.Seed);
        foreach (var point in CutPoints.Of(calls, 3))
        {
            using var scene = await CrashScene.MakeAsync(scenario);
            string[] reopen = ["online", "sync"];
            var first = tracer.Run(scene.Root, [.. kind, "-k", point.ToString(CultureInfo.InvariantCulture)], [CrashWorker.StepsName, scene.Root, .. scenario.Action]);
            var second = tracer.Run(scene.Root, [.. kind, "-k", random.Next(1, 60).ToString(CultureInfo.InvariantCulture)], [CrashWorker.StepsName, scene.Root, .. reopen]);
            await scene.CheckAsync(
                $"{scenario}, killed before call {point} of {calls} ({first.Acted}), then again before call {second.Calls} ({second.Acted}), seed {CutPoints.Seed}",
                first);
        }
    }

    private static readonly ConcurrentDictionary<string, int> Counts = new();

    /// <summary>How many calls the action makes when nothing happens to it; that it then comes out right is checked as well.</summary>
    public static async Task<int> CountAsync(SystemCallTracer tracer, CrashScenario scenario, string[] options)
    {
        var key = $"{scenario} {string.Join(' ', options)}";
        if (Counts.TryGetValue(key, out var known)) return known;
        using var scene = await CrashScene.MakeAsync(scenario);
        var run = tracer.Run(scene.Root, options, [CrashWorker.StepsName, scene.Root, .. scenario.Action]);
        Assert.That(run.ExitCode, Is.Zero, string.Join('\n', run.Lines) + run.Error);
        await scene.CheckAsync($"{scenario}, not cut off", run);
        return Counts[key] = run.Calls;
    }
}
