using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>One thing that the backend is asked for rows. Immutable.</summary>
internal abstract record RowRequest
{
    private RowRequest()
    {
    }

    /// <summary>The rows that a query finds.</summary>
    public sealed record Query(WqlSelectQuery Wql) : RowRequest;

    /// <summary>The item at a path, if there is one.</summary>
    public sealed record Lookup(UncPath Key) : RowRequest;
}
