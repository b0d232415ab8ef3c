namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>A query that can be shown.</summary>
internal interface IExplainedQuery
{
    /// <summary>What the query does; null when finding out would run something.</summary>
    QueryExplanation? ExplainWithoutRunning();
}
