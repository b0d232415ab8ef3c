namespace OfflineFiles.Sdk.Linq;

/// <summary>What a query that yields one value yields.</summary>
internal enum QueryResultKind
{
    First,
    FirstOrDefault,
    Single,
    SingleOrDefault,
    Last,
    LastOrDefault,
    Any,
    All,
    Count,
    LongCount,
}
