using System.Threading.Channels;

namespace OfflineFiles.Sdk.AotSmoke;

/// <summary>Pinning brings the files into the cache, and whoever watches sees them come.</summary>
internal static class ChangeChecks
{
    public static async Task RunAsync(Checks checks, OfflineFilesCache cache)
    {
        var seen = Channel.CreateUnbounded<CacheChange>();
        using (cache.Changes.Subscribe(change => seen.Writer.TryWrite(change)))
        {
            (await cache.PinAsync(SampleShare.Path, new PinOptions { Flags = PinControlFlags.ForUser })).ThrowIfFailed();
            (await cache.SynchronizeAsync(SyncOptions.Default)).ThrowIfFailed();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            CacheChange change;
            do change = await seen.Reader.ReadAsync(patience.Token);
            while (change.Path != SampleShare.Report);
            checks.Equal("a file that comes into the cache is a change", CacheChangeKind.ItemAdded, change.Kind);
        }

        checks.Equal("its item is in the cache", SampleShare.Report, (await cache.FindAsync(SampleShare.Report))?.Path);
    }
}
