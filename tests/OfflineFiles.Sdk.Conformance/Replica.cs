using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Conformance;

/// <summary>A copy of a cache, by path, that only its changes keep right.</summary>
public sealed class Replica : IObserver<CacheChange>, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly OfflineFilesCache _cache;
    private readonly IDisposable _subscription;
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly List<CacheChange> _told = [];
    private readonly Dictionary<UncPath, OfflineFilesItem> _items = [];
    private bool _isStale;

    public Replica(OfflineFilesCache cache)
    {
        _cache = cache;
        _subscription = cache.Changes.Subscribe(this);
    }

    /// <summary>What was told since <see cref="Forget"/>.</summary>
    public IReadOnlyList<CacheChange> Told
    {
        get
        {
            lock (_items) return [.. _told];
        }
    }

    public void Forget()
    {
        lock (_items) _told.Clear();
    }

    /// <summary>Reads the cache: once, and after what the stream calls a gap.</summary>
    public async Task FillAsync()
    {
        var items = await _cache.Items.ToListAsync();
        lock (_items)
        {
            _items.Clear();
            foreach (var item in items) _items.Add(item.Path, item);
            _isStale = false;
        }
    }

    /// <summary>Waits until the copy is the cache: for the next change, as long as it is not.</summary>
    public async Task IsTheCacheAsync(string after)
    {
        while (true)
        {
            if (IsStale()) await FillAsync();
            var difference = Difference(await _cache.Items.ToListAsync());
            if (difference is null) return;
            Assert.That(
                await _arrived.WaitAsync(Patience), Is.True,
                $"After {after}: {difference}\nTold:\n{string.Join("\n", Told.Select(change => $"  {change}"))}");
        }
    }

    public void OnNext(CacheChange value)
    {
        lock (_items)
        {
            _told.Add(value);
            if (value.Kind == CacheChangeKind.Gap) _isStale = true;
            else if (value is { Kind: CacheChangeKind.ItemRemoved, Path: { } gone }) _items.Remove(gone);
            else if (value is { Path: { } path, Current: { } item })
            {
                if (value.OldPath is { } old) _items.Remove(old);
                // Under another case it is the same key, and the item is found under the text it has now.
                _items.Remove(path);
                _items.Add(path, item);
            }
        }

        _arrived.Release();
    }

    public void OnError(Exception error) => _arrived.Release();

    public void OnCompleted() => _arrived.Release();

    public ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        _arrived.Dispose();
        return default;
    }

    private bool IsStale()
    {
        lock (_items) return _isStale;
    }

    private string? Difference(List<OfflineFilesItem> items)
    {
        lock (_items)
        {
            var missing = items.Where(item => !_items.ContainsKey(item.Path)).Select(item => $"{item.ItemPath} was not told");
            var left = _items.Keys.Except(items.Select(item => item.Path)).Select(path => $"{path} is gone, which was not told");
            var other = items.Where(item => _items.ContainsKey(item.Path)).SelectMany(item => Differences(item, _items[item.Path]));
            return string.Join("; ", missing.Concat(left).Concat(other)) is { Length: > 0 } text ? text : null;
        }
    }

    private static IEnumerable<string> Differences(OfflineFilesItem item, OfflineFilesItem copy) =>
        from property in ItemProperties.Instance.All
        where !property.IsEmbedded && !Equals(property.Read(item), property.Read(copy))
        select $"{property} of {item.ItemPath} is '{property.Read(item)}' and was told as '{property.Read(copy)}'";
}
