using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Plan;

/// <summary>What rows are told apart by: how to read it, made when a run first asks, and when two are one. Immutable.</summary>
internal sealed record RowKey(Func<Func<object?, object?>> Reader, IEqualityComparer<object?> Equality)
{
    /// <summary>The rows themselves, by the comparer the operator was given.</summary>
    public static RowKey Itself(QueryOperator step) => new(() => row => row, QueryEquality.Of(step.Types[0], step.Comparer()));

    /// <summary>What a selector reads of each row, by the comparer the operator was given.</summary>
    public static RowKey Of(QueryOperator step, RowLambda selector) => new(() => selector.Key, QueryEquality.Of(selector.Body.Type, step.Comparer()));
}
