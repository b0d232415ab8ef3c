using System.Collections;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Execute.Typed;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Gather rows by a key that a selector reads of them.</summary>
internal static class GroupOperators
{
    public static void GroupBy(QueryOperator step, PlanDraft draft)
    {
        var hasElement = step.IsLambda(1) && step.Lambda(1).Parameters.Count == 1;
        var hasResult = step.IsLambda(hasElement ? 2 : 1);
        if (!hasElement) draft.TakeRows();
        var lambdas = draft.Over(hasElement ? [(RowLambda.Of(step.Lambda(0)), 0), (RowLambda.Of(step.Lambda(1)), 0)] : [(RowLambda.Of(step.Lambda(0)), 0)]);
        var (key, element) = (lambdas[0], hasElement ? lambdas[1] : null);
        var elements = RowType.Of(element?.Body.Type ?? step.Types[0]);
        var result = hasResult ? RowLambda.Of(step.Lambda(hasElement ? 2 : 1)) : null;
        var pair = hasResult ? null : RowPair.Of(key.Body.Type, element?.Body.Type ?? step.Types[0]);

        Add(step, draft, key, () => step.Text(hasResult ? [.. lambdas, result!] : lambdas), () => new Gathering(
            Seed: _ => elements.NewList(),
            Add: element is null ? AddTo : (list, row) => AddTo(list, element.Projection(row)),
            Result: result is null ? (group, list) => pair!.Group(group, (IList)list!) : result.Pair));
    }

    public static void CountBy(QueryOperator step, PlanDraft draft)
    {
        var key = draft.Over(RowLambda.Of(step.Lambda(0)));
        var pair = RowPair.Of(key.Body.Type, typeof(int));
        Add(step, draft, key, () => step.Text(key), () => new Gathering(
            Seed: _ => new StrongBox<int>(),
            Add: Count,
            Result: (group, count) => pair.KeyValue(group, ((StrongBox<int>)count!).Value)));
    }

    public static void AggregateBy(QueryOperator step, PlanDraft draft)
    {
        var lambdas = draft.Over([(RowLambda.Of(step.Lambda(0)), 0), (RowLambda.Of(step.Lambda(2)), 1)]);
        var (key, add) = (lambdas[0], lambdas[1]);
        var pair = RowPair.Of(key.Body.Type, add.Body.Type);
        var seed = step.IsLambda(1) ? RowLambda.Of(step.Lambda(1)) : null;
        var value = seed is null ? step.Value<object>(1) : null;
        var start = seed?.ToString() ?? ExpressionText.OfValue(value);
        Add(step, draft, key, () => step.Text(key, start, add), () => new Gathering(seed is null ? _ => value : seed.Projection, add.Pair, pair.KeyValue));
    }

    private static void Add(QueryOperator step, PlanDraft draft, RowLambda key, Func<string> text, Func<Gathering> gather)
    {
        var equality = QueryEquality.Of(key.Body.Type, step.Comparer());
        var ofNull = DefaultValues.Of(key.Body.Type);
        draft.AddNew(new ClientOperator(text, (next, _) => new GroupStage(equality, KeyOf(key, ofNull), gather(), next)) { Buffers = true }, step.Name);
    }

    // The key of a group can be seen, and where its type has no null it is the default.
    private static Func<object?, object?> KeyOf(RowLambda key, object? ofNull)
    {
        var read = key.Key;
        return ofNull is null ? read : row => read(row) ?? ofNull;
    }

    private static object? AddTo(object? list, object? row)
    {
        ((IList)list!).Add(row);
        return list;
    }

    private static object? Count(object? count, object? row)
    {
        checked
        {
            ((StrongBox<int>)count!).Value++;
        }

        return count;
    }
}
