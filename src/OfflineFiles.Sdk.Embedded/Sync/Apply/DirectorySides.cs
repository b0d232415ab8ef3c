using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>What a directory holds here and on the share, brought together by name.</summary>
internal sealed class DirectorySides
{
    /// <summary>So many rows are read one by one; where more are asked for, all of them at once.</summary>
    private const int Few = 8;

    private readonly CacheStore _store;
    private readonly UncPath _directory;
    private readonly IReadOnlyList<ShareEntry> _listed;
    private readonly Dictionary<string, Held> _held;
    private Dictionary<UncPath, ItemRow>? _all;
    private int _asked;

    public DirectorySides(
        CacheStore store, UncPath directory, IReadOnlyList<ItemRow> busy, IReadOnlyList<QuietItem> quiet, IReadOnlyList<ShareEntry> listed)
    {
        (_store, _directory, _listed) = (store, directory, listed);
        _held = new Dictionary<string, Held>(busy.Count + quiet.Count, WqlText.Comparer);
        foreach (var row in busy) _held.Add(row.Path.Name, new Held(row.Path.Name, row, null));
        foreach (var item in quiet) _held.Add(item.Path.Name, new Held(item.Path.Name, null, item));
        Entries = ShareListing.Choose(listed, name => _held.TryGetValue(name, out var held) ? held.Name : null);
    }

    /// <summary>What the share holds, each with the reason why it is left alone.</summary>
    public List<(ShareEntry Entry, string? LeftAlone)> Entries { get; }

    /// <summary>Takes an item that is, at a glance, what it was: in the same spelling, with the same hint. Null if it takes more to tell.</summary>
    public UncPath? TakeIfAsItWas(ShareEntry entry, ShareTraits traits)
    {
        if (entry.Kind != ShareEntryKind.File
            || !traits.ChangeTimeIsReal
            || !_held.TryGetValue(entry.Name, out var held)
            || held.Quiet is not { } quiet
            || held.Name != entry.Name
            || !traits.SameVersion(quiet.Token, entry.Token)) return null;
        _held.Remove(entry.Name);
        return quiet.Path;
    }

    /// <summary>Returns the row of a name and removes the name from what is left to be visited; null if the cache has no such item.</summary>
    public async ValueTask<ItemRow?> TakeAsync(string name, CancellationToken cancellationToken) =>
        _held.Remove(name, out var held) ? held.Row ?? await RowAsync(held.Quiet!.Path, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Does not look at a name again.</summary>
    public void Drop(string name) => _held.Remove(name);

    /// <summary>Takes the rows whose names the share does not hold.</summary>
    public async IAsyncEnumerable<ItemRow> TakeRestAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Where a twin in other case is there, nobody can say whether a row is gone.
        foreach (var entry in _listed)
            if (entry.NameClash) _held.Remove(entry.Name);
        foreach (var held in _held.Values.OrderBy(held => held.Name, StringComparer.Ordinal))
            if ((held.Row ?? await RowAsync(held.Quiet!.Path, cancellationToken).ConfigureAwait(false)) is { } row) yield return row;
    }

    /// <summary>Which directory is gone through next.</summary>
    /// <param name="index">The entry from which on one is looked for.</param>
    /// <param name="other">The answer if no directory follows here.</param>
    /// <returns>Null if the next one is not the same directory on both sides: then it is not known yet what will be read.</returns>
    public UncPath? DirectoryFrom(int index, UncPath? other)
    {
        var at = Entries.FindIndex(index, item => item.Entry.Kind == ShareEntryKind.Directory);
        if (at < 0) return other;
        var entry = Entries[at].Entry;
        return _held.TryGetValue(entry.Name, out var held) && held.Row is { IsContainer: true, Dirty: false } row && !SyncNames.Differ(row, entry) ? row.Path : null;
    }

    private async Task<ItemRow?> RowAsync(UncPath path, CancellationToken cancellationToken)
    {
        if (_all is null && ++_asked <= Few) return await _store.FindAsync(path, cancellationToken).ConfigureAwait(false);
        _all ??= (await _store.ReadAsync(connection => connection.Children(_directory), cancellationToken).ConfigureAwait(false)).ToDictionary(row => row.Path);
        return _all.GetValueOrDefault(path);
    }

    private readonly record struct Held(string Name, ItemRow? Row, QuietItem? Quiet);
}
