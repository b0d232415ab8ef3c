namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>Places that together hold every row of a predicate; null, where one is expected, is anywhere. Immutable.</summary>
internal sealed class PlaceSet
{
    private readonly HashSet<Place> _places;
    private readonly PlaceKind _leastKind;

    private PlaceSet(HashSet<Place> places)
    {
        _places = places;
        if (places.Count == 0) return;
        _leastKind = places.Min(place => place.Kind);
        Kind = places.Max(place => place.Kind);
    }

    /// <summary>The kind of the largest of them.</summary>
    public PlaceKind Kind { get; }

    public int Count => _places.Count;

    public IEnumerable<Place> Places => _places;

    /// <summary>Whether an item may lie in two of them. It has one path and one parent.</summary>
    public bool MayOverlap => _places.Count > 1 && !IsFlat;

    private bool IsFlat => _leastKind == Kind && Kind != PlaceKind.Subtree;

    public static PlaceSet Of(Place place) => new([place]);

    /// <summary>Where rows lie that lie in any of the sets: anywhere, as soon as one of these is.</summary>
    public static PlaceSet? Union(IEnumerable<PlaceSet?> sets)
    {
        var all = new HashSet<Place>();
        foreach (var set in sets)
        {
            if (set is null) return null;
            all.UnionWith(set._places);
        }

        return new PlaceSet(all);
    }

    /// <summary>Where rows lie that lie in both sets: in what the two share, if one path or one parent decides, else in the smaller one.</summary>
    public static PlaceSet? Intersection(PlaceSet? left, PlaceSet? right)
    {
        if (left is null || right is null) return left ?? right;
        if (left.IsFlat && right.IsFlat && left.Kind == right.Kind) return new PlaceSet([.. left._places.Where(right._places.Contains)]);
        return (right.Kind, right.Count).CompareTo((left.Kind, left.Count)) < 0 ? right : left;
    }

    public bool IsWithin(PlaceSet other) => ReferenceEquals(this, other) || _places.IsSubsetOf(other._places);
}
