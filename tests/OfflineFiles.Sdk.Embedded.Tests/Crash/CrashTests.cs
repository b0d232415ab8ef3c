using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>A real process is killed in the middle of its work; what it leaves must be usable, and hold what it had been promised.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class CrashTests
{
    [Test]
    public async Task A_killed_engine_leaves_whole_versions_and_nothing_clean_that_the_share_has_not([Range(1, 20)] int seed)
    {
        var root = Directory.CreateTempSubdirectory("offlinefiles-crash-").FullName;
        try
        {
            Directory.CreateDirectory(CrashWorker.ShareOf(root));
            // A file that stays keeps the share from ever being empty, which would look like a lost mount.
            await File.WriteAllTextAsync(Path.Join(CrashWorker.ShareOf(root), "anchor.txt"), "anchor");
            var lines = await KillAsync(root, seed);
            var (before, after) = Replay(lines);

            await using var backend = await EmbeddedBackend.OpenAsync(CrashWorker.OptionsOf(root));
            await CheckStoreAsync(root);
            var found = await ReadAllAsync(backend);
            Assert.That(found, Is.EqualTo(before).Or.EqualTo(after), $"seed {seed}, last step: {lines[^1][..Math.Min(60, lines[^1].Length)]}");

            await backend.TransitionOnlineAsync(TestCache.Share, TransitionFlags.None, CancellationToken.None);
            var first = await backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, null, CancellationToken.None);
            Assert.That(first.Outcomes.Where(outcome => outcome.Status is OutcomeStatus.Failed or OutcomeStatus.Conflict), Is.Empty);
            var second = await backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, null, CancellationToken.None);
            Assert.That(second.Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged));
            Assert.That(ReadShare(root), Is.EqualTo(found));
        }
        finally
        {
            Directory.Delete(CrashWorker.ShareOf(root), recursive: true);
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<List<string>> KillAsync(string root, int seed)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Add(typeof(CrashTests).Assembly.Location);
        start.ArgumentList.Add(CrashWorker.Name);
        start.ArgumentList.Add(root);
        start.ArgumentList.Add(seed.ToString(CultureInfo.InvariantCulture));
        using var process = Process.Start(start)!;
        var lines = new List<string>();
        var random = new Random(seed);
        var stopAfter = random.Next(10, 160);
        while (lines.Count < stopAfter && await process.StandardOutput.ReadLineAsync() is { } line) lines.Add(line);
        // Somewhere inside the step that is running now.
        Thread.SpinWait(random.Next(1, 400_000));
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { } rest) lines.Add(rest);
        await process.WaitForExitAsync();
        Assert.That(lines, Has.Count.GreaterThanOrEqualTo(stopAfter), "The worker ended by itself.");
        return lines;
    }

    /// <summary>The files as of the last finished step, and as the unfinished one would have them.</summary>
    private static (SortedDictionary<string, string> Before, SortedDictionary<string, string> After) Replay(List<string> lines)
    {
        var before = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["anchor.txt"] = "anchor" };
        var after = before;
        foreach (var line in lines.Skip(1))
        {
            if (line == "done") before = after;
            else after = Apply(before, line.Split(' '));
        }

        return (before, after);
    }

    private static SortedDictionary<string, string> Apply(SortedDictionary<string, string> files, string[] step)
    {
        var next = new SortedDictionary<string, string>(files, StringComparer.Ordinal);
        switch (step)
        {
            case ["write", var name, var content]:
                next[name] = content;
                break;
            case ["delete", var name]:
                next.Remove(name);
                break;
            case ["move", var name, var target]:
                next[target] = next[name];
                next.Remove(name);
                break;
        }

        return next;
    }

    private static async Task CheckStoreAsync(string root)
    {
        var cache = Path.Join(root, "cache");
        using var connection = DatabaseFile.OpenReader(cache);
        Assert.That(Sql.Text(connection.Connection, "PRAGMA integrity_check"), Is.EqualTo("ok"));
        Assert.That(Sql.Scalar(connection.Connection, "PRAGMA foreign_key_check"), Is.Null);
        foreach (var row in connection.Below(TestCache.Share).Where(row => !row.IsContainer))
        {
            if (row.BlobId is { } id)
            {
                var bytes = await File.ReadAllBytesAsync(Path.Join(cache, "content", id[..2], id));
                Assert.That(Convert.ToHexString(SHA256.HashData(bytes)), Is.EqualTo(row.Hash), row.Path.ToString());
            }

            // A clean row whose token is out of date is what a write-through leaves when it is cut off: it claims nothing about the share.
            var file = Path.Join(CrashWorker.ShareOf(root), row.Path.Name);
            if (row.Dirty || row.Hash is null || !File.Exists(file)) continue;
            var onShare = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file)));
            if (new FileInfo(file).LastWriteTimeUtc == row.Original!.Value.LastWrite) Assert.That(onShare, Is.EqualTo(row.Hash), row.Path.ToString());
        }
    }

    private static async Task<SortedDictionary<string, string>> ReadAllAsync(EmbeddedBackend backend)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entry in backend.Files.EnumerateAsync(TestCache.Share, CancellationToken.None))
        {
            await using var stream = await backend.Files.OpenReadAsync(entry.Path, CancellationToken.None);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            found[entry.Path.Name] = await reader.ReadToEndAsync();
        }

        return found;
    }

    private static SortedDictionary<string, string> ReadShare(string root) => new(
        Directory.EnumerateFiles(CrashWorker.ShareOf(root))
            .Where(file => Path.GetFileName(file) != TemporaryName.RootMarker)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText),
        StringComparer.Ordinal);
}
