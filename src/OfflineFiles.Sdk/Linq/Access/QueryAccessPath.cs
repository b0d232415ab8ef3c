namespace OfflineFiles.Sdk;

/// <summary>Specifies how a query reaches its rows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QueryAccessPath>))]
public enum QueryAccessPath
{
    /// <summary>The backend goes through the cache and returns what its query asks for.</summary>
    Scan,

    /// <summary>The backend goes through the part of the cache below one path.</summary>
    Subtree,

    /// <summary>Each item is read by its path; nothing is enumerated.</summary>
    KeyLookup,

    /// <summary>No item can satisfy the predicate, whatever the cache holds: the backend is not asked.</summary>
    Nothing,

    /// <summary>The backend goes to the items in one container, or in each of several.</summary>
    Children,

    /// <summary>
    /// The part of the cache below a path is visited container by container, with a query for the children of each container, because the
    /// backend answers these queries correctly, but not a search below a path.
    /// </summary>
    Walk,

    /// <summary>A raw query goes to the backend as it is; the backend decides how its rows are reached.</summary>
    Verbatim,
}
