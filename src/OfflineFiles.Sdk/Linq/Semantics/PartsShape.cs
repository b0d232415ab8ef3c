using System.Collections;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// An object that a query makes of values that may be null: kept as the row of these values, so that what is read of it later is still null. The
/// object itself is made when it leaves the query, once.
/// </summary>
internal sealed class PartsShape : ElementShape
{
    private readonly Creation _creation;
    private readonly bool _mayBeMissing;
    private Func<object?[], object?>? _make;
    private bool? _isComparedByParts;

    public PartsShape(Creation creation, IReadOnlyList<ElementShape> parts, bool mayBeMissing = false)
        : base(creation.Type) => (_creation, Parts, _mayBeMissing) = (creation, parts, mayBeMissing);

    public IReadOnlyList<ElementShape> Parts { get; }

    public override ElementShape OrMissing => _mayBeMissing ? this : With(Parts, mayBeMissing: true);

    public override IEnumerable<NullLoss> Losses => Parts.SelectMany(part => part.Losses);

    private Func<object?[], object?> Make => _make ??= _creation.Maker();

    /// <summary>Which part a member of the object returns; below zero if it returns no part.</summary>
    public int IndexOf(MemberInfo member) => _creation.IndexOf(member);

    /// <summary>The shape of a part of an object that may be missing itself.</summary>
    public ElementShape ShapeOf(int part) => _mayBeMissing ? Parts[part].OrMissing : Parts[part];

    /// <summary>Whether the other is made of values for the same members.</summary>
    public bool IsLike(PartsShape other) => _creation.IsLike(other._creation);

    /// <summary>The object of the same kind whose parts have other shapes.</summary>
    public PartsShape Over(PartsShape other, IReadOnlyList<ElementShape> parts) => With(parts, _mayBeMissing || other._mayBeMissing);

    public override object? Leave(object? kept)
    {
        if (kept is not KeptRow row) return NullableTypes.DefaultOf(Type);
        if (row.Visible is { } made) return made;
        var values = new object?[row.Parts.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Parts[i].Leave(row.Parts[i]);
        return row.Visible = Make(values);
    }

    public override object? Enter(object? value) =>
        value is null
            ? null
            : new KeptRow([.. Parts.Select((part, i) => part.Enter(ConstantMember.Read(_creation.Members[i], value)))]) { Visible = value };

    /// <summary>Whether two such objects are one if their parts are.</summary>
    public bool IsComparedByParts => _isComparedByParts ??= _creation.IsComparedByMembers;

    public override IEqualityComparer<object?> Equality(object? comparer) => comparer is null && IsComparedByParts
        ? new PartsEquality([.. Parts.Select(part => part.Equality(comparer: null))])
        : new LeavingEquality(this, QueryEquality.Of(Type, comparer));

    public override IComparer Order(object? comparer) => comparer is null && _creation.IsTuple
        ? new PartsOrder([.. Parts.Select(part => part.Order(comparer: null))])
        : new LeavingOrder(this, QueryOrder.Of(Type, comparer));

    private PartsShape With(IReadOnlyList<ElementShape> parts, bool mayBeMissing) => new(_creation, parts, mayBeMissing);

    private sealed class PartsEquality(IEqualityComparer<object?>[] parts) : IEqualityComparer<object?>
    {
        public new bool Equals(object? x, object? y)
        {
            if (x is not KeptRow left || y is not KeptRow right) return x is null && y is null;
            for (var i = 0; i < parts.Length; i++)
                if (!parts[i].Equals(left.Parts[i], right.Parts[i])) return false;
            return true;
        }

        public int GetHashCode(object? value)
        {
            if (value is not KeptRow row) return 0;
            var hash = 17;
            for (var i = 0; i < parts.Length; i++) hash = unchecked((hash * 31) + (row.Parts[i] is { } part ? parts[i].GetHashCode(part) : 0));
            return hash;
        }
    }

    private sealed class PartsOrder(IComparer[] parts) : IComparer
    {
        public int Compare(object? x, object? y)
        {
            if (x is not KeptRow left || y is not KeptRow right) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
            for (var i = 0; i < parts.Length; i++)
                if (parts[i].Compare(left.Parts[i], right.Parts[i]) is not 0 and var order) return order;
            return 0;
        }
    }

    private sealed class LeavingEquality(ElementShape shape, IEqualityComparer<object?> equality) : IEqualityComparer<object?>
    {
        public new bool Equals(object? x, object? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && equality.Equals(shape.Leave(x), shape.Leave(y)));

        public int GetHashCode(object? value) => value is null || shape.Leave(value) is not { } visible ? 0 : equality.GetHashCode(visible);
    }

    private sealed class LeavingOrder(ElementShape shape, IComparer order) : IComparer
    {
        public int Compare(object? x, object? y) =>
            x is null || y is null ? (x is null ? 0 : 1) - (y is null ? 0 : 1) : order.Compare(shape.Leave(x), shape.Leave(y));
    }
}

/// <summary>The values that an object is made of when it leaves a query.</summary>
internal sealed class KeptRow(object?[] parts)
{
    public object?[] Parts => parts;

    /// <summary>What has left the query: the same object each time.</summary>
    public object? Visible { get; set; }

    public static object? PartOf(object? row, int part) => ((KeptRow?)row)?.Parts[part];

    public override bool Equals(object? obj) => obj is KeptRow other && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Length == 0 ? 0 : Parts[0]?.GetHashCode() ?? 0;
}
