namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Recognises the comparers that only say what a query means anyway.</summary>
internal static class QueryComparers
{
    /// <summary>The comparer that an operator was given; null if it was given none, or the rule of queries for texts.</summary>
    public static object? Own(object? comparer) =>
        ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase) || ReferenceEquals(comparer, WqlText.Comparer) ? null : comparer;
}
