using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// Rewrites what runs in the caller to the meaning it has in a query: reading through null gives null instead of throwing, comparisons
/// are lifted over it, a bool that is null is false; and strings ignore case.
/// </summary>
internal sealed partial class SemanticsRewriter : DeepVisitor
{
    private static readonly PropertyInfo ItemPathProperty = typeof(OfflineFilesItem).GetProperty(nameof(OfflineFilesItem.ItemPath))!;

    private readonly NullScope _nulls = new();
    private List<ParameterExpression> _temporaries = [];

    private SemanticsRewriter()
    {
    }

    /// <summary>A predicate over no element: a bool.</summary>
    public static Expression Predicate(Expression body)
    {
        var rewriter = new SemanticsRewriter();
        return rewriter.Scoped(rewriter.Visit(body)!);
    }

    /// <summary>A predicate: a bool.</summary>
    public static MeantLambda Predicate(ElementLambda lambda, params IReadOnlyList<Type> inputs) =>
        Mean(lambda, inputs, (rewriter, body) => new Kept(rewriter.Visit(body)!, ElementShape.Of(typeof(bool))));

    /// <summary>What stays in the query, to be read again or compared: an object, null where the value is null.</summary>
    public static MeantLambda ToKeep(ElementLambda lambda, params IReadOnlyList<Type> inputs) =>
        Mean(lambda, inputs, (rewriter, body) => rewriter.Keep(body));

    /// <summary>What leaves the query: an object; a value that is null although its type has no null is its default.</summary>
    public static MeantLambda Projection(ElementLambda lambda, params IReadOnlyList<Type> inputs) => Mean(
        lambda, inputs, (rewriter, body) => new Kept(Expression.Convert(rewriter.Visit(body)!, typeof(object)), ElementShape.Of(body.Type)));

    private static MeantLambda Mean(ElementLambda lambda, IReadOnlyList<Type> types, Func<SemanticsRewriter, Expression, Kept> read)
    {
        var rewriter = new SemanticsRewriter();
        ParameterExpression[] inputs = [.. types.Select(type => Expression.Parameter(type))];
        var bound = rewriter.Bind(lambda.Parameters, lambda.Shapes, inputs);
        var (body, shape) = read(rewriter, lambda.Body);
        return new MeantLambda(inputs, Expression.Block([.. lambda.Parameters, .. rewriter._temporaries], [.. bound, body]), shape, rewriter._losses);
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null) return null;
        var value = Raw(node);
        if (value.Type != typeof(bool) && _nulls.ConditionOf(value) is not null) _losses.Add(new NullLoss(node, value.Type));
        return _nulls.Settle(value);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null) return node;
        var target = Raw(node.Expression);
        if (Nullable.GetUnderlyingType(target.Type) is not null && node.Member.Name == "HasValue") return node.Update(target);
        target = Receiver(target, out var isNull);
        return _nulls.With(node.Update(target), isNull);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node.NodeType == ExpressionType.Quote) return node;
        if (node.NodeType == ExpressionType.Not && node.Type == typeof(bool)) return node.Update(Visit(node.Operand)!);
        var operand = Raw(node.Operand);
        var condition = _nulls.ConditionOf(operand);
        if (NullableTypes.HasNull(operand.Type) && !NullableTypes.HasNull(node.Type)) operand = Receiver(operand, out condition);
        return _nulls.With(node.Update(operand), condition);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Assign || node.Type == typeof(bool) && node.Left.Type == typeof(bool))
            return base.VisitBinary(node);
        if (node.NodeType == ExpressionType.Coalesce) return Coalesce(node);
        if (StringComparison(node) is { } comparison) return comparison;
        if (ValueSemantics.Equality(node) is var (value, other))
            return node.NodeType == ExpressionType.Equal ? PartsAreEqual(value, other) : Expression.Not(PartsAreEqual(value, other));

        var left = Raw(node.Left);
        var right = Raw(node.Right);
        var (leftNull, rightNull) = (_nulls.ConditionOf(left), _nulls.ConditionOf(right));
        var plain = node.Update(left, node.Conversion, right);
        return ComparisonOperators.Contains(node.NodeType)
            ? LiftedComparison.Make(plain, leftNull, rightNull, Truth)
            : _nulls.With(plain, NullScope.Either(leftNull, rightNull));
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var test = Visit(node.Test)!;
        var whenTrue = Raw(node.IfTrue);
        var whenFalse = Raw(node.IfFalse);
        var (trueNull, falseNull) = (_nulls.ConditionOf(whenTrue), _nulls.ConditionOf(whenFalse));
        if (trueNull is null && falseNull is null) return node.Update(test, whenTrue, whenFalse);

        // The condition is evaluated first, and with it the test, which stands here once: tests within tests would double with each level.
        var holds = Truth();
        return _nulls.With(
            node.Update(holds, whenTrue, whenFalse),
            Expression.Condition(Expression.Assign(holds, test), trueNull ?? Expression.Constant(false), falseNull ?? Expression.Constant(false)));
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (ConstantSet.TryRead(node, out var set, out var sought, out var kind)) return Search(set, set.IgnoresCase ? StringCase.Strip(sought) : sought, kind);
        if ((StringSemantics.SearchOfRow(node) ?? StringSemantics.SearchOfPlace(node) ?? TextSequences.Apply(node) ?? TextCollections.Apply(node) ?? KeySpelling.Apply(node)) is { } search) return Lifted(search);
        if (ValueSemantics.Equality(node) is var (value, other)) return PartsAreEqual(value, other);
        if (StringCalls.IsUnder(node) && node.Object is { } item) return IsUnder(node.Method.Name, item, node.Arguments[0]) ?? Lifted(node);
        return StringCall(node) is { } call ? call : Lifted(node);
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var outer = _temporaries;
        _temporaries = [];
        var body = Scoped(Visit(node.Body)!);
        _temporaries = outer;
        return node.Update(body, node.Parameters);
    }

    private ParameterExpression Truth()
    {
        var variable = Expression.Variable(typeof(bool));
        _temporaries.Add(variable);
        return variable;
    }

    private Expression Raw(Expression node) => Resolve(node) is { } kept ? Open(kept) : base.Visit(node)!;

    private Expression Scoped(Expression body) => _temporaries.Count == 0 ? body : Expression.Block(_temporaries, body);

    private Expression Lifted(MethodCallExpression node)
    {
        Expression? isNull = null;
        var target = node.Object is null ? null : Raw(node.Object);
        var isOrder = OrderCall.IsOfDefault(node);
        var takesNoNull = isOrder || node.Method.DeclaringType == typeof(Regex) || StringSemantics.NeedsText(node.Method);
        if (target is not null && Nullable.GetUnderlyingType(target.Type) is null) target = Receiver(target, out isNull);
        var arguments = new List<Expression>(node.Arguments.Count);
        foreach (var argument in node.Arguments)
        {
            var value = Raw(argument);
            var noValue = _nulls.ConditionOf(value);
            if (takesNoNull && (isOrder || value.Type == typeof(string))) value = Receiver(value, out noValue);
            isNull = NullScope.Either(isNull, noValue);
            arguments.Add(value);
        }

        return _nulls.With(node.Update(target!, arguments), isNull);
    }

    // The right side can be null, too, although its type has no null: then so is the whole.
    private Expression Coalesce(BinaryExpression node)
    {
        var right = Raw(node.Right);
        if (_nulls.ConditionOf(right) is not { } noRight) return node.Update(Raw(node.Left), node.Conversion, right);
        var left = Receiver(Raw(node.Left), out var noLeft);
        return _nulls.With(node.Update(left, node.Conversion, right), Expression.AndAlso(noLeft!, noRight));
    }

    // What is read from must not be evaluated twice when it is more than a chain of properties.
    // The row of a query is; what was made of a row may be null.
    private bool IsThere(Expression target) =>
        target is ConstantExpression { Value: not null }
        || (target is ParameterExpression element && (_isThere.Contains(element) || (element.Type == typeof(OfflineFilesItem) && !_mayBeMissing.Contains(element))));

    private Expression Receiver(Expression target, out Expression? isNull)
    {
        isNull = _nulls.ConditionOf(target);
        if (!NullableTypes.HasNull(target.Type) || IsThere(target)) return target;
        target = Once(target, ref isNull);
        isNull = NullScope.Either(isNull, IsNull(target));
        return target;
    }

    private Expression Once(Expression value, ref Expression? condition)
    {
        if (value is ParameterExpression or ConstantExpression or MemberExpression { Expression: ParameterExpression }) return value;
        var variable = Expression.Variable(value.Type);
        _temporaries.Add(variable);
        var assign = Expression.Block(typeof(bool), Expression.Assign(variable, value), Expression.Constant(false));
        condition = NullScope.Either(condition, assign);
        return variable;
    }

    private static BinaryExpression IsNull(Expression value) => value.Type.IsValueType
        ? Expression.Equal(value, Expression.Constant(null, value.Type))
        : Expression.ReferenceEqual(value, Expression.Constant(null, value.Type));

    private Expression? StringComparison(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual)) return null;
        if (node.Left.Type != typeof(string) || node.Right.Type != typeof(string) || node.Method is null) return null;
        var equal = StringSemantics.Equal(Text(node.Left), Text(node.Right));
        return node.NodeType == ExpressionType.Equal ? equal : Expression.Not(equal);
    }

    // Part by part as they are kept: a part that is null equals null alone, whatever its type.
    private Expression PartsAreEqual(Expression left, Expression right)
    {
        var (one, other) = (Keep(left), Keep(right));
        var shape = ShapeConversion.Common(one.Shape, other.Shape);
        return ValueSemantics.AreEqual(As(shape, one), As(shape, other), shape);
    }

    private Expression Search(ConstantSet set, Expression sought, SearchKind kind)
    {
        var kept = Keep(sought);
        return kept.Shape switch
        {
            PartsShape { IsComparedByParts: true } parts when set.IgnoresCase => ConstantSet.Call(set.As(parts.Type, parts.Enter, parts.Equality(comparer: null)), kept.Value, kind),
            PlainShape or ValueShape => ConstantSet.Call(set, kept.Value, kind),
            _ => ConstantSet.Call(set, _nulls.Box(Open(kept)), kind),
        };
    }

    private Expression? StringCall(MethodCallExpression node)
    {
        if (StringCalls.IsOrder(node)) return Order(node);
        if (node.Method.DeclaringType != typeof(string)) return null;
        var operands = node.Object is null ? node.Arguments.ToArray() : [node.Object, .. node.Arguments];
        if (node.Method.Name == nameof(string.Equals) && StringRules.IsOfQuery(node))
            return Equality(Stripped(node, operands[0]), Stripped(node, operands[1]), isCalledOnNull: node.Object is not null);
        if (node.Object is null || !StringSemantics.IsSearch(node) || operands[1].Type != typeof(string) && operands[1].Type != typeof(char)) return null;

        var hasRule = operands.Length > 2;
        Expression? isNull = null;
        var searched = Receiver(Raw(hasRule ? node.Object : StringCase.Strip(node.Object)), out var noText);
        var sought = Raw(hasRule ? operands[1] : StringCase.Strip(operands[1]));
        if (sought.Type == typeof(string)) sought = Receiver(sought, out isNull);
        var search = StringRules.IsOfQuery(node) && node.Arguments.Skip(1).All(argument => argument.Type == typeof(StringComparison))
            ? StringSemantics.Search(node, searched, sought)
            : node.Update(searched, [sought, .. node.Arguments.Skip(1).Select(argument => Visit(argument)!)]);
        return _nulls.With(search, NullScope.Either(noText, isNull));
    }

    private Expression Equality(Expression text, Expression other, bool isCalledOnNull)
    {
        var (left, right) = (Raw(text), Raw(other));
        if (right.Type != typeof(string)) right = Expression.TypeAs(right, typeof(string));
        if (!isCalledOnNull) return StringSemantics.Equal(left, right);
        left = Receiver(left, out var isNull);
        var equal = StringSemantics.Equal(left, right);
        return isNull is null ? equal : Expression.AndAlso(Expression.Not(isNull), equal);
    }

    // Before, the same or after: which number a method returns for it is its own affair.
    private Expression Order(MethodCallExpression node)
    {
        var (left, right) = StringCalls.OrderOperands(node);
        var isOfQuery = node.Method.DeclaringType == typeof(string) && StringRules.IsOfQuery(node);
        left = Receiver(Raw(Stripped(node, left)), out var noLeft);
        right = Receiver(Raw(Stripped(node, right)), out var noRight);
        if (isOfQuery && right.Type != typeof(string)) right = Expression.TypeAs(right, typeof(string));
        var order = isOfQuery ? StringSemantics.Compare(left, right)
            : node.Object is null ? node.Update(null!, [left, right, .. node.Arguments.Skip(2)])
            : node.Update(left, [right, .. node.Arguments.Skip(1)]);
        return _nulls.With(StringSemantics.Sign(order), NullScope.Either(noLeft, noRight));
    }

    private Expression Text(Expression operand) => Raw(StringCase.Strip(operand));

    // Where the caller's own word says how texts compare, a change of case before is meant.
    private static Expression Stripped(MethodCallExpression call, Expression operand) =>
        call.Method.DeclaringType == typeof(string) && StringRules.CaseOf(call) == StringRules.Case.Query ? StringCase.Strip(operand) : operand;

    // Asked of the text of the path, so that a row whose path is none is no match instead of an error.
    private MethodCallExpression? IsUnder(string method, Expression target, Expression ancestor) => target switch
    {
        ParameterExpression item when item.Type == typeof(OfflineFilesItem) && IsThere(item) =>
            StringSemantics.IsUnder(method, ItemPathOf(item), Visit(ancestor)!),
        MemberExpression { Member.Name: nameof(OfflineFilesItem.Path), Expression: ParameterExpression item }
            when item.Type == typeof(OfflineFilesItem) && IsThere(item) =>
            StringSemantics.IsUnder(method, ItemPathOf(item), Visit(ancestor)!),
        _ => null,
    };

    private static MemberExpression ItemPathOf(ParameterExpression item) => Expression.Property(item, ItemPathProperty);
}
