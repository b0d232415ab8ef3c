using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Change the order of the rows, and nothing else.</summary>
internal static class OrderOperators
{
    private static readonly Func<object?, object?> Itself = row => row;

    public static void OrderBy(QueryOperator step, PlanDraft draft)
    {
        var key = draft.Over(RowLambda.Of(step.Lambda(0)));
        draft.Sort(new RowOrder([Key(step, () => key.Key, key.Body.Type)], () => step.Text(key)), refines: false);
    }

    public static void ThenBy(QueryOperator step, PlanDraft draft)
    {
        if (draft.Order is not { } order) throw step.Refused("it does not follow an OrderBy", "Write OrderBy before it.");
        var (key, read) = draft.KeyBeside(RowLambda.Of(step.Lambda(0)));
        draft.Sort(order.Then(new RowOrder([Key(step, read, key.Body.Type)], () => step.Text(key))), refines: true);
    }

    public static void Order(QueryOperator step, PlanDraft draft)
    {
        draft.TakeRows();
        draft.Sort(new RowOrder([Key(step, () => Itself, step.Types[0])], () => step.Text()), refines: false);
    }

    public static void Reverse(QueryOperator step, PlanDraft draft) => draft.Add(new ClientOperator(
        () => step.Text(), (next, _) => new BufferStage(rows => Enumerable.Reverse(rows), next))
    { Buffers = true });

    public static void Shuffle(QueryOperator step, PlanDraft draft) => draft.Add(new ClientOperator(
        () => step.Text(), (next, _) => new BufferStage(rows => rows.OrderBy(_ => Guid.NewGuid()), next))
    { Buffers = true });

    private static SortKey Key(QueryOperator step, Func<Func<object?, object?>> read, Type type) =>
        new(read, step.Name.EndsWith("Descending", StringComparison.Ordinal), QueryOrder.Of(type, step.Comparer()));
}
