using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>
/// The i-th system call of a real process that changes something fails, on the share or in the cache, its database included. The caller hears of it, if at
/// all, by an error of the documented family; nothing is lost, and after the next synchronisation everything is as if nothing had failed, or as before.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class CallFaultTests
{
    private const int IoError = 5;
    private const int AccessDenied = 13;
    private const int NoSpace = 28;

    private static readonly IReadOnlyList<CrashScenario> Scenarios = CrashScenario.All;

    [Test]
    public async Task A_call_that_fails_loses_nothing(
        [ValueSource(nameof(Scenarios))] CrashScenario scenario, [Values("share", "cache")] string side)
    {
        var tracer = SystemCallTracer.Require();
        string[] kind = ["-s", side];
        var calls = await KillPointTests.CountAsync(tracer, scenario, kind);
        var random = new Random(CutPoints.Seed);
        foreach (var point in CutPoints.Of(calls, 3))
        {
            using var scene = await CrashScene.MakeAsync(scenario);
            var error = (int[])[IoError, NoSpace, side == "share" ? AccessDenied : IoError];
            var (code, times) = (error[random.Next(error.Length)], random.Next(4) == 0 ? 1000 : 1);
            var run = tracer.Run(
                scene.Root,
                [.. kind, "-f", Number(point), Number(code), Number(times)],
                [CrashWorker.StepsName, scene.Root, .. scenario.Action]);
            var what = $"{scenario}, call {point} of {calls} ({run.Acted}) answered {code}, {times} times, seed {CutPoints.Seed}";
            Assert.That(run.ExitCode, Is.Zero, $"{what}: only errors of the family leave the library. {string.Join('\n', run.Lines)} {run.Error}");
            await scene.CheckAsync(what, run);
        }
    }

    [Test]
    public async Task A_call_that_fails_in_the_cache_before_a_kill_loses_nothing([ValueSource(nameof(Scenarios))] CrashScenario scenario)
    {
        var tracer = SystemCallTracer.Require();
        string[] kind = ["-s", "cache"];
        var calls = await KillPointTests.CountAsync(tracer, scenario, kind);
        var random = new Random(CutPoints.Seed);
        foreach (var point in CutPoints.Of(calls, 2))
        {
            using var scene = await CrashScene.MakeAsync(scenario);
            var kill = point + random.Next(1, 6);
            var run = tracer.Run(
                scene.Root,
                [.. kind, "-f", Number(point), Number(IoError), "1", "-k", Number(kill)],
                [CrashWorker.StepsName, scene.Root, .. scenario.Action]);
            await scene.CheckAsync($"{scenario}, call {point} of {calls} answered {IoError} and it was killed before call {kill} ({run.Acted}), seed {CutPoints.Seed}", run);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
