using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>
/// Reads the whole cache again and again and compares. A look that fails changes nothing: the next one that succeeds is compared with the last
/// that did, and tells what happened meanwhile.
/// </summary>
internal sealed class SnapshotSource(
    Func<CancellationToken, IAsyncEnumerable<OfflineFilesItem>> read, CimChangeOptions options, TimeProvider time, int maxItems) : IChangeSource
{
    public async Task RunAsync(ChangeWatch watch, CancellationToken cancellationToken)
    {
        watch.Chosen(CimChangeSource.Snapshots);
        var interval = new AdaptiveInterval(options);
        CacheSnapshot? snapshot = null;
        while (true)
        {
            var beginning = time.GetTimestamp();
            var look = new Look(read, maxItems);
            bool somethingHappened;
            try
            {
                if (snapshot is null)
                {
                    snapshot = await BeginAsync(look, cancellationToken).ConfigureAwait(false);
                    watch.See(knowsWhatHappened: false);
                    somethingHappened = true;
                }
                else
                {
                    var changes = await CompareAsync(snapshot, look, cancellationToken).ConfigureAwait(false);
                    watch.See(knowsWhatHappened: true);
                    watch.Tell(changes);
                    somethingHappened = changes.Count > 0;
                }
            }
            catch (OfflineFilesException error) when (!look.IsTooMuch)
            {
                somethingHappened = watch.LoseSight(error);
            }

            interval.Looked(time.GetElapsedTime(beginning), somethingHappened);
            watch.Begin();
            await watch.PauseAsync(interval, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<CacheSnapshot> BeginAsync(Look look, CancellationToken cancellationToken)
    {
        var items = new List<OfflineFilesItem>();
        await foreach (var item in look.ReadAsync(cancellationToken).ConfigureAwait(false)) items.Add(item);
        return new CacheSnapshot(items);
    }

    private static async Task<IReadOnlyList<CacheChange>> CompareAsync(CacheSnapshot snapshot, Look look, CancellationToken cancellationToken)
    {
        var comparison = snapshot.Compare();
        await foreach (var item in look.ReadAsync(cancellationToken).ConfigureAwait(false)) comparison.Add(item);
        return comparison.Accept();
    }

    /// <summary>One pass over the items: each once, and no more than may be kept.</summary>
    private sealed class Look(Func<CancellationToken, IAsyncEnumerable<OfflineFilesItem>> read, int maxItems)
    {
        private readonly HashSet<string> _seen = new(WqlText.Comparer);

        /// <summary>There were more than may be kept: so it would be at the next look.</summary>
        public bool IsTooMuch => _seen.Count > maxItems;

        public async IAsyncEnumerable<OfflineFilesItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var item in read(cancellationToken).ConfigureAwait(false))
            {
                if (!_seen.Add(item.ItemPath)) throw Unfit.Twice(item.ItemPath);
                if (IsTooMuch) throw Unfit.TooManyItems(maxItems);
                yield return item;
            }
        }
    }
}
