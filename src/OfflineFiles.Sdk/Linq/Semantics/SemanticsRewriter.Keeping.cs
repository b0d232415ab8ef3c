using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <content>What is made in a query and read again in it: a value that is null stays null.</content>
internal sealed partial class SemanticsRewriter
{
    private static readonly System.Reflection.MethodInfo PartMethod = new Func<object?, int, object?>(KeptRow.PartOf).Method;
    private static readonly System.Reflection.MethodInfo KeyMethod = new Func<object?, object?>(KeptGroup.KeyOf).Method;
    private static readonly System.Reflection.ConstructorInfo NewRow = typeof(KeptRow).GetConstructor([typeof(object[])])!;
    private static readonly Expression Null = Expression.Constant(null, typeof(object));

    private readonly Dictionary<ParameterExpression, Kept> _kept = [];
    private readonly HashSet<ParameterExpression> _mayBeMissing = [];
    private readonly HashSet<ParameterExpression> _isThere = [];
    private readonly List<NullLoss> _losses = [];
    private readonly HashSet<Expression> _readOfOthers = [];

    /// <summary>The value of an expression, to be read again in the query: null where it is null.</summary>
    private Kept Keep(Expression node) => DeepStack.HasRoom ? KeepHere(node) : DeepStack.Run(() => KeepHere(node));

    private Kept KeepHere(Expression node) => node switch
    {
        _ when Resolve(node) is { } kept => kept,
        ConditionalExpression choice => Choice(choice),
        BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } choice when !choice.Left.Type.IsValueType => Choice(choice),
        _ when Creation.Of(node) is { } creation => Parts(creation),
        _ => Elements(node) ?? Boxed(Raw(node), node),
    };

    // An array or a list that is made of values; null for any other expression.
    private Kept? Elements(Expression node) => node switch
    {
        NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array => Elements(node, array.Expressions, array.Update),
        ListInitExpression { NewExpression.Arguments.Count: 0 } list when IsListOf(list.Type) && list.Initializers.All(each => each.Arguments.Count == 1) => Elements(
            node,
            [.. list.Initializers.Select(each => each.Arguments[0])],
            values => list.Update(list.NewExpression, list.Initializers.Zip(values, (each, value) => each.Update([value])))),
        _ => null,
    };

    private Kept Elements(Expression node, IReadOnlyList<Expression> values, Func<IEnumerable<Expression>, Expression> make)
    {
        var kept = values.Select(Keep).ToList();
        if (kept.TrueForAll(value => value.Shape.IsPlain)) return new Kept(Boxed(make(kept.Select(Open))), ElementShape.Of(node.Type));
        var shape = kept.Select(value => value.Shape).Aggregate(ShapeConversion.Common);
        return new Kept(Boxed(ArrayOf(kept.Select(value => As(shape, value)))), new ListShape(node.Type, shape));
    }

    private static bool IsListOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>);

    // A value of a query that is read of what was kept; null if the expression is any other.
    private Kept? Resolve(Expression node) =>
        !IsReadOfKept(node) ? null : DeepStack.HasRoom ? ResolveHere(node) : DeepStack.Run(() => ResolveHere(node));

    // Most are read of something else, however long the chain. That is found out once for all that the chain consists of.
    private bool IsReadOfKept(Expression node)
    {
        var root = node;
        while (!_readOfOthers.Contains(root))
        {
            switch (root)
            {
                case ParameterExpression parameter when _kept.ContainsKey(parameter):
                case MethodCallExpression call when IsOverElements(call):
                    return true;
                case MemberExpression { Expression: { } target }: root = target; break;
                case UnaryExpression { NodeType: ExpressionType.ArrayLength or ExpressionType.Convert } unary: root = unary.Operand; break;
                case BinaryExpression { NodeType: ExpressionType.ArrayIndex } index: root = index.Left; break;
                default: _readOfOthers.Add(root); break;
            }
        }

        for (var each = node; _readOfOthers.Add(each);)
        {
            each = each switch
            {
                MemberExpression { Expression: { } target } => target,
                UnaryExpression unary => unary.Operand,
                BinaryExpression index => index.Left,
                _ => each,
            };
        }

        return false;
    }

    private Kept? ResolveHere(Expression node) => node switch
    {
        ParameterExpression parameter => _kept.TryGetValue(parameter, out var kept) ? kept : null,
        MemberExpression { Expression: { } target } member => Resolve(target) is { } of ? Member(of, member) : null,
        MethodCallExpression call => Chain(call) is { } sequence ? Guarded(sequence, call.Type) : Ending(call),
        UnaryExpression { NodeType: ExpressionType.ArrayLength } length => Resolve(length.Operand) is { Shape: SequenceShape } array ? CountOf(array) : null,
        UnaryExpression { NodeType: ExpressionType.Convert, Type.IsInterface: true } wider => Resolve(wider.Operand) is { Shape: SequenceShape } sequence ? Wider(sequence, wider.Type) : null,
        BinaryExpression { NodeType: ExpressionType.ArrayIndex } index when Resolve(index.Left) is { Shape: SequenceShape shape } array =>
            new Kept(Expression.Call(Sequences.At, Items(array), Visit(index.Right)!), shape.Element),
        _ => null,
    };

    // As another interface of it that has the same elements.
    private static Kept? Wider(Kept sequence, Type type)
    {
        var (from, element) = ((SequenceShape)sequence.Shape, ((SequenceShape)sequence.Shape).Element);
        return type.IsAssignableFrom(from.Type) && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            && type.GetGenericArguments()[0] == element.Type
                ? sequence with { Shape = new ListShape(type, element) { MayBeMissing = from.MayBeMissing } }
                : null;
    }

    private static Kept? Member(Kept of, MemberExpression member) => of.Shape switch
    {
        PartsShape parts => parts.IndexOf(member.Member) is >= 0 and var part
            ? Truth(new Kept(Expression.Call(PartMethod, of.Value, Expression.Constant(part)), parts.ShapeOf(part)))
            : null,
        GroupShape group => member.Member.Name == "Key" ? Truth(new Kept(Expression.Call(KeyMethod, of.Value), group.Key)) : null,
        SequenceShape => member.Member.Name is "Count" or "Length" && member.Type == typeof(int) ? CountOf(of) : null,
        _ => null,
    };

    // A bool that is null counts as false.
    private static Kept Truth(Kept kept) => kept.Shape.Type == typeof(bool)
        ? kept with { Value = Expression.Coalesce(kept.Value, Expression.Constant(false, typeof(object))) }
        : kept;

    private static Kept CountOf(Kept sequence) => new(Boxed(Expression.Call(Sequences.Count, Items(sequence))), ElementShape.Of(typeof(int)));

    private static UnaryExpression Items(Kept sequence) => Expression.Convert(sequence.Value, typeof(IEnumerable<object?>));

    private Kept Boxed(Expression value, Expression source)
    {
        var boxed = _nulls.Box(value);
        var isValue = value.Type != typeof(bool) && _nulls.ConditionOf(value) is not null;
        return new Kept(boxed, isValue ? new ValueShape(value.Type, source) : ElementShape.Of(value.Type));
    }

    private Kept Parts(Creation creation)
    {
        var parts = creation.Values.Select(Keep).ToList();
        if (parts.TrueForAll(part => part.Shape.IsPlain))
            return new Kept(Boxed(creation.Make([.. parts.Select(Open)])), ElementShape.Of(creation.Type));
        return new Kept(Boxed(Expression.New(NewRow, ArrayOf(parts.Select(part => part.Value)))), new PartsShape(creation, [.. parts.Select(part => part.Shape)]));
    }

#if NET
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("AOT", "IL3050", Justification = "It is an array of objects, whose code is there.")]
#endif
    private static NewArrayExpression ArrayOf(IEnumerable<Expression> objects) => Expression.NewArrayInit(typeof(object), objects);

    private Kept Choice(ConditionalExpression node)
    {
        var test = Visit(node.Test)!;
        var (whenTrue, whenFalse) = (Keep(node.IfTrue), Keep(node.IfFalse));
        var shape = ShapeConversion.Common(whenTrue.Shape, whenFalse.Shape);
        return new Kept(Expression.Condition(test, As(shape, whenTrue), As(shape, whenFalse)), shape.IsPlain ? ElementShape.Of(node.Type) : shape);
    }

    private Kept Choice(BinaryExpression coalesce)
    {
        var (left, right) = (Keep(coalesce.Left), Keep(coalesce.Right));
        var shape = ShapeConversion.Common(left.Shape, right.Shape);
        return new Kept(Expression.Coalesce(As(shape, left), As(shape, right)), shape.IsPlain ? ElementShape.Of(coalesce.Type) : shape);
    }

    private Expression As(ElementShape shape, Kept kept)
    {
        if (ShapeConversion.Between(kept.Shape, shape) is not { } convert) return kept.Value;
        if (shape.IsPlain) _losses.AddRange(kept.Shape.Losses);
        return Expression.Invoke(Expression.Constant(convert), kept.Value);
    }

    // The value as its type has it: where it goes, nothing but its default can say that it is null, unless that is asked first.
    private Expression Open(Kept kept)
    {
        var (value, shape) = kept;
        if (shape.IsPlain) return Unboxed(value, shape.Type);
        Expression? condition = null;
        if (shape is not ValueShape)
        {
            _losses.AddRange(shape.Losses);
            return Expression.Convert(Expression.Invoke(Expression.Constant(new Func<object?, object?>(shape.Leave)), value), shape.Type);
        }

        value = Once(value, ref condition);
        return _nulls.With(Expression.Convert(value, shape.Type), NullScope.Either(condition, Expression.ReferenceEqual(value, Null)));
    }

    private static Expression Unboxed(Expression value, Type type) =>
        value is UnaryExpression { NodeType: ExpressionType.Convert } box && box.Operand.Type == type ? box.Operand
        : value.Type == type ? value
        : Expression.Convert(value, type);

    private static UnaryExpression Boxed(Expression value) => Expression.Convert(value, typeof(object));

    // What a lambda is called with stands for its parameters: as it is, or as it is kept.
    private List<Expression> Bind(
        IReadOnlyList<ParameterExpression> parameters, IReadOnlyList<ElementShape?> shapes, ParameterExpression[] inputs)
    {
        var assigned = new List<Expression>(parameters.Count);
        _readOfOthers.Clear();
        for (var i = 0; i < parameters.Count; i++)
        {
            var (parameter, shape) = (parameters[i], i < shapes.Count ? shapes[i] : null);
            if (shape is { IsPlain: false }) _kept[parameter] = new Kept(inputs[i], shape);
            else assigned.Add(Expression.Assign(parameter, Unboxed(inputs[i], parameter.Type)));
            if (shape is PlainShape plain) (plain.IsThere ? _isThere : _mayBeMissing).Add(parameter);
        }

        return assigned;
    }
}
