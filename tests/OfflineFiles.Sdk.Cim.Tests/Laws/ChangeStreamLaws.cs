using CsCheck;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Tests.Indications;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Laws;

/// <summary>What holds whenever somebody subscribes, leaves or ends it all, and whatever happens and fails meanwhile.</summary>
public sealed class ChangeStreamLaws
{
    private static readonly WqlSelectQuery Everything = new("Win32_OfflineFilesItem");
    // So many that a change which is lost is seldom made good by another one of the same item.
    private static readonly string[] Paths = [@"\\s", @"\\s\a", @"\\s\A\E", .. Enumerable.Range(0, 500).Select(number => $@"\\s\a\{number}")];

    // The first of them are there from the beginning and may go; the others come and change.
    private const int Removable = 150;

    [Test]
    public Task Who_subscribes_then_reads_and_then_follows_the_changes_has_the_state_of_the_cache() => Gen.Int.SampleAsync(
        async seed =>
        {
            var random = new Random(seed);
            var cache = new ChangingCache(Paths.Take(Removable).Select(path => new OfflineFilesItem(path, OfflineFilesItemType.File)))
            {
                Before = token => Task.Delay(Random.Shared.Next(15), token),
            };
            await using var backend = Open(cache);
            using var early = random.Next(4) == 0 ? backend.Changes.Subscribe(new ChangeRecorder()) : null;
            var changing = Task.Run(() => ChangeAsync(cache, new Random(seed), 200, fails: seed % 4 == 0));
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
            var changing = Task.Run(() => ChangeAsync(cache, new Random(seed), random.Next(100), fails: true));
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

    // A failure is a gap, and reading anew makes good whatever was lost: only without one does a lost change show.
    private static async Task ChangeAsync(ChangingCache cache, Random random, int times, bool fails)
    {
        for (var i = 0; i < times; i++)
        {
            // Nothing goes back to what it was: between two looks nobody would notice.
            var number = random.Next(Paths.Length);
            if (number < Removable) cache.Remove(Paths[number]);
            else cache.Put(new OfflineFilesItem(Paths[number], OfflineFilesItemType.File) { FileSysInfo = new FileSysInfo { LocalSize = i + 1 } });
            if (fails && random.Next(20) == 0) cache.Failure = cache.Failure is null ? new CimTransportException(CimStatus.Failed, "down") : null;
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
