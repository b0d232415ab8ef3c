using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Take elements as another type.</summary>
internal static class TypeOperators
{
    public static void OfType(QueryOperator step, PlanDraft draft) => Add(step, draft, leavesOut: true);

    public static void Cast(QueryOperator step, PlanDraft draft) => Add(step, draft, leavesOut: false);

    private static void Add(QueryOperator step, PlanDraft draft, bool leavesOut)
    {
        var type = step.Types[0];
        draft.TakeElements();
        draft.AddNew(new ClientOperator(() => $"{step.Name}<{type.Name}>()", (next, _) => new CastStage(type, leavesOut, next)), step.Name);
    }
}

/// <summary>Passes on elements that are of a type; of the others, fails or leaves them out.</summary>
internal sealed class CastStage(Type type, bool leavesOut, ElementStage next) : ElementStage(next)
{
    private readonly bool _takesNull = !leavesOut && NullableTypes.DefaultOf(type) is null;

    public override bool Accept(object? element)
    {
        if (type.IsInstanceOfType(element) || (element is null && _takesNull)) return Next.Accept(element);
        return leavesOut ? true : throw new InvalidCastException($"A row is {element?.GetType().Name ?? "null"}, and cannot be cast to {type.Name}.");
    }
}
