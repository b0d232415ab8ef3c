using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

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
        var isSame = draft.Shape.Type == type;
        if (!isSame && draft.Shape is not ValueShape) draft.Leave();
        var shape = isSame ? draft.Shape : ElementShape.Of(type);
        draft.AddNew(
            new ClientOperator(() => $"{step.Name}<{type.Name}>()", (next, _) => Stage(next)), step.Name, shape);

        // What is null is of no type, whatever type it was read as.
        ElementStage Stage(ElementStage next) =>
            shape.IsPlain ? new CastStage(type, leavesOut, next) : leavesOut ? new FilterStage(element => element is not null, next) : next;
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
