using System.Globalization;
using System.Text;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>Works on a cache until it is killed, and says before and after each step what it does.</summary>
internal static class CrashWorker
{
    public const string Name = "crash-worker";

    /// <summary>The worker that takes given steps.</summary>
    public const string StepsName = "steps-worker";

    public static EmbeddedBackendOptions OptionsOf(string root) => new()
    {
        CacheDirectory = Path.Join(root, "cache"),
        Shares = [new ShareMapping(TestCache.Share, ShareOf(root))],
    };

    /// <summary>
    /// The directory of the share: below the root, or, to try another file system by hand, in the directory that <c>OFFLINEFILES_SHARES_IN</c> names.
    /// </summary>
    public static string ShareOf(string root) => SharesIn is { } directory ? Path.Join(directory, Path.GetFileName(root)) : Path.Join(root, "share");

    public static string? SharesIn { get; } = Environment.GetEnvironmentVariable("OFFLINEFILES_SHARES_IN");

    public static async Task<int> RunAsync(string root, int seed)
    {
        var random = new Random(seed);
        await using var backend = await EmbeddedBackend.OpenAsync(OptionsOf(root));
        await backend.PinAsync([TestCache.Share], PinOptions.Default, null, CancellationToken.None);
        var present = new HashSet<string>();
        Console.WriteLine("ready");
        for (var step = 0; ; step++)
        {
            var name = $"f{random.Next(5)}.txt";
            switch (random.Next(10))
            {
                case 0:
                    await StepAsync("offline", () => backend.TransitionOfflineAsync(TestCache.Share, OfflineTransitionOptions.Default, CancellationToken.None));
                    break;
                case 1:
                    await StepAsync("online", () => backend.TransitionOnlineAsync(TestCache.Share, TransitionFlags.None, CancellationToken.None));
                    break;
                case 2 or 3:
                    await StepAsync("sync", () => backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, null, CancellationToken.None));
                    break;
                case 4 when present.Contains(name):
                    await StepAsync($"delete {name}", () => backend.Files.DeleteAsync(TestCache.At(name), CancellationToken.None));
                    present.Remove(name);
                    break;
                case 5 when present.Contains(name) && present.Add("moved.txt"):
                    await StepAsync($"move {name} moved.txt", () => backend.Files.MoveAsync(TestCache.At(name), TestCache.At("moved.txt"), CancellationToken.None));
                    present.Remove(name);
                    break;
                default:
                    var content = $"{seed}-{step}-{new string('x', random.Next(20_000))}";
                    await StepAsync($"write {name} {content}", () => WriteAsync(backend, name, content));
                    present.Add(name);
                    break;
            }
        }
    }

    /// <summary>Takes the given steps and says of each how it went. An error that is not of the documented family ends the worker with another code.</summary>
    public static async Task<int> TakeAsync(string root, IReadOnlyList<string> steps)
    {
        try
        {
            await using var backend = await EmbeddedBackend.OpenAsync(OptionsOf(root));
            foreach (var step in steps)
            {
                try
                {
                    await TakeAsync(backend, step);
                    Console.WriteLine($"done {step[..Math.Min(step.Length, 60)]}");
                }
                catch (OfflineFilesException exception)
                {
                    Console.WriteLine($"failed {step[..Math.Min(step.Length, 60)]}: {exception.Message}");
                }
            }

            return 0;
        }
        catch (OfflineFilesException exception)
        {
            Console.WriteLine($"failed: {exception.Message}");
            return 0;
        }
#pragma warning disable CA1031 // That is what is asked: which errors leave the library.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Console.WriteLine($"foreign {exception}");
            return 3;
        }
    }

    /// <summary>Takes one step, written as a word for what is done and the names that it is done to.</summary>
    public static async Task TakeAsync(EmbeddedBackend backend, string step)
    {
        switch (step.Split(' '))
        {
            case ["pin"]:
                await backend.PinAsync([TestCache.Share], PinOptions.Default, null, CancellationToken.None);
                break;
            case ["offline"]:
                await backend.TransitionOfflineAsync(TestCache.Share, OfflineTransitionOptions.Default, CancellationToken.None);
                break;
            case ["online"]:
                await backend.TransitionOnlineAsync(TestCache.Share, TransitionFlags.None, CancellationToken.None);
                break;
            case ["sync"]:
                await backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, null, CancellationToken.None);
                break;
            case ["write", var name, var content]:
                var repeated = content.Split('*');
                await WriteAsync(
                    backend,
                    name,
                    repeated is [var times, [var letter]] ? new string(letter, int.Parse(times, CultureInfo.InvariantCulture)) : content);
                break;
            case ["mkdir", var name]:
                await backend.Files.CreateDirectoryAsync(TestCache.At(name), CancellationToken.None);
                break;
            case ["delete", var name]:
                await backend.Files.DeleteAsync(TestCache.At(name), CancellationToken.None);
                break;
            case ["move", var name, var target]:
                await backend.Files.MoveAsync(TestCache.At(name), TestCache.At(target), CancellationToken.None);
                break;
            default:
                throw new ArgumentException($"'{step}' is no step.", nameof(step));
        }
    }

    private static async Task StepAsync(string what, Func<Task> work)
    {
        Console.WriteLine(what);
        await work();
        Console.WriteLine("done");
    }

    private static async Task WriteAsync(EmbeddedBackend backend, string name, string content)
    {
        await using var writer = await backend.Files.OpenWriteAsync(TestCache.At(name), FileWriteMode.CreateOrReplace, CancellationToken.None);
        await writer.WriteAsync(Encoding.UTF8.GetBytes(content));
        await writer.CommitAsync();
    }
}
