using System.Collections;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// How an element, or a part of one, is kept while it is in a query, where a value may be null although its type has no null. When it leaves the
/// query it becomes what its type says, and what is null then is the default. Immutable.
/// </summary>
internal abstract class ElementShape(Type type)
{
    /// <summary>An item that the backend has answered with: it is there.</summary>
    public static ElementShape Row { get; } = new PlainShape(typeof(OfflineFilesItem)) { IsThere = true };

    public Type Type => type;

    /// <summary>Whether it is kept as what it is, so that nothing becomes of it when it leaves.</summary>
    public virtual bool IsPlain => false;

    /// <summary>The shape of an element that may be missing, as on one side of an outer join.</summary>
    public abstract ElementShape OrMissing { get; }

    /// <summary>What stands for an element that is missing.</summary>
    public object? Missing => type == typeof(bool) ? false : null;

    /// <summary>The values in it that may be null, and become a default when it leaves.</summary>
    public virtual IEnumerable<NullLoss> Losses => [];

    /// <summary>Values of a type that come from outside of a query.</summary>
    public static ElementShape Of(Type type) => new PlainShape(type);

    /// <summary>What is kept, as its type says.</summary>
    public abstract object? Leave(object? kept);

    /// <summary>A value of the type, as it is kept.</summary>
    public abstract object? Enter(object? value);

    /// <param name="comparer">What an operator was given; null for the rule of a query.</param>
    public virtual IEqualityComparer<object?> Equality(object? comparer) => QueryEquality.Of(type, comparer);

    /// <inheritdoc cref="Equality(object?)"/>
    public virtual IComparer Order(object? comparer) => QueryOrder.Of(type, comparer);
}

/// <summary>A value that is kept as it is: null only if its type has a null.</summary>
internal sealed class PlainShape(Type type) : ElementShape(type)
{
    /// <summary>Whether it is never null, whatever its type.</summary>
    public bool IsThere { get; init; }

    public override bool IsPlain => true;

    public override ElementShape OrMissing => NullableTypes.HasNull(Type) || Type == typeof(bool) ? Of(Type) : new ValueShape(Type, source: null);

    public override object? Leave(object? kept) => kept;

    public override object? Enter(object? value) => value;
}

/// <summary>A value that may be null although its type has no null: a number read through an info object that is not there.</summary>
/// <param name="type">A type without null.</param>
/// <param name="source">What it was read by; null if it is the element of a sequence.</param>
internal sealed class ValueShape(Type type, System.Linq.Expressions.Expression? source) : ElementShape(type)
{
    private readonly object? _default = NullableTypes.DefaultOf(type);

    public override ElementShape OrMissing => this;

    public override IEnumerable<NullLoss> Losses => [new NullLoss(source, Type)];

    public override object? Leave(object? kept) => kept ?? _default;

    public override object? Enter(object? value) => value;
}

/// <summary>A sequence whose elements have a shape; kept as the sequence of what is kept of each.</summary>
/// <param name="type">The type of the sequence: of an array, of a list, or an interface that lists have.</param>
/// <param name="element">The shape of its elements.</param>
internal abstract class SequenceShape(Type type, ElementShape element) : ElementShape(type)
{
    private TypedList? _typed;

    /// <summary>Whether there may be no sequence at all.</summary>
    public bool MayBeMissing { get; init; }

    public ElementShape Element => element;

    public override ElementShape OrMissing => MayBeMissing ? this : new ListShape(Type, element) { MayBeMissing = true };

    public override IEnumerable<NullLoss> Losses => element.Losses;

    public override object? Leave(object? kept) => kept switch
    {
        null => null,
        _ when Type.IsArray => Typed.ToArray(ListOf(kept)),
        _ when Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IOrderedEnumerable<>) => Typed.AsOrdered(ListOf(kept)),
        _ => ListOf(kept),
    };

    public override object? Enter(object? value) => value is null ? null : ((IEnumerable)value).Cast<object?>().Select(element.Enter).ToList();

    private TypedList Typed => _typed ??= TypedList.Of(element.Type);

    protected IList ListOf(object kept)
    {
        var list = Typed.NewList();
        foreach (var each in (IEnumerable)kept) list.Add(element.Leave(each));
        return list;
    }
}

/// <inheritdoc cref="SequenceShape"/>
internal sealed class ListShape(Type type, ElementShape element) : SequenceShape(type, element);

/// <summary>The elements of one key: kept as a <see cref="KeptGroup"/>.</summary>
/// <param name="type">The type of the group, an <see cref="IGrouping{TKey, TElement}"/>.</param>
/// <param name="key">The shape of its key.</param>
/// <param name="element">The shape of its elements.</param>
internal sealed class GroupShape(Type type, ElementShape key, ElementShape element) : SequenceShape(type, element)
{
    private TypedPair? _pair;

    public ElementShape Key => key;

    public override ElementShape OrMissing => MayBeMissing ? this : new GroupShape(Type, key, Element) { MayBeMissing = true };

    public override IEnumerable<NullLoss> Losses => key.Losses.Concat(base.Losses);

    public override object? Leave(object? kept)
    {
        if (kept is not KeptGroup group) return null;
        return group.Visible ??= (_pair ??= TypedPair.Of(key.Type, Element.Type)).Group(key.Leave(group.Key), ListOf(group));
    }

    public override object? Enter(object? value) =>
        value is null ? null : throw new InvalidOperationException("A group that a query did not make is not put among those that it made.");
}

/// <summary>The elements of one key, as they are kept.</summary>
internal sealed class KeptGroup(object? key, IReadOnlyList<object?> elements) : IEnumerable<object?>
{
    public object? Key => key;

    /// <summary>What has left the query: the same object each time.</summary>
    public object? Visible { get; set; }

    public static object? KeyOf(object? group) => ((KeptGroup?)group)?.Key;

    public IEnumerator<object?> GetEnumerator() => elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
