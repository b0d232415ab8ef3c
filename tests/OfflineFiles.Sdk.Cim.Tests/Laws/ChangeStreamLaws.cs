using CsCheck;
using OfflineFiles.Sdk.Cim.Tests.Indications;
using OfflineFiles.Sdk.Conformance.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Laws;

/// <summary>What holds whenever somebody subscribes, leaves or ends it all, and whatever happens and fails meanwhile.</summary>
public sealed class ChangeStreamLaws
{
    private static readonly WqlSelectQuery Everything = new("Win32_OfflineFilesItem");
    // So many that a change which is lost is seldom made good by another one of the same item.
    private static readonly string[] Paths = [@"\\s", @"\\s\a", @"\\s\A\E", .. Enumerable.Range(0, 500).Select(number => $@"\\s\a\{number}")];

    [Test]
    public Task Who_subscribes_then_reads_and_then_follows_the_changes_has_the_state_of_the_cache() => Gen.Int.SampleAsync(
        async seed =>
        {
            var random = new Random(seed);
            var cache = new ChangingCache { Before = token => Task.Delay(Random.Shared.Next(4), token) };
            await using var backend = Open(cache);
            using var early = random.Next(2) == 0 ? backend.Changes.Subscribe(new ChangeRecorder()) : null;
            var changing = Task.Run(() => ChangeAsync(cache, new Random(seed), 200));
            await Task.Yield();

            var changes = new ChangeRecorder();
            using var subscription = backend.Changes.Subscribe(changes);
            var state = await ReadAsync(backend);
            await changing;
            var truth = await ReadAsync(backend);
            while (!IsSame(state, truth))
            {
                var change = await changes.NextAsync();
                if (change.Kind == CacheChangeKind.Gap) state = await ReadAsync(backend);
                else if (change.Current is { } current) state[current.ItemPath] = current;
                else state.Remove(change.Path!.ToString());
            }
        },
        iter: LawBudget.Of(20),
        threads: 2);

    [Test]
    public Task Everything_ends_and_nothing_is_left_whenever_it_is_disposed() => Gen.Int.SampleAsync(
        async seed =>
        {
            var random = new Random(seed);
            var cache = new ChangingCache();
            var backend = Open(cache);
            var stayed = new ChangeRecorder();
            backend.Changes.Subscribe(stayed);
            var comingAndGoing = Task.Run(async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    using var subscription = backend.Changes.Subscribe(new ChangeRecorder());
                    if (i % 3 == 0) await backend.PinAsync([UncPath.Parse(Paths[i % Paths.Length])], PinOptions.Default, null, default);
                }
            });
            var changing = Task.Run(() => ChangeAsync(cache, new Random(seed), random.Next(100)));
            for (var i = random.Next(50); i > 0; i--) await Task.Yield();

            await backend.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

            while ((await stayed.NextOrNullAsync()) is not null)
            {
            }

            await changing;
            await comingAndGoing.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(20));
            Assert.That(comingAndGoing.Exception?.InnerException, Is.Null.Or.TypeOf<ObjectDisposedException>());
            Assert.That(cache.Running, Is.Zero);
        },
        iter: LawBudget.Of(50),
        threads: 2);

    private static CimBackend Open(ChangingCache cache) => Backends.Over(new ProviderDouble(cache), new CimBackendOptions
    {
        Changes = new CimChangeOptions { ShortestInterval = TimeSpan.FromTicks(100), LongestInterval = TimeSpan.FromMilliseconds(2), ReadingShare = 1 },
    });

    // Failures too, but not at the end.
    private static async Task ChangeAsync(ChangingCache cache, Random random, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var path = Paths[random.Next(Paths.Length)];
            if (random.Next(3) == 0) cache.Remove(path);
            else cache.Put(new OfflineFilesItem(path, OfflineFilesItemType.File) { FileSysInfo = new FileSysInfo { LocalSize = random.Next(3) } });
            if (random.Next(20) == 0) cache.Failure = cache.Failure is null ? new CimTransportException(CimStatus.Failed, "down") : null;
            if (random.Next(5) == 0) await Task.Delay(1);
        }

        cache.Failure = null;
    }

    private static async Task<Dictionary<string, OfflineFilesItem>> ReadAsync(CimBackend backend)
    {
        while (true)
        {
            try
            {
                return (await backend.QueryItemsAsync(Everything, default).ToListAsync()).ToDictionary(item => item.ItemPath, StringComparer.OrdinalIgnoreCase);
            }
            catch (OfflineFilesBackendException)
            {
                await Task.Yield();
            }
        }
    }

    private static bool IsSame(Dictionary<string, OfflineFilesItem> left, Dictionary<string, OfflineFilesItem> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other)
            && other.ItemPath == pair.Value.ItemPath && other.FileSysInfo == pair.Value.FileSysInfo);
}
