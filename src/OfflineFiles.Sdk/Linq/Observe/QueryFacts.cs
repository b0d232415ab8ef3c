using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq.Observe;

/// <summary>What is told of a query that runs. Immutable.</summary>
internal sealed record QueryFacts(string Query, QueryAccessPath Path, BackendDescription Backend, QuerySettings Settings)
{
    public QueryOptions Options => Settings.Options;

    public string Tags => string.Join(", ", Settings.Tags);
}
