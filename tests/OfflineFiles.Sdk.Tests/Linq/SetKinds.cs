using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>The same three names in every kind of collection, and every spelling of the question whether one of them is the name of an item.</summary>
internal static class SetKinds
{
    public static readonly string[] Names = ["Q1.XLSX", "a_b.TXT", "data"];

    /// <summary>Collections that were given no comparer: all are the same question.</summary>
    public static IEnumerable<(string Kind, Expression<Func<OfflineFilesItem, bool>> Holds)> OfNoComparer()
    {
        var map = Names.ToDictionary(name => name, name => name.Length);
        var list = Names.ToList();
        var frozen = Names.ToFrozenSet();
        var frozenMap = map.ToFrozenDictionary();
        var immutable = Names.ToImmutableHashSet();
        var immutableArray = Names.ToImmutableArray();
        var immutableList = Names.ToImmutableList();
        var immutableSorted = Names.ToImmutableSortedSet();
        var immutableMap = map.ToImmutableDictionary();
        var immutableSortedMap = map.ToImmutableSortedDictionary();
        var hashed = Names.ToHashSet();
        var sorted = new SortedSet<string>(Names);
        var sortedMap = new SortedDictionary<string, int>(map);
        var sortedList = new SortedList<string, int>(map);
        var concurrentMap = new ConcurrentDictionary<string, int>(map);
        var concurrentBag = new ConcurrentBag<string>(Names);
        var lookup = Names.ToLookup(name => name);
        var queue = new Queue<string>(Names);
        var stack = new Stack<string>(Names);
        var linked = new LinkedList<string>(Names);
        var observed = new ObservableCollection<string>(Names);
        var readOnly = list.AsReadOnly();
        var readOnlyMap = new ReadOnlyDictionary<string, int>(map);
        var old = new ArrayList(Names);
        var strings = new StringCollection();
        strings.AddRange(Names);
        var hashtable = new Hashtable(map);
        var segment = new ArraySegment<string>(Names);
        ICollection<string> collection = immutable;
        IEnumerable<string> sequence = frozen;
        IReadOnlyCollection<string> written = [.. Names];
        ISet<string> set = sorted;
        IReadOnlySet<string> readOnlySet = hashed;
        IDictionary<string, int> anyMap = sortedMap;
        IReadOnlyDictionary<string, int> readMap = map;
        var sortedValues = new SortedList<string, string>(Names.ToDictionary(name => name + "!"));
        var keys = map.Keys;
        var sortedKeys = sortedMap.Keys;

        yield return ("array", i => Names.Contains(i.ItemName));
        yield return ("List", i => list.Contains(i.ItemName));
        yield return ("HashSet", i => hashed.Contains(i.ItemName));
        yield return ("FrozenSet", i => frozen.Contains(i.ItemName));
        yield return ("ImmutableHashSet", i => immutable.Contains(i.ItemName));
        yield return ("ImmutableArray", i => immutableArray.Contains(i.ItemName));
        yield return ("ImmutableList", i => immutableList.Contains(i.ItemName));
        yield return ("ImmutableSortedSet", i => immutableSorted.Contains(i.ItemName));
        yield return ("SortedSet", i => sorted.Contains(i.ItemName));
        yield return ("ILookup", i => lookup.Contains(i.ItemName));
        yield return ("ConcurrentBag", i => concurrentBag.Contains(i.ItemName));
        yield return ("Queue", i => queue.Contains(i.ItemName));
        yield return ("Stack", i => stack.Contains(i.ItemName));
        yield return ("LinkedList", i => linked.Contains(i.ItemName));
        yield return ("ObservableCollection", i => observed.Contains(i.ItemName));
        yield return ("ReadOnlyCollection", i => readOnly.Contains(i.ItemName));
        yield return ("ArrayList", i => old.Contains(i.ItemName));
        yield return ("IList", i => ((IList)list).Contains(i.ItemName));
        yield return ("StringCollection", i => strings.Contains(i.ItemName));
        yield return ("Hashtable", i => hashtable.Contains(i.ItemName));
        yield return ("Hashtable.ContainsKey", i => hashtable.ContainsKey(i.ItemName));
        yield return ("ArraySegment", i => segment.Contains(i.ItemName));
        yield return ("ICollection", i => collection.Contains(i.ItemName));
        yield return ("IEnumerable", i => sequence.Contains(i.ItemName));
        yield return ("collection expression", i => written.Contains(i.ItemName));
        yield return ("ISet", i => set.Contains(i.ItemName));
        yield return ("IReadOnlySet", i => readOnlySet.Contains(i.ItemName));
        yield return ("iterator", i => Iterate().Contains(i.ItemName));
        yield return ("own collection without a search", i => new Enumerated(Names).Contains(i.ItemName));
        yield return ("List of one's own", i => new OwnList(Names).Contains(i.ItemName));
#if NET9_0_OR_GREATER
        var readOnlyOfSet = new ReadOnlySet<string>(hashed);
        yield return ("ReadOnlySet", i => readOnlyOfSet.Contains(i.ItemName));
#endif

        yield return ("Dictionary.ContainsKey", i => map.ContainsKey(i.ItemName));
        yield return ("IDictionary.ContainsKey", i => anyMap.ContainsKey(i.ItemName));
        yield return ("IReadOnlyDictionary.ContainsKey", i => readMap.ContainsKey(i.ItemName));
        yield return ("SortedDictionary.ContainsKey", i => sortedMap.ContainsKey(i.ItemName));
        yield return ("SortedList.ContainsKey", i => sortedList.ContainsKey(i.ItemName));
        yield return ("ConcurrentDictionary.ContainsKey", i => concurrentMap.ContainsKey(i.ItemName));
        yield return ("ReadOnlyDictionary.ContainsKey", i => readOnlyMap.ContainsKey(i.ItemName));
        yield return ("FrozenDictionary.ContainsKey", i => frozenMap.ContainsKey(i.ItemName));
        yield return ("ImmutableDictionary.ContainsKey", i => immutableMap.ContainsKey(i.ItemName));
        yield return ("ImmutableSortedDictionary.ContainsKey", i => immutableSortedMap.ContainsKey(i.ItemName));
        yield return ("Dictionary.Keys", i => map.Keys.Contains(i.ItemName));
        yield return ("IReadOnlyDictionary.Keys", i => readMap.Keys.Contains(i.ItemName));
        yield return ("ImmutableDictionary.Keys", i => immutableMap.Keys.Contains(i.ItemName));
        yield return ("FrozenDictionary.Keys", i => frozenMap.Keys.Contains(i.ItemName));
        yield return ("SortedList.Keys", i => sortedList.Keys.Contains(i.ItemName));
        yield return ("keys, captured", i => keys.Contains(i.ItemName));
        yield return ("sorted keys, captured", i => sortedKeys.Contains(i.ItemName));
        yield return ("Dictionary.ContainsValue", i => Names.ToDictionary(name => name + "!").ContainsValue(i.ItemName));

        yield return ("Array.IndexOf", i => Array.IndexOf(Names, i.ItemName) >= 0);
        yield return ("Array.IndexOf != -1", i => Array.IndexOf(Names, i.ItemName) != -1);
        yield return ("Array.LastIndexOf", i => Array.LastIndexOf(Names, i.ItemName) > -1);
        yield return ("-1 < List.IndexOf", i => -1 < list.IndexOf(i.ItemName));
        yield return ("IList.IndexOf", i => ((IList<string>)Names).IndexOf(i.ItemName) >= 0);
        yield return ("List.LastIndexOf", i => !(list.LastIndexOf(i.ItemName) < 0));
        yield return ("ImmutableArray.IndexOf", i => immutableArray.IndexOf(i.ItemName) >= 0);
        yield return ("ImmutableList.IndexOf", i => immutableList.IndexOf(i.ItemName) != -1);
        yield return ("StringCollection.IndexOf", i => strings.IndexOf(i.ItemName) >= 0);

        yield return ("SortedList.IndexOfKey", i => sortedList.IndexOfKey(i.ItemName) >= 0);
        yield return ("SortedList.IndexOfValue", i => sortedValues.IndexOfValue(i.ItemName) != -1);
        yield return ("LinkedList.Find", i => linked.Find(i.ItemName) != null);
        yield return ("LinkedList.FindLast", i => null != linked.FindLast(i.ItemName));
        yield return ("List.BinarySearch", i => list.BinarySearch(i.ItemName) >= 0);
        yield return ("Array.BinarySearch", i => !(Array.BinarySearch(Names, i.ItemName) < 0));
#if NET9_0_OR_GREATER
        var ordered = new OrderedDictionary<string, int>(map);
        yield return ("OrderedDictionary.ContainsKey", i => ordered.ContainsKey(i.ItemName));
        yield return ("OrderedDictionary.IndexOf", i => ordered.IndexOf(i.ItemName) >= 0);
        yield return ("OrderedDictionary.Keys", i => ordered.Keys.Contains(i.ItemName));
#endif

        yield return ("Any", i => Names.Any(name => name == i.ItemName));
        yield return ("Any of a set", i => hashed.Any(name => i.ItemName == name));
        yield return ("Array.Exists", i => Array.Exists(Names, name => name == i.ItemName));
        yield return ("List.Exists", i => list.Exists(name => name == i.ItemName));
        yield return ("List.Find", i => list.Find(name => name == i.ItemName) != null);
        yield return ("Array.Find", i => Array.Find(Names, name => name == i.ItemName) != null);
        yield return ("FirstOrDefault", i => Names.FirstOrDefault(name => name == i.ItemName) != null);
        yield return ("FindIndex", i => list.FindIndex(name => name == i.ItemName) >= 0);
        yield return ("Count", i => Names.Count(name => name == i.ItemName) > 0);
        yield return ("Where.Any", i => Names.Where(name => name == i.ItemName).Any());
    }

    /// <summary>Collections that were given a comparer of their own.</summary>
    public static IEnumerable<(string Kind, Expression<Func<OfflineFilesItem, bool>> Holds)> Of(StringComparer comparer)
    {
        var hashed = new HashSet<string>(Names, comparer);
        var frozen = Names.ToFrozenSet(comparer);
        var immutable = ImmutableHashSet.Create(comparer, Names);
        var builder = immutable.ToBuilder();
        var immutableSorted = ImmutableSortedSet.Create(comparer, Names);
        var sorted = new SortedSet<string>(Names, comparer);
        var map = Names.ToDictionary(name => name, name => name.Length, comparer);
        var keys = map.Keys;
        var sortedMap = new SortedDictionary<string, int>(map, comparer);
        var sortedList = new SortedList<string, int>(map, comparer);
        var concurrentMap = new ConcurrentDictionary<string, int>(map, comparer);
        var readOnlyMap = new ReadOnlyDictionary<string, int>(map);
        var frozenMap = map.ToFrozenDictionary(comparer);
        var immutableMap = map.ToImmutableDictionary(comparer);
        var lookup = Names.ToLookup(name => name, comparer);
        IReadOnlySet<string> readOnlySet = hashed;

        yield return ("Contains with a comparer", i => Names.Contains(i.ItemName, comparer));
        yield return ("HashSet", i => hashed.Contains(i.ItemName));
        yield return ("IReadOnlySet", i => readOnlySet.Contains(i.ItemName));
        yield return ("FrozenSet", i => frozen.Contains(i.ItemName));
        yield return ("ImmutableHashSet", i => immutable.Contains(i.ItemName));
        yield return ("ImmutableHashSet.Builder", i => builder.Contains(i.ItemName));
        yield return ("ImmutableSortedSet", i => immutableSorted.Contains(i.ItemName));
        yield return ("SortedSet", i => sorted.Contains(i.ItemName));
        yield return ("Dictionary.ContainsKey", i => map.ContainsKey(i.ItemName));
        yield return ("Dictionary.Keys", i => map.Keys.Contains(i.ItemName));
        yield return ("keys, captured", i => keys.Contains(i.ItemName));
        yield return ("SortedDictionary.ContainsKey", i => sortedMap.ContainsKey(i.ItemName));
        yield return ("SortedList.ContainsKey", i => sortedList.ContainsKey(i.ItemName));
        yield return ("ConcurrentDictionary.ContainsKey", i => concurrentMap.ContainsKey(i.ItemName));
        yield return ("ReadOnlyDictionary.ContainsKey", i => readOnlyMap.ContainsKey(i.ItemName));
        yield return ("FrozenDictionary.ContainsKey", i => frozenMap.ContainsKey(i.ItemName));
        yield return ("ImmutableDictionary.ContainsKey", i => immutableMap.ContainsKey(i.ItemName));
        yield return ("ILookup", i => lookup.Contains(i.ItemName));
#if NET9_0_OR_GREATER
        var readOnlyOfSet = new ReadOnlySet<string>(hashed);
        yield return ("ReadOnlySet", i => readOnlyOfSet.Contains(i.ItemName));
        var ordered = new OrderedDictionary<string, int>(map, comparer);
        yield return ("OrderedDictionary.ContainsKey", i => ordered.ContainsKey(i.ItemName));
#endif
    }

    private static IEnumerable<string> Iterate()
    {
        foreach (var name in Names) yield return name;
    }

    /// <summary>A collection that says itself what it holds.</summary>
    internal sealed class OwnSearch(params string[] names) : IReadOnlyCollection<string>
    {
        public int Count => names.Length;

        public bool Contains(string name) => name.Length == names[0].Length;

        public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)names).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>A collection that is asked for keys and enumerates what they are keys of.</summary>
    internal sealed class Keyed : KeyedCollection<string, string>
    {
        protected override string GetKeyForItem(string item) => item.Substring(1);
    }

    private sealed class Enumerated(string[] names) : IEnumerable<string>
    {
        public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)names).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class OwnList(IEnumerable<string> names) : List<string>(names);
}
