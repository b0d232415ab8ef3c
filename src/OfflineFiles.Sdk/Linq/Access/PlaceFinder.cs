using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>Finds out where in the cache all rows of a predicate lie, as far as a backend of the profile can be sent there.</summary>
internal sealed class PlaceFinder(PushdownProfile profile)
{
    // A server holds its shares and with them a good part of the cache: a query for each of its directories would cost more than one pass.
    private const int LeastDepthOfWalk = 2;

    public PlaceSet? Find(WqlPredicate predicate) => predicate switch
    {
        WqlComparison { Operator: WqlComparisonOperator.Equal } equality => OfEquality(equality),
        WqlLike like => OfPattern(like),
        WqlOr any => PlaceSet.Union(any.Operands.Select(Find)),
        WqlAnd all => all.Operands.Select(Find).Aggregate(PlaceSet.Intersection),
        _ => null,
    };

    private PlaceSet? OfEquality(WqlComparison equality)
    {
        PlaceKind kind;
        if (equality.Property == Place.ItemPath) kind = PlaceKind.Item;
        else if (equality.Property == Place.ParentItemPath) kind = PlaceKind.Children;
        else return null;

        if (!equality.Constant.TryGetString(out var text) || !UncPath.TryParse(text, out var path)) return null;
        return kind == PlaceKind.Item || profile.Judge(equality).IsAllowed ? PlaceSet.Of(new Place(kind, path)) : null;
    }

    private PlaceSet? OfPattern(WqlLike like)
    {
        if (like.Property != Place.ItemPath || !like.Pattern.TryGetPrefix(out var prefix, out _)) return null;
        var end = prefix.LastIndexOf('\\');
        if (end < 0 || !UncPath.TryParse(prefix.Substring(0, end), out var root)) return null;
        return profile.Judge(like).IsAllowed || (profile.HoldsAncestors && root.Depth >= LeastDepthOfWalk)
            ? PlaceSet.Of(new Place(PlaceKind.Subtree, root))
            : null;
    }
}
