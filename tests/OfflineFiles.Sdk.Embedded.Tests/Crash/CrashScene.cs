using System.Text;
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
            cached = await TreeOfAsync(backend);
        }

        var share = TreeOf(Share);
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

    /// <summary>The files with their content, and empty directories; marked names of the engine's own are no content.</summary>
    private static string TreeOf(string directory)
    {
        var entries = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith(".~of", StringComparison.Ordinal))
            .Select(file => $"{Path.GetRelativePath(directory, file)}={File.ReadAllText(file)}")
            .Concat(Directory.EnumerateDirectories(directory, "*", SearchOption.AllDirectories)
                .Where(child => !Directory.EnumerateFileSystemEntries(child).Any())
                .Select(child => Path.GetRelativePath(directory, child) + "/"));
        return string.Join(' ', entries.Order(StringComparer.Ordinal));
    }

    private static async Task<string> TreeOfAsync(EmbeddedBackend backend)
    {
        var entries = new List<string>();
        var pending = new Stack<UncPath>([TestCache.Share]);
        while (pending.TryPop(out var directory))
        {
            var count = 0;
            await foreach (var entry in backend.Files.EnumerateAsync(directory, CancellationToken.None))
            {
                count++;
                if (entry.ItemType != OfflineFilesItemType.File)
                {
                    pending.Push(entry.Path);
                    continue;
                }

                await using var stream = await backend.Files.OpenReadAsync(entry.Path, CancellationToken.None);
                using var reader = new StreamReader(stream, Encoding.UTF8);
                entries.Add($"{Relative(entry.Path)}={await reader.ReadToEndAsync()}");
            }

            if (count == 0 && directory != TestCache.Share) entries.Add(Relative(directory) + "/");
        }

        return string.Join(' ', entries.Order(StringComparer.Ordinal));
    }

    private static string Relative(UncPath path) => path.ToString()[(TestCache.Share.ToString().Length + 1)..].Replace('\\', '/');
}
