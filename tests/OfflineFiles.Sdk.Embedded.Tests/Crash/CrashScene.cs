using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>The directories of one cut-off run, and what is asked of them afterwards.</summary>
internal sealed class CrashScene : IDisposable
{
    private readonly CrashScenario _scenario;

    private CrashScene(CrashScenario scenario, string root)
    {
        _scenario = scenario;
        Root = root;
    }

    public string Root { get; }

    private string Share => CrashWorker.ShareOf(Root);

    /// <summary>Everything up to the action.</summary>
    public static async Task<CrashScene> MakeAsync(CrashScenario scenario, string? above = null)
    {
        var root = above is null
            ? Directory.CreateTempSubdirectory("offlinefiles-cut-").FullName
            : Directory.CreateDirectory(Path.Join(above, Guid.NewGuid().ToString("N"))).FullName;
        var scene = new CrashScene(scenario, root);
        Directory.CreateDirectory(scene.Share);
        scene.Put(CrashScenario.Start.Split(' '));
        await using (var backend = await EmbeddedBackend.OpenAsync(CrashWorker.OptionsOf(root)))
            foreach (var step in scenario.Before) await CrashWorker.TakeAsync(backend, step);
        scene.Put(scenario.Elsewhere);
        return scene;
    }

    /// <summary>Opens the cache again and synchronises until nothing changes; then everything must be whole and in one of the places it may be in.</summary>
    /// <param name="what">What was done, for the message.</param>
    /// <param name="run">The cut-off run: what it acknowledged is there.</param>
    public async Task CheckAsync(string what, Traced run)
    {
        var done = run.Lines.TakeWhile(line => line.StartsWith("done ", StringComparison.Ordinal)).Count();
        string cached;
        await using (var backend = await EmbeddedBackend.OpenAsync(CrashWorker.OptionsOf(Root)))
        {
            await CrashWorker.TakeAsync(backend, "online");
            // What was cut off before it came into the cache is brought in again.
            await CrashWorker.TakeAsync(backend, "pin");
            var first = await SynchronizeAsync(backend);
            var second = await SynchronizeAsync(backend);
            Assert.That(
                second.Outcomes.Where(outcome => outcome.Status is not (OutcomeStatus.Unchanged or OutcomeStatus.Conflict)),
                Is.Empty,
                $"{what}: a second synchronisation finds nothing to do; the first said {string.Join("; ", first.Outcomes)}");
            await CrashWorker.TakeAsync(backend, "offline");
            cached = Show(await Trees.OfAsync(backend.Files, TestCache.Share));
        }

        var share = Show(Trees.Of(Share));
        var left = Directory.EnumerateFileSystemEntries(Share, ".~of*", SearchOption.AllDirectories).Where(entry => Path.GetFileName(entry) != TemporaryName.RootMarker);
        Assert.That(left, Is.Empty, $"{what}: nothing of ours is left on the share");
        var allowed = _scenario.Finals.Skip(Math.Min(done, _scenario.Finals.Length - 1));
        Assert.That(allowed, Does.Contain(share), $"{what}: the share, after {done} acknowledged steps");
        Assert.That(cached, Is.EqualTo(_scenario.Cached ?? share), $"{what}: the cache");
        using var connection = DatabaseFile.OpenReader(Path.Join(Root, "cache"));
        Assert.That(Sql.Text(connection.Connection, "PRAGMA integrity_check"), Is.EqualTo("ok"), what);
        Assert.That(connection.Intents(), Is.Empty, $"{what}: nothing is unfinished");
    }

    public void Dispose()
    {
        if (Directory.Exists(Share)) Directory.Delete(Share, recursive: true);
        Directory.Delete(Root, recursive: true);
    }

    private static Task<OperationReport> SynchronizeAsync(EmbeddedBackend backend) =>
        backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, null, CancellationToken.None);

    private void Put(IEnumerable<string> changes)
    {
        foreach (var change in changes)
        {
            if (change.StartsWith('-'))
            {
                File.Delete(Path.Join(Share, change[1..]));
                continue;
            }

            var (path, content) = (change[..change.IndexOf('=')], change[(change.IndexOf('=') + 1)..]);
            var file = Path.Join(Share, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }

    /// <summary>The files with their content, and empty directories.</summary>
    private static string Show(SortedDictionary<string, string?> tree) => string.Join(
        ' ',
        tree.Where(entry => entry.Value is not null || !tree.Keys.Any(path => path.StartsWith(entry.Key + "/", StringComparison.Ordinal)))
            .Select(entry => entry.Value is null ? entry.Key + "/" : $"{entry.Key}={entry.Value}")
            .Order(StringComparer.Ordinal));
}
