using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using OfflineFiles.Sdk.Benchmarks.Rivals;
using OfflineFiles.Sdk.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>
/// How long does it take to bring large files here, with their hashes and durable, compared with a plain copy that is synced? Arguments: how many files, how
/// many bytes each, and how many rounds. The two take turns, and each copy goes before the next: what memory and disk are like matters more than the program.
/// </summary>
internal static class LargeFiles
{
    public const string Name = "large-files";

    private static readonly UncPath Share = UncPath.Parse(@"\\srv\share");

    public static async Task RunAsync(string[] arguments)
    {
        var numbers = arguments.Select(argument => long.Parse(argument, CultureInfo.InvariantCulture)).ToArray();
        var (files, length, rounds) = (numbers.ElementAtOrDefault(0), numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2));
        if (files == 0) files = 10;
        if (length == 0) length = 1_000_000_000;
        if (rounds == 0) rounds = 3;
        var home = Directory.CreateTempSubdirectory("offlinefiles-benchmark-");
        try
        {
            var share = home.CreateSubdirectory("share").FullName;
            for (var i = 0; i < files; i++) await MakeAsync(Path.Combine(share, $"{i}.bin"), i, length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files of {length} bytes"));
            var (own, copied) = (new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                own.Add(await FillAsync(home.FullName, share, isFirst: round == 0));
                copied.Add(await CopyAsync(share, Path.Combine(home.FullName, "copy")));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"of the middle times: {Middle(copied) / Middle(own):0.00} of the speed of cp and sync"));
        }
        catch (ProgramMissingException missing)
        {
            Console.WriteLine($"skipped: {missing.Message}");
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task<double> FillAsync(string home, string share, bool isFirst)
    {
        var cache = Path.Combine(home, "cache");
        await using (var backend = await EmbeddedBackend.OpenAsync(new() { CacheDirectory = cache, Shares = [new ShareMapping(Share, share)] }))
        {
            var took = await MeasureAsync("this library, pinned with Fill", async () =>
            {
                var report = await backend.PinAsync([Share], new PinOptions { Flags = PinControlFlags.ForUser | PinControlFlags.Fill }, null, default);
                report.ThrowIfFailed();
            });
            if (isFirst) await RequireSameAsync(backend, share);
            await backend.DisposeAsync();
            Directory.Delete(cache, recursive: true);
            return took;
        }
    }

    private static async Task<double> CopyAsync(string share, string target)
    {
        var took = await MeasureAsync(
            "cp --reflink=never, then sync", () => ProgramRun.RunAsync("sh", ["-c", "cp -r --reflink=never \"$1\" \"$2\" && sync -f \"$2\"", "sh", share, target]));
        Directory.Delete(target, recursive: true);
        return took;
    }

    private static async Task RequireSameAsync(EmbeddedBackend backend, string share)
    {
        foreach (var file in Directory.EnumerateFiles(share))
        {
            await using var own = await backend.Files.OpenReadAsync(UncPath.Parse($@"{Share}\{Path.GetFileName(file)}"), default);
            await using var other = File.OpenRead(file);
            if (Convert.ToHexString(await SHA256.HashDataAsync(own)) != Convert.ToHexString(await SHA256.HashDataAsync(other)))
                throw new InvalidOperationException($"'{file}' holds other bytes here.");
        }
    }

    private static async Task MakeAsync(string path, int seed, long length)
    {
        var random = new Random(seed);
        var piece = new byte[1_000_000];
        await using var file = File.Create(path);
        for (var left = length; left > 0; left -= piece.Length)
        {
            random.NextBytes(piece);
            await file.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
        }
    }

    private static async Task<double> MeasureAsync(string what, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took,8:0.00} s  {what}"));
        return took;
    }

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
