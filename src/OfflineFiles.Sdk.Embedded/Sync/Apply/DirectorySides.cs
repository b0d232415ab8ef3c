using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>
/// What a directory holds here and on the share, brought together by name: in one pass over both in the same order where they are spelled alike,
/// as nearly all are, and the rest by look-up, ignoring case.
/// </summary>
internal sealed class DirectorySides
{
    /// <summary>So many rows are read one by one; where more are asked for, all of them at once.</summary>
    private const int Few = 8;

    private readonly CacheStore _store;
    private readonly IReadOnlyList<ShareEntry> _listed;

    /// <summary>What is here in the spelling of the entry at the same place.</summary>
    private readonly Held[] _partners;

    /// <summary>What is here and on the share, if at all, in another spelling.</summary>
    private readonly Dictionary<string, Held> _others = new(WqlText.Comparer);

    /// <summary>The entries with the reason why each is left alone; null where no two differ only in case, and each tells for itself.</summary>
    private readonly List<(ShareEntry Entry, string? LeftAlone)>? _chosen;

    private Dictionary<UncPath, ItemRow>? _all;
    private int _asked;

    /// <param name="store">Where whole rows are read.</param>
    /// <param name="here">What the cache holds.</param>
    /// <param name="listed">What the share holds, ordinal by name.</param>
    public DirectorySides(CacheStore store, Glance here, IReadOnlyList<ShareEntry> listed)
    {
        (_store, Directory, _listed) = (store, here.Container, listed);
        var held = new Held[here.Quiet.Count + here.Busy.Count];
        for (var i = 0; i < here.Quiet.Count; i++) held[i] = new Held(here.Quiet[i].Name, null, here.Quiet[i]);
        for (var i = 0; i < here.Busy.Count; i++) held[here.Quiet.Count + i] = new Held(here.Busy[i].Path.Name, here.Busy[i], null);
        Sort(held);
        _partners = Merge(held);
        if (!listed.Any(entry => entry.NameClash)) return;
        var names = held.Select(one => one.Name!).ToHashSet(WqlText.Comparer);
        _chosen = ShareListing.Choose(listed, name => names.TryGetValue(name, out var spelling) ? spelling : null);
    }

    /// <summary>In the spelling of the rows.</summary>
    public UncPath Directory { get; }

    /// <summary>How many entries the share holds.</summary>
    public int Count => _listed.Count;

    /// <summary>An entry, with the reason why it is left alone.</summary>
    public (ShareEntry Entry, string? LeftAlone) this[int index] =>
        _chosen is not null ? _chosen[index] : (_listed[index], ShareListing.WhyLeftAlone(_listed[index]));

    /// <summary>Takes an item that is, at a glance, what it was: in the same spelling, with the same hint.</summary>
    /// <returns>Its name; null if it takes more to tell.</returns>
    public string? TakeIfAsItWas(int index, ShareTraits traits)
    {
        var entry = _listed[index];
        if (_partners[index].Quiet is not { } quiet
            || entry.Kind != ShareEntryKind.File
            || !traits.ChangeTimeIsReal
            || !traits.SameVersion(quiet.Token, entry.Token)) return null;
        _partners[index] = default;
        return entry.Name;
    }

    /// <summary>Returns the row of an entry and removes it from what is left to be visited; null if the cache has no such item.</summary>
    public async ValueTask<ItemRow?> TakeAsync(int index, CancellationToken cancellationToken) =>
        Remove(index) is { Name: not null } held ? await RowAsync(held, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Does not look at the name of an entry again.</summary>
    public void Drop(int index) => Remove(index);

    /// <summary>Takes the rows whose names the share does not hold.</summary>
    public async IAsyncEnumerable<ItemRow> TakeRestAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Where a twin in other case is there, nobody can say whether a row is gone.
        if (_chosen is not null)
            foreach (var entry in _listed.Where(entry => entry.NameClash)) _others.Remove(entry.Name);
        foreach (var held in _others.Values.OrderBy(held => held.Name, StringComparer.Ordinal))
            if (await RowAsync(held, cancellationToken).ConfigureAwait(false) is { } row) yield return row;
    }

    /// <summary>The next directory of the share.</summary>
    /// <param name="index">The entry from which on one is looked for; then the one behind it.</param>
    /// <param name="directory">Null if it is not the same directory on both sides: then it is not known yet what will be read.</param>
    /// <returns>Whether the share has a further directory here.</returns>
    public bool TryNextDirectory(ref int index, out UncPath? directory)
    {
        directory = null;
        while (index < _listed.Count)
        {
            var (entry, held) = (_listed[index], _partners[index++]);
            if (entry.Kind != ShareEntryKind.Directory) continue;
            directory = held.Row is { IsContainer: true, Dirty: false } row && !SyncNames.Differ(row, entry) ? row.Path : null;
            return true;
        }

        return false;
    }

    /// <summary>Most are in order already.</summary>
    private static void Sort(Held[] held)
    {
        for (var i = 1; i < held.Length; i++)
        {
            if (string.CompareOrdinal(held[i - 1].Name, held[i].Name) < 0) continue;
            Array.Sort(held, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return;
        }
    }

    private Held[] Merge(Held[] held)
    {
        var partners = new Held[_listed.Count];
        var at = 0;
        foreach (var one in held)
        {
            var order = 1;
            while (at < _listed.Count && (order = string.CompareOrdinal(_listed[at].Name, one.Name)) < 0) at++;
            if (order == 0) partners[at++] = one;
            else _others.Add(one.Name!, one);
        }

        return partners;
    }

    private Held Remove(int index)
    {
        var held = _partners[index];
        _partners[index] = default;
        if (held.Name is null) _others.Remove(_listed[index].Name, out held);
        return held;
    }

    private async ValueTask<ItemRow?> RowAsync(Held held, CancellationToken cancellationToken)
    {
        if (held.Row is not null) return held.Row;
        var path = Directory.Append(held.Name!);
        if (_all is null && ++_asked <= Few) return await _store.FindAsync(path, cancellationToken).ConfigureAwait(false);
        _all ??= (await _store.ReadAsync(connection => connection.Children(Directory), cancellationToken).ConfigureAwait(false)).ToDictionary(row => row.Path);
        return _all.GetValueOrDefault(path);
    }

    /// <summary>Something that is here, by its row or no more than is asked of it; without a name, nothing.</summary>
    private readonly record struct Held(string? Name, ItemRow? Row, QuietItem? Quiet);
}
