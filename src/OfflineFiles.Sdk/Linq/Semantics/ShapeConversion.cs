namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>Brings elements of two sequences, or what two branches yield, into one shape.</summary>
internal static class ShapeConversion
{
    /// <summary>The shape that elements of both take.</summary>
    public static ElementShape Common(ElementShape one, ElementShape other) => (one, other) switch
    {
        (PartsShape left, PartsShape right) when left.IsLike(right) =>
            left.Over(right, [.. left.Parts.Select((part, i) => Common(part, right.Parts[i]))]),
        (PartsShape left, PlainShape right) when left.Type == right.Type => left.OrMissing,
        (PlainShape left, PartsShape right) when left.Type == right.Type => right.OrMissing,
        (ValueShape, PlainShape or ValueShape) => one,
        (PlainShape, ValueShape) => other,
        (GroupShape left, GroupShape right) when left.Type == right.Type =>
            new GroupShape(
            left.Type, Common(left.Key, right.Key), Common(left.Element, right.Element))
            { MayBeMissing = left.MayBeMissing || right.MayBeMissing },
        (SequenceShape left, SequenceShape right) when left.Type == right.Type && left is not GroupShape && right is not GroupShape =>
            new ListShape(left.Type, Common(left.Element, right.Element)) { MayBeMissing = left.MayBeMissing || right.MayBeMissing },
        _ => ElementShape.Of(one.Type),
    };

    /// <summary>What makes of an element in one shape the same in another; null if nothing is to be done.</summary>
    public static Func<object?, object?>? Between(ElementShape from, ElementShape to)
    {
        switch (from, to)
        {
            case (PlainShape or ValueShape, PlainShape or ValueShape):
                return null;
            case (_, PlainShape):
                return from.Leave;
            case (PlainShape, _):
                return to.Enter;
            case (PartsShape left, PartsShape right):
                var parts = left.Parts.Select((part, i) => Between(part, right.Parts[i])).ToArray();
                return Array.TrueForAll(parts, part => part is null) ? null : kept => kept is KeptRow row ? Row(row, parts) : null;
            case (GroupShape left, GroupShape right):
                var (key, each) = (Between(left.Key, right.Key), Between(left.Element, right.Element));
                return key is null && each is null ? null : kept => kept is KeptGroup group ? Group(group, key, each) : null;
            default:
                var element = Between(((SequenceShape)from).Element, ((SequenceShape)to).Element);
                return element is null ? null : kept => ((IEnumerable<object?>?)kept)?.Select(element);
        }
    }

    private static KeptRow Row(KeptRow row, Func<object?, object?>?[] parts) =>
        new([.. row.Parts.Select((part, i) => parts[i] is { } convert ? convert(part) : part)]) { Visible = row.Visible };

    private static KeptGroup Group(KeptGroup group, Func<object?, object?>? key, Func<object?, object?>? element) =>
        new(key is null ? group.Key : key(group.Key), [.. element is null ? group : group.Select(element)]);
}
