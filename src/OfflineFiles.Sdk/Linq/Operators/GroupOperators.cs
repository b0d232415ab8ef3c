using System.Collections;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Gather elements by a key that a selector reads of them.</summary>
internal static class GroupOperators
{
    public static void GroupBy(QueryOperator step, PlanDraft draft)
    {
        var hasSelector = step.IsLambda(1) && step.Lambda(1).Parameters.Count == 1;
        var hasResult = step.IsLambda(hasSelector ? 2 : 1);
        if (!hasSelector) draft.TakeElements();
        var lambdas = draft.Over(
            hasSelector ? [(ElementLambda.Of(step.Lambda(0)), 0), (ElementLambda.Of(step.Lambda(1)), 0)] : [(ElementLambda.Of(step.Lambda(0)), 0)]);
        var (key, selector) = (lambdas[0], hasSelector ? lambdas[1] : null);
        var elements = TypedList.Of(selector?.Body.Type ?? step.Types[0]);
        var result = hasResult ? ElementLambda.Of(step.Lambda(hasSelector ? 2 : 1)) : null;
        var pair = hasResult ? null : TypedPair.Of(key.Body.Type, selector?.Body.Type ?? step.Types[0]);

        Add(step, draft, key, () => step.Text(hasResult ? [.. lambdas, result!] : lambdas), () => new GroupAccumulator(
            Seed: _ => elements.NewList(),
            Add: selector is null ? AddTo : (list, element) => AddTo(list, selector.Projection(element)),
            Result: result is null ? (group, list) => pair!.Group(group, (IList)list!) : result.Pair));
    }

    public static void CountBy(QueryOperator step, PlanDraft draft)
    {
        var key = draft.Over(ElementLambda.Of(step.Lambda(0)));
        var pair = TypedPair.Of(key.Body.Type, typeof(int));
        Add(step, draft, key, () => step.Text(key), () => new GroupAccumulator(
            Seed: _ => new StrongBox<int>(),
            Add: Count,
            Result: (group, count) => pair.KeyValue(group, ((StrongBox<int>)count!).Value)));
    }

    public static void AggregateBy(QueryOperator step, PlanDraft draft)
    {
        var lambdas = draft.Over([(ElementLambda.Of(step.Lambda(0)), 0), (ElementLambda.Of(step.Lambda(2)), 1)]);
        var (key, add) = (lambdas[0], lambdas[1]);
        var pair = TypedPair.Of(key.Body.Type, add.Body.Type);
        var seed = step.IsLambda(1) ? ElementLambda.Of(step.Lambda(1)) : null;
        var value = seed is null ? step.Value<object>(1) : null;
        var start = seed?.ToString() ?? ExpressionText.OfValue(value);
        Add(step, draft, key, () => step.Text(key, start, add), () => new GroupAccumulator(seed is null ? _ => value : seed.Projection, add.Pair, pair.KeyValue));
    }

    private static void Add(QueryOperator step, PlanDraft draft, ElementLambda key, Func<string> text, Func<GroupAccumulator> accumulate)
    {
        var equality = QueryEquality.Of(key.Body.Type, step.Comparer());
        var ofNull = NullableTypes.DefaultOf(key.Body.Type);
        draft.AddNew(new ClientOperator(text, (next, _) => new GroupStage(equality, KeyOf(key, ofNull), accumulate(), next)) { Buffers = true }, step.Name);
    }

    // The key of a group can be seen, and where its type has no null it is the default.
    private static Func<object?, object?> KeyOf(ElementLambda key, object? ofNull)
    {
        var read = key.Key;
        return ofNull is null ? read : element => read(element) ?? ofNull;
    }

    private static object? AddTo(object? list, object? element)
    {
        ((IList)list!).Add(element);
        return list;
    }

    private static object? Count(object? count, object? element)
    {
        checked
        {
            ((StrongBox<int>)count!).Value++;
        }

        return count;
    }
}

/// <summary>Gathers elements by key, and passes on what is made of each key and what it gathered, in the order the keys were met.</summary>
internal sealed class GroupStage(IEqualityComparer<object?> equality, Func<object?, object?> key, GroupAccumulator accumulator, ElementStage next) : ElementStage(next)
{
    private readonly KeyTable<Group> _groups = new(equality);

    public override bool Accept(object? element)
    {
        var found = key(element);
        var group = _groups.Find(found) ?? _groups.Add(found, new Group(found, accumulator.Seed(found)));
        group.Accumulated = accumulator.Add(group.Accumulated, element);
        return true;
    }

    public override void Complete()
    {
        if (Next.WantsMore)
        {
            foreach (var group in _groups.Values)
                if (!Next.Accept(accumulator.Result(group.Key, group.Accumulated))) break;
        }

        Next.Complete();
    }

    private sealed class Group(object? key, object? accumulated)
    {
        public object? Key => key;

        public object? Accumulated { get; set; } = accumulated;
    }
}

/// <summary>What is gathered of the elements of one key: what it begins with, what an element adds to it, and what it is passed on as.</summary>
internal sealed record GroupAccumulator(Func<object?, object?> Seed, Func<object?, object?, object?> Add, Func<object?, object?, object?> Result);
