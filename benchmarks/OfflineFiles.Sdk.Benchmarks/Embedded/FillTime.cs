using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using OfflineFiles.Sdk.Benchmarks.Rivals;
using OfflineFiles.Sdk.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>
/// How long does it take to bring a share here, to find that nothing changed, and to bring what did change, compared with programs of the distribution?
/// Arguments: how many files, and how many bytes each. Each way makes its own copy, and all copies hold the same before a time counts.
/// </summary>
internal static class FillTime
{
    public const string Name = "fill-time";

    private const int ChangedOf = 100;

    // The runtime compiles what runs often once more, and better, as long as this takes.
    private const int Rounds = 8;
    private const int FillRounds = 6;

    private static readonly UncPath Share = UncPath.Parse(@"\\srv\share");

    public static async Task RunAsync(string[] arguments)
    {
        var files = arguments is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 10_000;
        var length = arguments is [_, var bytes, ..] ? int.Parse(bytes, CultureInfo.InvariantCulture) : 1_000;
        var home = Directory.CreateTempSubdirectory("offlinefiles-benchmark-");
        try
        {
            var share = Path.Combine(home.FullName, "share");
            SampleShare.Make(share, files, length);
            var copies = new List<string>();
            string Target(string name)
            {
                copies.Add(Path.Combine(home.FullName, name));
                return copies[^1];
            }

            await using var backend = await EmbeddedBackend.OpenAsync(Options(home.FullName, "cache"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files of {length} bytes"));
            await MeasureAsync("fill: this library, pinned and then synchronised", async () =>
            {
                await PinAsync(backend, PinControlFlags.ForUser);
                await SyncAsync(backend);
            });
            for (var round = 0; round < FillRounds; round++)
            {
                await using (var other = await EmbeddedBackend.OpenAsync(Options(home.FullName, $"other {round}")))
                    await MeasureAsync("fill: this library, pinned with Fill", () => PinAsync(other, PinControlFlags.ForUser | PinControlFlags.Fill));
                await MeasureAsync("fill: durable copy in batches, one thread", () => Task.Run(() => BatchCopy.Run(share, Target($"batch {round}"))));
            }

            await MeasureAsync("fill: cp -a, then sync", () => ProgramRun.RunAsync("sh", ["-c", "cp -a \"$1\" \"$2\" && sync -f \"$2\"", "sh", share, Target("cp")]));
            await MeasureAsync("fill: rsync -a", () => ProgramRun.RunAsync("rsync", ["-a", share + "/", Target("rsync")]));
            await MeasureAsync("fill: rsync -a --fsync", () => ProgramRun.RunAsync("rsync", ["-a", "--fsync", share + "/", Target("rsync-fsync")]));
            await RequireSameAsync(backend, share, copies);
            for (var round = 0; round < Rounds; round++)
            {
                await MeasureAsync("nothing changed: this library", () => SyncAsync(backend));
                await MeasureAsync("nothing changed: rsync -a", () => ProgramRun.RunAsync("rsync", ["-a", share + "/", Path.Combine(home.FullName, "rsync")]));
            }

            for (var round = 0; round < Rounds; round++)
            {
                Change(share, files, length, round);
                await MeasureAsync("one in a hundred changed: this library", () => SyncAsync(backend));
                await MeasureAsync("one in a hundred changed: rsync -a", () => ProgramRun.RunAsync("rsync", ["-a", share + "/", Path.Combine(home.FullName, "rsync")]));
            }

            await RequireSameAsync(backend, share, [Path.Combine(home.FullName, "rsync")]);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static EmbeddedBackendOptions Options(string home, string cache) =>
        new() { CacheDirectory = Path.Combine(home, cache), Shares = [new ShareMapping(Share, Path.Combine(home, "share"))] };

    private static async Task PinAsync(EmbeddedBackend backend, PinControlFlags flags) =>
        await backend.PinAsync([Share], new PinOptions { Flags = flags }, null, default);

    private static async Task SyncAsync(EmbeddedBackend backend) => await backend.SynchronizeAsync([Share], SyncOptions.Default, null, default);

    private static void Change(string share, int files, int length, int round)
    {
        var random = new Random(2 + round);
        var content = new byte[length];
        for (var i = round; i < files; i += ChangedOf)
        {
            random.NextBytes(content);
            File.WriteAllBytes(Path.Combine(share, SampleShare.NameOf(i)), content);
        }
    }

    private static async Task RequireSameAsync(EmbeddedBackend backend, string share, IReadOnlyList<string> copies)
    {
        foreach (var file in Directory.EnumerateFiles(share, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(share, file);
            var expected = await HashAsync(File.OpenRead(file));
            var path = UncPath.Parse($@"{Share}\{name.Replace('/', '\\')}");
            await using var cached = await backend.Files.OpenReadAsync(path, default);
            if (await HashAsync(cached) != expected) throw new InvalidOperationException($"'{path}' holds other bytes than the share.");
            // A program that is missing here made no copy.
            foreach (var copy in copies.Where(Directory.Exists))
                if (!File.Exists(Path.Combine(copy, name)) || await HashAsync(File.OpenRead(Path.Combine(copy, name))) != expected)
                    throw new InvalidOperationException($"'{Path.Combine(copy, name)}' holds other bytes than the share.");
        }
    }

    private static async Task<string> HashAsync(Stream stream)
    {
        await using (stream) return Convert.ToHexString(await SHA256.HashDataAsync(stream));
    }

    private static async Task MeasureAsync(string what, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await work();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started).TotalSeconds,8:0.000} s  {what}"));
        }
        catch (ProgramMissingException missing)
        {
            Console.WriteLine($"  skipped  {what}: {missing.Message}");
        }
    }
}
