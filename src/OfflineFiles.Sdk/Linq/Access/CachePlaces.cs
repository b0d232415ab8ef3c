using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Deep;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>A part of the cache that can be reached without going through all of it.</summary>
internal readonly record struct CachePlace(CachePlaceKind Kind, UncPath Path)
{
    public static WqlProperty ItemPath { get; } = new("ItemPath");

    public static WqlProperty ParentItemPath { get; } = new("ParentItemPath");

    /// <summary>What holds for exactly the items of the place.</summary>
    public WqlPredicate Condition => Kind switch
    {
        CachePlaceKind.Item => new WqlComparison(ItemPath, WqlComparisonOperator.Equal, WqlConstant.String(Path.ToString())),
        CachePlaceKind.Children => new WqlComparison(ParentItemPath, WqlComparisonOperator.Equal, WqlConstant.String(Path.ToString())),
        _ => new WqlLike(ItemPath, WqlLikePattern.StartsWith(Path + "\\")),
    };
}

/// <summary>What a place is; the less there is in it, the earlier.</summary>
internal enum CachePlaceKind
{
    /// <summary>The item at the path.</summary>
    Item,

    /// <summary>The items whose parent is at the path.</summary>
    Children,

    /// <summary>The items below the path, at any depth.</summary>
    Subtree,
}

/// <summary>Places that together hold every row of a predicate; null, where one is expected, is anywhere. Immutable.</summary>
internal sealed class CachePlaceSet
{
    private readonly HashSet<CachePlace> _places;
    private readonly CachePlaceKind _leastKind;

    private CachePlaceSet(HashSet<CachePlace> places)
    {
        _places = places;
        if (places.Count == 0) return;
        _leastKind = places.Min(place => place.Kind);
        Kind = places.Max(place => place.Kind);
    }

    /// <summary>The kind of the largest of them.</summary>
    public CachePlaceKind Kind { get; }

    public int Count => _places.Count;

    public IEnumerable<CachePlace> Places => _places;

    /// <summary>Whether an item may lie in two of them. It has one path and one parent.</summary>
    public bool MayOverlap => _places.Count > 1 && !IsFlat;

    private bool IsFlat => _leastKind == Kind && Kind != CachePlaceKind.Subtree;

    public static CachePlaceSet Of(CachePlace place) => new([place]);

    /// <summary>Where rows lie that lie in any of the sets: anywhere, as soon as one of these is.</summary>
    public static CachePlaceSet? Union(IEnumerable<CachePlaceSet?> sets)
    {
        var all = new HashSet<CachePlace>();
        foreach (var set in sets)
        {
            if (set is null) return null;
            all.UnionWith(set._places);
        }

        return new CachePlaceSet(all);
    }

    /// <summary>Where rows lie that lie in both sets: in what the two share, if one path or one parent decides, else in the smaller one.</summary>
    public static CachePlaceSet? Intersection(CachePlaceSet? left, CachePlaceSet? right)
    {
        if (left is null || right is null) return left ?? right;
        if (left.IsFlat && right.IsFlat && left.Kind == right.Kind) return new CachePlaceSet([.. left._places.Where(right._places.Contains)]);
        return (right.Kind, right.Count).CompareTo((left.Kind, left.Count)) < 0 ? right : left;
    }

    public bool IsWithin(CachePlaceSet other) => ReferenceEquals(this, other) || _places.IsSubsetOf(other._places);
}

/// <summary>Finds out where in the cache all rows of a predicate lie, as far as a backend of the profile can be sent there.</summary>
internal sealed class CachePlaceFinder(PushdownProfile profile)
{
    // A server holds its shares and with them a good part of the cache: a query for each of its directories would cost more than one pass.
    private const int LeastDepthOfWalk = 2;

    public CachePlaceSet? Find(WqlPredicate predicate) => DeepStack.HasRoom ? FindHere(predicate) : FindElsewhere(predicate);

    private CachePlaceSet? FindElsewhere(WqlPredicate predicate) => DeepStack.Run(() => FindHere(predicate));

    private CachePlaceSet? FindHere(WqlPredicate predicate) => predicate switch
    {
        WqlComparison { Operator: WqlComparisonOperator.Equal } equality => OfEquality(equality),
        WqlLike like => OfPattern(like),
        WqlOr any => CachePlaceSet.Union(any.Operands.Select(Find)),
        WqlAnd all => all.Operands.Select(Find).Aggregate(CachePlaceSet.Intersection),
        _ => null,
    };

    private CachePlaceSet? OfEquality(WqlComparison equality)
    {
        CachePlaceKind kind;
        if (equality.Property == CachePlace.ItemPath) kind = CachePlaceKind.Item;
        else if (equality.Property == CachePlace.ParentItemPath) kind = CachePlaceKind.Children;
        else return null;

        if (!equality.Constant.TryGetString(out var text) || !UncPath.TryParse(text, out var path)) return null;
        return kind == CachePlaceKind.Item || profile.Judge(equality).IsAllowed ? CachePlaceSet.Of(new CachePlace(kind, path)) : null;
    }

    private CachePlaceSet? OfPattern(WqlLike like)
    {
        if (like.Property != CachePlace.ItemPath || !like.Pattern.TryGetPrefix(out var prefix, out _)) return null;
        var end = prefix.LastIndexOf('\\');
        if (end < 0 || !UncPath.TryParse(prefix.Substring(0, end), out var root)) return null;
        return profile.Judge(like).IsAllowed || (profile.HoldsAncestors && root.Depth >= LeastDepthOfWalk)
            ? CachePlaceSet.Of(new CachePlace(CachePlaceKind.Subtree, root))
            : null;
    }
}
