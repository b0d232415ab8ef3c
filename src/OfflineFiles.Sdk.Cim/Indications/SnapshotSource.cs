namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>
/// Reads the whole cache again and again and compares. A look that fails changes nothing: the next one that succeeds is compared with the last
/// that did, and tells what happened meanwhile.
/// </summary>
internal sealed class SnapshotSource(
    Func<CancellationToken, IAsyncEnumerable<OfflineFilesItem>> read, CimChangeOptions options, TimeProvider time) : IChangeSource
{
    public async Task RunAsync(ChangeWatch watch, CancellationToken cancellationToken)
    {
        watch.Chosen(CimChangeSource.Snapshots);
        var interval = new AdaptiveInterval(options);
        CacheSnapshot? snapshot = null;
        while (true)
        {
            var beginning = time.GetTimestamp();
            bool somethingHappened;
            try
            {
                if (snapshot is null)
                {
                    snapshot = await BeginAsync(cancellationToken).ConfigureAwait(false);
                    watch.See(knowsWhatHappened: false);
                    somethingHappened = true;
                }
                else
                {
                    var changes = await CompareAsync(snapshot, cancellationToken).ConfigureAwait(false);
                    watch.See(knowsWhatHappened: true);
                    watch.Tell(changes);
                    somethingHappened = changes.Count > 0;
                }
            }
            catch (OfflineFilesException error)
            {
                somethingHappened = watch.LoseSight(error);
            }

            interval.Looked(time.GetElapsedTime(beginning), somethingHappened);
            watch.Begin();
            await watch.PauseAsync(interval, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<CacheSnapshot> BeginAsync(CancellationToken cancellationToken)
    {
        var items = new List<OfflineFilesItem>();
        await foreach (var item in read(cancellationToken).ConfigureAwait(false)) items.Add(item);
        return new CacheSnapshot(items);
    }

    private async Task<IReadOnlyList<CacheChange>> CompareAsync(CacheSnapshot snapshot, CancellationToken cancellationToken)
    {
        var comparison = snapshot.Compare();
        await foreach (var item in read(cancellationToken).ConfigureAwait(false)) comparison.Add(item);
        return comparison.Accept();
    }
}
