using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>A tuple or a pair that an operator makes of values: made at once if each of them is what its type says, or else kept as these values.</summary>
internal sealed record KeptParts(ElementShape Shape, Func<object?[], object?> Make)
{
    /// <param name="type">The type of the object.</param>
    /// <param name="make">What makes it of the values as their types say.</param>
    /// <param name="parts">How each of the values is kept.</param>
    public static KeptParts Of(Type type, Func<object?[], object?> make, IReadOnlyList<ElementShape> parts) =>
        parts.All(part => part.IsPlain) || Creation.Of(type, make) is not { } creation
            ? new KeptParts(ElementShape.Of(type), values => make([.. values.Select((value, i) => parts[i].Leave(value))]))
            : new KeptParts(new PartsShape(creation, parts), values => new KeptRow(values));
}
