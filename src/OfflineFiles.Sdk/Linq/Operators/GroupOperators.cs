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
        var element = selector?.Shape ?? draft.Shape;
        var result = hasResult ? ElementLambda.Of(step.Lambda(hasSelector ? 2 : 1)) : null;
        result = result?.With(0, key.Shape).With(1, new ListShape(result.Parameters[1].Type, element));

        var shape = result?.PairShape ?? new GroupShape(step.ElementType, key.Shape, element);
        Add(step, draft, key, shape, () => step.Text(hasResult ? [.. lambdas, result!] : lambdas), () => new GroupAccumulator(
            Seed: _ => new List<object?>(),
            Add: selector is null ? AddTo : (list, each) => AddTo(list, selector.Key(each)),
            Result: result is null ? (group, list) => new KeptGroup(group, (List<object?>)list!) : result.Pair));
    }

    public static void CountBy(QueryOperator step, PlanDraft draft)
    {
        var key = draft.Over(ElementLambda.Of(step.Lambda(0)));
        var pair = TypedPair.Of(key.Body.Type, typeof(int));
        var parts = KeptParts.Of(step.ElementType, values => pair.KeyValue(values[0], values[1]), [key.Shape, ElementShape.Of(typeof(int))]);
        Add(step, draft, key, parts.Shape, () => step.Text(key), () => new GroupAccumulator(
            Seed: _ => new StrongBox<int>(),
            Add: Count,
            Result: (group, count) => parts.Make([group, ((StrongBox<int>)count!).Value])));
    }

    public static void AggregateBy(QueryOperator step, PlanDraft draft)
    {
        var lambdas = draft.Over([(ElementLambda.Of(step.Lambda(0)), 0), (ElementLambda.Of(step.Lambda(2)), 1)]);
        var key = lambdas[0];
        var pair = TypedPair.Of(key.Body.Type, lambdas[1].Body.Type);
        var seed = step.IsLambda(1) ? ElementLambda.Of(step.Lambda(1)).With(0, key.Shape) : null;
        var value = seed is null ? step.Value<object>(1) : null;
        var start = seed?.ToString() ?? ExpressionText.OfValue(value);
        var add = Accumulation.Of(lambdas[1], seed?.Shape);
        var parts = KeptParts.Of(step.ElementType, values => pair.KeyValue(values[0], values[1]), [key.Shape, add.Shape]);
        Add(step, draft, key, parts.Shape, () => step.Text(key, start, lambdas[1]), () => new GroupAccumulator(
            seed is null ? _ => value : add.SeedOf(seed), add.Reader(), (group, accumulated) => parts.Make([group, accumulated])));
    }

    private static void Add(
        QueryOperator step, PlanDraft draft, ElementLambda key, ElementShape shape, Func<string> text, Func<GroupAccumulator> accumulate)
    {
        var equality = key.Shape.Equality(step.Comparer());
        draft.AddNew(new ClientOperator(text, (next, _) => new GroupStage(equality, key.Key, accumulate(), next)) { Buffers = true }, step.Name, shape);
    }

    private static object? AddTo(object? list, object? element)
    {
        ((List<object?>)list!).Add(element);
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
