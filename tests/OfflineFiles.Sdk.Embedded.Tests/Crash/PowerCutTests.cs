using System.Diagnostics;
using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>
/// The power goes at the i-th system call: what was not synced to the disk by then is gone, names and bytes. By hand, as root, on Linux with loop devices:
/// <c>OFFLINEFILES_POWER_CUTS=50</c> is how many cuts are made over all scenarios.
/// </summary>
/// <remarks>The file system is an ext4 in a file. Its shutdown without a flush of the log, before the process is killed, is the cut.</remarks>
[TestFixture]
[NonParallelizable]
internal sealed class PowerCutTests
{
    private static readonly int Cuts =
        int.TryParse(Environment.GetEnvironmentVariable("OFFLINEFILES_POWER_CUTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var cuts) ? cuts : 0;

    [Test]
    public async Task What_was_acknowledged_survives_a_power_cut_and_nothing_is_half_there()
    {
        Assume.That(Cuts, Is.Positive, "OFFLINEFILES_POWER_CUTS says how many cuts are made. None are made without it.");
        var tracer = SystemCallTracer.Require();
        var random = new Random(CutPoints.Seed);
        var home = Directory.CreateTempSubdirectory("offlinefiles-power-").FullName;
        try
        {
            for (var cut = 0; cut < Cuts; cut++)
                await CutAsync(tracer, Path.Join(home, $"{cut}"), CrashScenario.All[cut % CrashScenario.All.Count], random);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task CutAsync(SystemCallTracer tracer, string home, CrashScenario scenario, Random random)
    {
        var calls = await KillPointTests.CountAsync(tracer, scenario, []);
        var point = random.Next(1, calls + 1);
        var (image, rest, mount) = (Path.Join(home, "disk"), Path.Join(home, "rest"), Path.Join(home, "mount"));
        Directory.CreateDirectory(home);
        await using (var disk = File.Create(image)) disk.SetLength(64L << 20);
        Directory.CreateDirectory(mount);
        Run("mkfs.ext4", "-q", "-F", image);
        Run("mount", "-o", "loop", image, mount);
        try
        {
            var scene = await CrashScene.MakeAsync(scenario, mount);
            Run("sync", "-f", mount);
            var run = tracer.Run(
                scene.Root,
                ["-k", point.ToString(CultureInfo.InvariantCulture), "-p", mount],
                log: Path.Join(home, "calls.log"),
                [CrashWorker.StepsName, scene.Root, .. scenario.Action]);
            Run("umount", mount);
            // A process that was given its mounts meanwhile may keep the dead file system alive: what came to the disk is looked at on another one.
            File.Copy(image, rest);
            Run("mount", "-o", "loop", rest, mount);
            await scene.CheckAsync($"{scenario}, power cut at call {point} of {calls} ({run.Acted}), seed {CutPoints.Seed}", run);
        }
        finally
        {
            Run("umount", mount);
        }

        Directory.Delete(home, recursive: true);
    }

    private static void Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program}: {error}");
    }
}
