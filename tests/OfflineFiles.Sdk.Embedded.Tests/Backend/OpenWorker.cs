namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>A process that opens a cache twice and says what came of it.</summary>
internal static class OpenWorker
{
    public const string Name = "open-worker";

    public static async Task<int> RunAsync(string cache)
    {
        await OpenAsync(cache);
        await OpenAsync(cache);
        return 0;
    }

    private static async Task OpenAsync(string cache)
    {
        try
        {
            await using var backend = await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions { CacheDirectory = cache });
            Console.WriteLine("opened");
        }
        catch (CacheOpenException refusal)
        {
            Console.WriteLine($"{refusal.Failure}: {refusal.Message}");
        }
    }
}
