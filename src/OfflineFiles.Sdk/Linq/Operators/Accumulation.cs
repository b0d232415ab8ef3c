using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Elements that become put together one by one: what is added to what came before, and how both are kept.</summary>
internal sealed record Accumulation(ElementShape Shape, Func<Func<object?, object?, object?>> Reader)
{
    /// <param name="add">Over what came before and an element.</param>
    /// <param name="seed">How that is kept which it begins with; null if that is a value of the caller.</param>
    public static Accumulation Of(ElementLambda add, ElementShape? seed)
    {
        var type = add.Body.Type;
        var plain = add.With(0, ElementShape.Of(type));
        if (seed is not { IsPlain: false } && plain.PairShape.IsPlain) return new Accumulation(plain.PairShape, () => plain.Pair);
        var shape = ElementShape.Of(type).OrMissing;
        var over = add.With(0, shape);
        return ShapeConversion.Between(over.PairShape, shape) is { } convert
            ? new Accumulation(shape, () => (sum, element) => convert(over.Pair(sum, element)))
            : new Accumulation(shape, () => over.Pair);
    }

    /// <summary>What it begins with for a key.</summary>
    public Func<object?, object?> SeedOf(ElementLambda seed) =>
        ShapeConversion.Between(seed.Shape, Shape) is { } convert ? key => convert(seed.Key(key)) : seed.Key;
}
