namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>What a place is; the less there is in it, the earlier.</summary>
internal enum PlaceKind
{
    /// <summary>The item at the path.</summary>
    Item,

    /// <summary>The items whose parent is at the path.</summary>
    Children,

    /// <summary>The items below the path, at any depth.</summary>
    Subtree,
}
