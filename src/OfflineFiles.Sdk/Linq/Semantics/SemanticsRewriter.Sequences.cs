using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <content>
/// The methods of <see cref="Enumerable"/> inside a lambda, called on what the query has gathered: they mean there what the operators of a query
/// mean. A method that is not among these, or that was given a comparer that says something else, is called as it was written, with what leaves the query for it.
/// </content>
internal sealed partial class SemanticsRewriter
{
    // A method that yields a sequence; null for any other expression.
    private KeptSequence? Chain(MethodCallExpression call)
    {
        if (!IsOverElements(call)) return null;
        var lambdas = call.Arguments.Skip(1).OfType<LambdaExpression>().ToList();
        if (call.Method.ReturnType == typeof(string)) return null;
        var (name, count) = (call.Method.Name, ComparerArgument.CountWithout(call) - 1);
        switch (name, count, lambdas.Count)
        {
            case ("Where" or "TakeWhile" or "SkipWhile", 1, 1):
                return Over(call, source => source with { Items = Filtered(source, name, lambdas[0]) });
            case ("Select", 1, 1):
                return Over(call, source => Selected(source, lambdas[0]));
            case ("SelectMany", 1, 1) or ("SelectMany", 2, 2):
                return Over(call, source => Expanded(source, lambdas));
            case ("Take" or "Skip" or "TakeLast" or "SkipLast", 1, 0) when call.Arguments[1].Type == typeof(int):
                return Over(call, source => source with { Items = Expression.Call(Sequences.Pages[name], source.Items, Visit(call.Arguments[1])!) });
            case ("Chunk", 1, 0):
                return Over(call, source => source with
                {
                    Items = Expression.Call(Sequences.Chunk, source.Items, Visit(call.Arguments[1])!),
                    Element = new ListShape(call.Type.GetGenericArguments()[0], source.Element),
                });
            case ("Reverse", 0, 0):
                return Over(call, source => source with { Items = Expression.Call(Sequences.Reverse, source.Items) });
            case ("ToList" or "ToArray", 0, 0):
                return Over(call, source => source with { Items = Expression.Call(Sequences.Hold, source.Items) });
            case ("AsEnumerable", 0, 0):
                return Over(call, source => source);
            case ("Distinct", 0, 0):
                return Over(call, source => source with { Items = Expression.Call(Sequences.Distinct, source.Items, Equality(source.Element)) });
            case ("DistinctBy", 1, 1):
                return Over(call, source => source with { Items = WithKey(Sequences.DistinctBy, source, lambdas[0], Equality) });
            case ("Order" or "OrderDescending", 0, 0):
                return Over(call, source => source with { Items = Expression.Call(Sequences.Orders[name], source.Items, Order(source.Element)) });
            case ("OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending", 1, 1):
                return Over(call, source => source with { Items = WithKey(Sequences.Orders[name], Ordered(source, name), lambdas[0], Order) });
            case ("Concat" or "Union" or "Intersect" or "Except", 1, 0):
                return Over(call, source => Combined(source, name, call.Arguments[1]));
            case ("Append" or "Prepend", 1, 0):
                return Over(call, source => Added(source, Sequences.Additions[name], Keep(call.Arguments[1])));
            case ("DefaultIfEmpty", 0, 0):
                return Over(call, source => source with
                {
                    Items = Expression.Call(Sequences.DefaultIfEmpty, source.Items, Expression.Constant(DefaultOf(source.Element), typeof(object))),
                    Element = NullableTypes.HasNull(source.Element.Type) ? source.Element.OrMissing : source.Element,
                });
            case ("DefaultIfEmpty", 1, 0):
                return Over(call, source => Added(source, Sequences.DefaultIfEmpty, Keep(call.Arguments[1])));
            case ("GroupBy", 1, 1) or ("GroupBy", 2, 2) when lambdas[lambdas.Count - 1].Parameters.Count == 1:
                return Over(call, source => Grouped(source, call, lambdas));
            default:
                return null;
        }
    }

    // A method that yields one value; null for any other expression.
    private Kept? Ending(MethodCallExpression call)
    {
        if (!IsOverElements(call)) return null;
        var (name, count) = (call.Method.Name, ComparerArgument.CountWithout(call) - 1);
        var lambda = count > 0 ? call.Arguments[1] as LambdaExpression : null;
        switch (name, count)
        {
            case ("Count" or "LongCount" or "Any", 0):
            case ("Count" or "LongCount" or "Any" or "All", 1) when lambda is not null:
                return End(call, source => lambda is null ? Result(name, source.Items) : name == "All"
                    ? Expression.Not(Result("Any", Filtered(source, "Where", lambda, isNegated: true)))
                    : Result(name, Filtered(source, "Where", lambda)));
            case ("Contains", 1):
                return End(call, source => Contains(source, Keep(call.Arguments[1])));
            case ("First" or "Last" or "Single", 0):
            case ("First" or "Last" or "Single", 1) when lambda is not null:
                return Element(call, source => Result(name, lambda is null ? source.Items : Filtered(source, "Where", lambda)), mayBeMissing: false);
            case ("FirstOrDefault" or "LastOrDefault" or "SingleOrDefault", 0):
            case ("FirstOrDefault" or "LastOrDefault" or "SingleOrDefault", 1) when lambda is not null:
                return Element(call, source => OrInstead(name, source, lambda), mayBeMissing: true);
            case ("ElementAt", 1) when call.Arguments[1].Type == typeof(int):
                return Element(call, source => Expression.Call(Sequences.At, source.Items, Visit(call.Arguments[1])!), mayBeMissing: false);
            case ("Min" or "Max", 0):
            case ("Min" or "Max", 1) when lambda is not null:
                return Extreme(call, lambda);
            case ("MinBy" or "MaxBy", 1) when lambda is not null:
                return Element(call, source => WithKey(Sequences.Extremes[name], source, lambda, Order), mayBeMissing: NullableTypes.HasNull(call.Type));
            case ("Sum" or "Average", 0):
            case ("Sum" or "Average", 1) when lambda is not null:
                return Number(call, lambda);
            case ("Aggregate", 2) when call.Arguments[2] is LambdaExpression add:
                return Accumulated(call, add);
            default:
                return null;
        }
    }

    // Called on values that the query does not change, a method keeps the meaning it has in the caller's code.
    private static bool IsOverElements(MethodCallExpression call)
    {
        if (call.Method.DeclaringType != typeof(Enumerable) || call.Arguments.Count == 0) return false;
        var root = call.Arguments[0];
        while (true)
        {
            if (root is UnaryExpression { NodeType: ExpressionType.Convert } convert) root = convert.Operand;
            else if (root is MethodCallExpression { Arguments.Count: > 0 } inner && inner.Method.DeclaringType == typeof(Enumerable)) root = inner.Arguments[0];
            else return root is not ConstantExpression && root.Type != typeof(string);
        }
    }

    private KeptSequence? Over(MethodCallExpression call, Func<KeptSequence, KeptSequence> then) => SequenceOf(call.Arguments[0], call) is { } source ? then(source) : null;

    private KeptSequence? SequenceOf(Expression node, MethodCallExpression? call = null) =>
        DeepStack.HasRoom ? SequenceHere(node, call) : DeepStack.Run(() => SequenceHere(node, call));

    private KeptSequence? SequenceHere(Expression node, MethodCallExpression? call)
    {
        if (node is MethodCallExpression inner && Chain(inner) is { } chain) return chain;
        if (Resolve(node) is { Shape: SequenceShape shape } kept)
        {
            if (!shape.MayBeMissing) return new KeptSequence(Items(kept), shape.Element, IsNull: null);
            Expression? assigned = null;
            var value = Once(kept.Value, ref assigned);
            return new KeptSequence(
                Expression.Convert(value, typeof(IEnumerable<object?>)), shape.Element, NullScope.Either(assigned, Expression.ReferenceEqual(value, Null)));
        }

        if (ElementTypeOf(call?.Method.GetParameters()[0].ParameterType ?? node.Type) is not { } type) return null;
        var made = Elements(node);
        if (made is { Shape: SequenceShape list }) return new KeptSequence(Items(made), list.Element, IsNull: null);
        Expression? isNull = null;
        var visible = made is null ? Receiver(Raw(node), out isNull) : made.Value;
        var items = type.IsValueType
            ? Expression.Call(Sequences.Box, Expression.Convert(visible, typeof(System.Collections.IEnumerable)))
            : (Expression)Expression.Convert(visible, typeof(IEnumerable<object?>));
        return new KeptSequence(items, ElementShape.Of(type), isNull);
    }

#if NET
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "That a sequence is enumerated is asked of the query itself, so its interface is there.")]
#endif
    private static Type? ElementTypeOf(Type sequence) => sequence.IsGenericType && sequence.GetGenericTypeDefinition() is var definition
        && (definition == typeof(IEnumerable<>) || definition == typeof(IOrderedEnumerable<>))
            ? sequence.GetGenericArguments()[0]
            : sequence.GetInterfaces().FirstOrDefault(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static Kept Guarded(KeptSequence sequence, Type type)
    {
        var items = Expression.Convert(sequence.Items, typeof(object));
        return new Kept(sequence.IsNull is null ? items : Expression.Condition(sequence.IsNull, Null, items), new ListShape(type, sequence.Element) { MayBeMissing = sequence.IsNull is not null });
    }

    private static Expression OrEmpty(KeptSequence sequence) => sequence.IsNull is null
        ? sequence.Items
        : Expression.Condition(
            sequence.IsNull,
            Expression.Constant(Array.Empty<object?>(), typeof(IEnumerable<object?>)),
            Expression.Convert(sequence.Items, typeof(IEnumerable<object?>)));

    private MethodCallExpression Filtered(KeptSequence source, string name, LambdaExpression predicate, bool isNegated = false)
    {
        return predicate.Parameters.Count == 1
            ? Expression.Call(Sequences.Filters[name], source.Items, Inner<Func<object?, bool>>(predicate, [source.Element], Truth))
            : Expression.Call(Sequences.IndexedFilters[name], source.Items, Inner<Func<object?, int, bool>>(predicate, [source.Element, null], Truth));

        Expression Truth(Expression body) => isNegated ? Expression.Not(Visit(body)!) : Visit(body)!;
    }

    private KeptSequence Selected(KeptSequence source, LambdaExpression selector)
    {
        var (made, element) = selector.Parameters.Count == 1
            ? Keeping<Func<object?, object?>>(selector, source.Element)
            : Keeping<Func<object?, int, object?>>(selector, source.Element, null);
        return source with { Items = Expression.Call(selector.Parameters.Count == 1 ? Sequences.Select : Sequences.IndexedSelect, source.Items, made), Element = element };
    }

    private KeptSequence Expanded(KeptSequence source, List<LambdaExpression> lambdas)
    {
        var element = ElementShape.Of(typeof(object));
        var collection = Inner<Func<object?, IEnumerable<object?>>>(lambdas[0], [source.Element], body =>
        {
            var values = SequenceOf(body)!;
            element = values.Element;
            return Expression.Convert(OrEmpty(values), typeof(IEnumerable<object?>));
        });
        if (lambdas.Count == 1) return source with { Items = Expression.Call(Sequences.Expand, source.Items, collection), Element = element };
        var (made, result) = Keeping<Func<object?, object?, object?>>(lambdas[1], source.Element, element);
        return source with { Items = Expression.Call(Sequences.ExpandInPairs, source.Items, collection, made), Element = result };
    }

    private KeptSequence Combined(KeptSequence source, string name, Expression other)
    {
        if (SequenceOf(other) is not { } second) return source;
        var common = ShapeConversion.Common(source.Element, second.Element);
        Expression[] both = [Converted(source, common), Converted(second with { Items = OrEmpty(second) }, common)];
        return source with
        {
            Items = name == "Concat" ? Expression.Call(Sequences.Concat, both) : Expression.Call(Sequences.Sets[name], [.. both, Equality(common)]),
            Element = common,
        };
    }

    private static Expression Converted(KeptSequence sequence, ElementShape shape) => ShapeConversion.Between(sequence.Element, shape) is { } convert
        ? Expression.Call(Sequences.Select, sequence.Items, Expression.Constant(convert))
        : sequence.Items;

    private KeptSequence Added(KeptSequence source, System.Reflection.MethodInfo method, Kept value)
    {
        var common = ShapeConversion.Common(source.Element, value.Shape);
        return source with { Items = Expression.Call(method, Converted(source, common), As(common, value)), Element = common };
    }

    private KeptSequence Grouped(KeptSequence source, MethodCallExpression call, List<LambdaExpression> lambdas)
    {
        var (key, keyShape) = Keeping<Func<object?, object?>>(lambdas[0], source.Element);
        var (element, elementShape) = lambdas.Count == 1 ? (Null, source.Element) : Keeping<Func<object?, object?>>(lambdas[1], source.Element);
        var groups = Expression.Call(
            Sequences.GroupBy, source.Items, key, Expression.Convert(element, typeof(Func<object?, object?>)), Equality(keyShape));
        return source with { Items = groups, Element = new GroupShape(call.Type.GetGenericArguments()[0], keyShape, elementShape) };
    }

    private static KeptSequence Ordered(KeptSequence source, string name) => name is "ThenBy" or "ThenByDescending"
        ? source with { Items = Expression.Convert(source.Items, typeof(IOrderedEnumerable<object?>)) }
        : source;

    private MethodCallExpression WithKey(System.Reflection.MethodInfo method, KeptSequence source, LambdaExpression key, Func<ElementShape, Expression> rule)
    {
        var (read, shape) = Keeping<Func<object?, object?>>(key, source.Element);
        return Expression.Call(method, source.Items, read, rule(shape));
    }

    private static Expression Equality(ElementShape shape) => Expression.Constant(shape.Equality(comparer: null), typeof(IEqualityComparer<object?>));

    private static Expression Order(ElementShape shape)
    {
        var order = shape.Order(comparer: null);
        return Expression.Constant(Comparer<object?>.Create(order.Compare), typeof(IComparer<object?>));
    }

    private static MethodCallExpression Result(string name, Expression items) => Expression.Call(Sequences.Results[name], items);

    private Kept? End(MethodCallExpression call, Func<KeptSequence, Expression> result)
    {
        if (SequenceOf(call.Arguments[0], call) is not { } source) return null;
        var value = _nulls.With(result(source), source.IsNull);
        return Boxed(value, call);
    }

    private Kept? Element(MethodCallExpression call, Func<KeptSequence, Expression> result, bool mayBeMissing)
    {
        if (SequenceOf(call.Arguments[0], call) is not { } source) return null;
        var value = result(source);
        var element = mayBeMissing && NullableTypes.HasNull(source.Element.Type) ? source.Element.OrMissing : source.Element;
        return source.IsNull is null
            ? new Kept(value, element)
            : new Kept(Expression.Condition(source.IsNull, Expression.Constant(element.Missing, typeof(object)), value), element.OrMissing);
    }

    private MethodCallExpression OrInstead(string name, KeptSequence source, LambdaExpression? predicate) => Expression.Call(
        Sequences.OrInstead[name],
        predicate is null ? source.Items : Filtered(source, "Where", predicate),
        Expression.Constant(DefaultOf(source.Element), typeof(object)));

    // As in Enumerable: the default of a type that has no null is a value like any other.
    private static object? DefaultOf(ElementShape element) => element.Enter(NullableTypes.DefaultOf(element.Type));

    private MethodCallExpression Contains(KeptSequence source, Kept value)
    {
        var common = ShapeConversion.Common(source.Element, value.Shape);
        return Expression.Call(Sequences.Contains, Converted(source, common), As(common, value), Equality(common));
    }

    // Values that are null are left out, and without any value the result is null. Values of a type without null must be there.
    private Kept? Extreme(MethodCallExpression call, LambdaExpression? selector) => OfValues(call, selector, call.Type, (values, fails) => Expression.Call(
        Sequences.Extremes[call.Method.Name == "Min" ? "Least" : "Greatest"], values.Items, Order(values.Element), Expression.Constant(fails)));

    private Kept? Number(MethodCallExpression call, LambdaExpression? selector)
    {
        var type = selector?.ReturnType ?? ElementTypeOf(call.Method.GetParameters()[0].ParameterType)!;
        var code = Expression.Constant(Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type));
        return call.Method.Name == "Average"
            ? OfValues(call, selector, call.Type, (values, fails) => Expression.Call(Sequences.Average, values.Items, code, Expression.Constant(fails)))
            : End(call, source => Expression.Convert(Expression.Call(Sequences.Sum, (selector is null ? source : Selected(source, selector)).Items, code), call.Type));
    }

    private Kept? OfValues(MethodCallExpression call, LambdaExpression? selector, Type type, Func<KeptSequence, bool, Expression> result)
    {
        if (SequenceOf(call.Arguments[0], call) is not { } source) return null;
        var values = selector is null ? source : Selected(source, selector);
        var hasNull = NullableTypes.HasNull(type);
        var mayBeNull = values.Element is ValueShape || source.IsNull is not null;
        var value = result(values, !hasNull && !mayBeNull);
        if (source.IsNull is not null) value = Expression.Condition(source.IsNull, Null, value);
        return new Kept(value, values.Element is PartsShape ? values.Element.OrMissing : hasNull || !mayBeNull ? ElementShape.Of(type) : new ValueShape(type, call));
    }

    private Kept? Accumulated(MethodCallExpression call, LambdaExpression add)
    {
        if (SequenceOf(call.Arguments[0], call) is not { } source) return null;
        var (seed, type) = (Keep(call.Arguments[1]), call.Type);
        var (made, shape) = Keeping<Func<object?, object?, object?>>(add, ElementShape.Of(type), source.Element);
        if (!shape.IsPlain || !seed.Shape.IsPlain)
        {
            shape = NullableTypes.HasNull(type) ? ElementShape.Of(type) : new ValueShape(type, call);
            made = Inner<Func<object?, object?, object?>>(add, [shape, source.Element], body => As(shape, Keep(body)));
        }

        var value = Expression.Call(Sequences.Accumulate, source.Items, As(shape, seed), made);
        return source.IsNull is null ? new Kept(value, shape) : new Kept(Expression.Condition(source.IsNull, Null, value), shape.OrMissing);
    }

    private (Expression Function, ElementShape Shape) Keeping<TFunction>(LambdaExpression lambda, params IReadOnlyList<ElementShape?> shapes)
    {
        ElementShape? shape = null;
        var function = Inner<TFunction>(lambda, shapes, body =>
        {
            var kept = Keep(body);
            shape = kept.Shape;
            return kept.Value;
        });
        return (function, shape!);
    }

    // Its temporaries are its own: each call of it has others.
    private Expression<TFunction> Inner<TFunction>(LambdaExpression lambda, IReadOnlyList<ElementShape?> shapes, Func<Expression, Expression> read)
    {
        var outer = _temporaries;
        _temporaries = [];
        var types = typeof(TFunction).GetGenericArguments();
        ParameterExpression[] inputs = [.. types.Take(types.Length - 1).Select(type => Expression.Parameter(type))];
        var bound = Bind(lambda.Parameters, shapes, inputs);
        var body = read(lambda.Body);
        var function = Expression.Lambda<TFunction>(Expression.Block([.. lambda.Parameters, .. _temporaries], [.. bound, body]), inputs);
        _temporaries = outer;
        return function;
    }
}
