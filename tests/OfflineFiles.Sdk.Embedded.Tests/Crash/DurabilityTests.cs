using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>
/// The system calls of a real process in their order: nothing gets its name before its bytes are on the disk, and when all is done no name or byte
/// waits to be put there. What a power cut at another moment does is for <see cref="PowerCutTests"/>.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class DurabilityTests
{
    private static readonly IReadOnlyList<CrashScenario> Scenarios = CrashScenario.All;

    [Test]
    public async Task What_is_acknowledged_is_on_the_disk([ValueSource(nameof(Scenarios))] CrashScenario scenario, [Values(false, true)] bool plain)
    {
        var tracer = SystemCallTracer.Require();
        using var scene = await CrashScene.MakeAsync(scenario);
        Assert.That(Unsynced(tracer, scene.Root, plain ? ["-x"] : [], scenario.Action), Is.Empty);
    }

    [Test]
    public async Task What_is_rescued_is_on_the_disk()
    {
        var tracer = SystemCallTracer.Require();
        using var scene = await CrashScene.MakeAsync(Scenarios[0]);
        var cache = CrashWorker.OptionsOf(scene.Root).CacheDirectory;
        foreach (var name in DatabaseFile.Names) File.Delete(Path.Join(cache, name));
        Assert.That(Unsynced(tracer, scene.Root, [], []), Is.Empty);
        Assert.That(Directory.GetDirectories(Path.Join(cache, CacheRescue.Folder)), Has.Length.EqualTo(1));
    }

    private static List<string> Unsynced(SystemCallTracer tracer, string root, string[] options, params string[] steps)
    {
        var log = Path.Join(root, "every.log");
        var run = tracer.Run(root, [.. options, "-v", log], [CrashWorker.StepsName, root, .. steps]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var calls = File.ReadLines(log).Select(line => line.Split('\t')).ToList();
        Assert.That(calls, Is.Not.Empty);
        return Unsynced(calls, CrashWorker.ShareOf(root));
    }

    /// <summary>What is wrong with the order of the calls, and what of them waits at their end.</summary>
    private static List<string> Unsynced(IEnumerable<string[]> calls, string share)
    {
        var faults = new List<string>();
        var bytes = new HashSet<string>();
        var names = new Dictionary<string, string>();
        foreach (var call in calls)
        {
            var (name, path, to) = (call[0], call[1], call[2]);
            if (IsProbe(path)) continue;
            var directory = Path.GetDirectoryName(path)!;
            switch (name)
            {
                case "fsync" or "fdatasync":
                    bytes.Remove(path);
                    names.Remove(path);
                    break;
                case "syncfs":
                    // The cache syncs its own file system; the share may lie on another.
                    bytes.RemoveWhere(written => !IsOfUsers(written));
                    foreach (var changed in names.Keys.Where(changed => !IsOfUsers(changed)).ToList()) names.Remove(changed);
                    break;
                case "rename" or "renameat" or "renameat2":
                    if (bytes.Remove(path)) faults.Add($"'{path}' became '{to}' before its bytes were on the disk");
                    names[Path.GetDirectoryName(to)!] = $"{path} -> {to}";
                    if (IsOfUsers(directory)) names[directory] = $"{path} -> {to}";
                    break;
                case "mkdir" or "mkdirat":
                    names[directory] = path;
                    break;
                case "unlink" or "unlinkat" or "rmdir":
                    bytes.Remove(path);
                    names.Remove(path);
                    if (IsOfUsers(directory)) names[directory] = $"{path} removed";
                    break;
                case "open" or "openat" or "link" or "linkat":
                    break;
                default:
                    bytes.Add(path);
                    break;
            }
        }

        return [.. faults, .. bytes.Select(path => $"bytes of '{path}'"), .. names.Select(each => $"names in '{each.Key}': {each.Value}")];

        // Of the cache's own files the worst that comes of a name that stays is garbage.
        bool IsOfUsers(string directory) => directory == share || directory.StartsWith(share + "/", StringComparison.Ordinal);
    }

    /// <summary>Nobody misses a file that only tries what the share can do.</summary>
    private static bool IsProbe(string path) =>
        TemporaryName.TryParse(Path.GetFileName(path), out var marked) && marked.Value.Role == TemporaryRole.Probe;
}
