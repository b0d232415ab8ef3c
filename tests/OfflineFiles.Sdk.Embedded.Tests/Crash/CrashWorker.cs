using System.Text;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>Works on a cache until it is killed, and says before and after each step what it does.</summary>
internal static class CrashWorker
{
    public const string Name = "crash-worker";

    public static EmbeddedBackendOptions OptionsOf(string root) => new()
    {
        CacheDirectory = Path.Join(root, "cache"),
        Shares = [new ShareMapping(TestCache.Share, Path.Join(root, "share"))],
    };

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
