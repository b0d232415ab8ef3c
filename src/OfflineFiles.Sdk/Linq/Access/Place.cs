using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>A part of the cache that can be reached without going through all of it.</summary>
internal readonly record struct Place(PlaceKind Kind, UncPath Path)
{
    public static WqlProperty ItemPath { get; } = new("ItemPath");

    public static WqlProperty ParentItemPath { get; } = new("ParentItemPath");

    /// <summary>What holds for exactly the items of the place.</summary>
    public WqlPredicate Condition => Kind switch
    {
        PlaceKind.Item => new WqlComparison(ItemPath, WqlComparisonOperator.Equal, WqlConstant.String(Path.ToString())),
        PlaceKind.Children => new WqlComparison(ParentItemPath, WqlComparisonOperator.Equal, WqlConstant.String(Path.ToString())),
        _ => new WqlLike(ItemPath, WqlLikePattern.StartsWith(Path + "\\")),
    };
}
