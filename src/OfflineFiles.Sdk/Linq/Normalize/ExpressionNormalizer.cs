using System.Globalization;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Brings an expression into the form that the translator and the residual read: what does not depend on the row becomes a constant,
/// evaluated once; and what compilers and callers write in several ways is written in one. One pass, from the leaves up.
/// </summary>
internal sealed class ExpressionNormalizer : DeepVisitor
{
    private const int Nothing = int.MaxValue;
    private const int Row = -1;

    // Parts that stand in several places are counted in each. No one writes so many; what a program makes may have billions, of a few dozen it made.
    private const long MostParts = 10_000_000;

    // C# puts no statement into an expression, and what a program makes needs but a few.
    private const int MostStatements = 100;

    // The parameters of the lambdas around a node, outermost first; those of the query itself are not among them.
    private List<ParameterExpression>? _inner;

    // The outermost parameter that was read so far: an index into the list above, the row, or nothing.
    private int _dependsOn = Nothing;

    private OpenCalls? _calls;

    private long _parts;

    private int _statements;

    private ExpressionNormalizer()
    {
    }

    public static Expression Normalize(Expression body) => new ExpressionNormalizer().Visit(body)!;

    public override Expression? Visit(Expression? node)
    {
        if (node is null or ConstantExpression) return node;
        if (++_parts > MostParts) throw TooLarge();
        var outer = _dependsOn;
        _dependsOn = Nothing;
        var visited = base.Visit(node);
        if (_dependsOn == Nothing && !ConstantFolding.StaysAsItIs(visited)) visited = ConstantEvaluator.ToConstant(visited, node);
        _dependsOn = Math.Min(_dependsOn, outer);
        return visited;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (_calls?.Find(node) is { } argument)
        {
            _calls.Copy(argument);
            _parts += argument.Parts - 1;
            _dependsOn = Math.Min(_dependsOn, argument.DependsOn);
            return argument.Value;
        }

        _dependsOn = Math.Min(_dependsOn, _inner?.IndexOf(node) ?? Row);
        return node;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var scope = (_inner ??= []).Count;
        _inner.AddRange(node.Parameters);
        var body = Visit(node.Body)!;
        _inner.RemoveRange(scope, node.Parameters.Count);
        if (_dependsOn >= scope) _dependsOn = Nothing;
        return node.Update(body, node.Parameters);
    }

    protected override Expression VisitMember(MemberExpression node) =>
        node.Expression is ParameterExpression or null ? base.VisitMember(node) : node.Update(Operand(node.Expression));

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.And or ExpressionType.Or && node.Type == typeof(bool) && node.Method is null)
            return BooleanShape.Join(node.NodeType is ExpressionType.AndAlso or ExpressionType.And, Visit(node.Left)!, node.Right, right => Visit(right)!);
        if (node.NodeType == ExpressionType.Coalesce && node.Conversion is null) return Coalesce(node);
        var binary = node.Update(Operand(node.Left), node.Conversion, Operand(node.Right));
        if (_dependsOn == Nothing) return binary;
        var restored = OperatorMethods.Restore(binary) ?? CompareStringCall.Restore(binary) ?? OrderCall.Compare(binary) ?? TextOrderCall.Compare(binary) ?? SetQuantifier.Expand(binary);
        if (restored is not null) return Visit(restored)!;
        return ConstantSet.ComparePlace(binary) ?? NullTest.Restore(binary) ?? BooleanShape.Simplify(EnumComparison.Restore(binary));
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var test = Visit(node.Test)!;
        if (test is ConstantExpression { Value: bool known }) return Visit(known ? node.IfTrue : node.IfFalse)!;
        var choice = node.Update(test, Visit(node.IfTrue)!, Visit(node.IfFalse)!);
        return NullConditional.Simplify(choice) ?? BooleanShape.Simplify(choice);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node.NodeType == ExpressionType.Quote)
        {
            // Looked through for the row only: a query inside is normalised when it runs.
            _ = Visit(node.Operand);
            return _calls?.Replace(node) ?? node;
        }

        var operand = node.NodeType == ExpressionType.Convert ? Visit(node.Operand)! : Operand(node.Operand);
        return node.NodeType switch
        {
            ExpressionType.Not when node.Type == typeof(bool) && node.Method is null => BooleanShape.Not(operand),
            ExpressionType.Convert or ExpressionType.TypeAs when operand.Type == node.Type && node.Method is null => operand,
            _ => OperatorMethods.Restore(node.Update(operand)) ?? node.Update(operand),
        };
    }

    protected override Expression VisitTry(TryExpression node) => Nested(node, base.VisitTry);

    protected override Expression VisitLoop(LoopExpression node) => Nested(node, base.VisitLoop);

    protected override Expression VisitSwitch(SwitchExpression node) => Nested(node, base.VisitSwitch);

    // Each try runs within the one around it, in the runtime, which does not ask for room on the stack.
    private Expression Nested<T>(T node, Func<T, Expression> visit)
    {
        if (_statements == MostStatements) throw TooNested();
        _statements++;
        var visited = visit(node);
        _statements--;
        return visited;
    }

    // The value that members are set of is no value by itself, though nothing in it may depend on the row.
    protected override Expression VisitMemberInit(MemberInitExpression node) =>
        node.Update((NewExpression)VisitNew(node.NewExpression), Visit(node.Bindings, VisitMemberBinding));

    protected override Expression VisitTypeBinary(TypeBinaryExpression node)
    {
        var operand = Operand(node.Expression);
        return NullTest.Restore(node, operand) ?? node.Update(operand);
    }

    protected override Expression VisitInvocation(InvocationExpression node)
    {
        if (Inlined(node, node.Expression, node.Arguments) is { } inlined) return inlined;
        var called = LambdaCall.CheckDelegate(Operand(node.Expression), node.Expression);
        return node.Update(called, [.. node.Arguments.Select(Operand)]);
    }

    // Null where a delegate is called, whose code nobody can read.
    private Expression? Inlined(Expression node, Expression called, IReadOnlyList<Expression> arguments)
    {
        if (called is ParameterExpression parameter && _calls?.Find(parameter) is { } function) called = function.Value;
        if (LambdaCall.LambdaOf(called, expression => Visit(expression)!) is not { } lambda)
            return typeof(LambdaExpression).IsAssignableFrom(called.Type) ? throw LambdaCall.Unknown(called) : null;
        _calls ??= new OpenCalls();
        return _calls.Visit(lambda, [.. arguments.Select(Argument)], node, body => Visit(body)!);
    }

    private CallArgument Argument(Expression node)
    {
        var (outer, before) = (_dependsOn, _parts);
        _dependsOn = Nothing;
        var visited = Visit(node)!;
        var argument = new CallArgument(visited, _dependsOn, _parts - before);
        _dependsOn = outer;
        return argument;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (CollectionSearch.Read(node) is { } search) return Search(node, search);
        if (LambdaCall.InvokedBy(node) is var (called, arguments) && Inlined(node, called, arguments) is { } inlined) return inlined;
        var target = node.Object is null ? null : LambdaCall.CheckDelegate(Operand(node.Object), node.Object);
        var call = WqlFunctionCheck.Check(node.Update(target!, Arguments(node)));
        if (_dependsOn == Nothing) return call;
        if (_dependsOn == Row && node.Method.DeclaringType == typeof(Queryable)) throw QueryInside(node);
        if ((SetQuantifier.Expand(call) ?? ComparerCall.Restore(call) ?? GenericComparison.Restore(call) ?? TextCall.Restore(call)) is { } restored) return Visit(restored)!;
        return NullTest.Restore(call) ?? EqualsCall.ToComparison(call) ?? (Expression)call;
    }

    private Expression[] Arguments(MethodCallExpression node)
    {
        var arguments = new Expression[node.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Operand(node.Arguments[i]);
        return arguments;
    }

    private Expression Coalesce(BinaryExpression node)
    {
        var left = Operand(node.Left);
        return left is ConstantExpression constant
            ? ConstantFolding.Retype(constant.Value is null ? Visit(node.Right)! : left, node.Type)
            : node.Update(left, node.Conversion, Visit(node.Right)!);
    }

    // Where something is read of it, an object that a query makes is made once; where it is the outcome, it is made for each row.
    private Expression Operand(Expression node)
    {
        var outer = _dependsOn;
        _dependsOn = Nothing;
        var visited = Visit(node)!;
        if (_dependsOn == Nothing && ConstantFolding.IsCreation(visited)) visited = ConstantEvaluator.ToConstant(visited, node);
        _dependsOn = Math.Min(_dependsOn, outer);
        return visited;
    }

    private Expression Search(MethodCallExpression node, CollectionSearch search)
    {
        var value = Operand(search.Value);
        var comparer = search.Comparer is null ? null : Operand(search.Comparer);
        var collection = Operand(search.Set);
        if (search is { Kind: SearchKind.Contains, Comparer: null } && collection is NewArrayExpression array && SetQuantifier.Expand(array, value) is { } tests)
            return Visit(tests)!;
        if (collection is ConstantExpression { Value: var set })
        {
            if (_dependsOn == Row && set is IQueryable) throw QueryInside(node);
            if (set is null) throw new QueryTranslationException(ExpressionText.Of(search.Set), "it is null, so nothing can be found in it", "Use an empty collection.");
            if (ConstantSet.Create(set, search with { Comparer = comparer }) is { } values) return ConstantSet.Ask(values, value, search.Kind);
        }

        // Visited once: a set that stands in what is sought in another would else be visited twice at each level.
        return node.Update(node.Object is null ? null! : Visited(node.Object), [.. node.Arguments.Select(Visited)]);

        Expression Visited(Expression part) =>
            part == search.Value ? value : part == search.Comparer ? comparer! : search.WithSet(part, collection) ?? Operand(part);
    }

    private static QueryTranslationException TooLarge() => new(
        "a lambda of the query",
        string.Format(CultureInfo.InvariantCulture, "it has more than {0:N0} parts, each counted in every place where it stands", MostParts),
        "Make a smaller expression, or read the rows first, with ToListAsync(), and use a delegate on them.");

    private static QueryTranslationException TooNested() => new(
        "a lambda of the query",
        string.Format(CultureInfo.InvariantCulture, "statements in it, of try, loop and switch, nest deeper than {0} levels", MostStatements),
        "Put them into a method that the lambda calls, or read the rows first, with ToListAsync(), and use a delegate on them.");

    private static QueryTranslationException QueryInside(MethodCallExpression node) => new(
        ExpressionText.Of(node),
        "a query inside a query would run again for each row",
        "Read its rows first, with ToListAsync(), and use the list.");
}

/// <summary>Which parts of a query that do not depend on the row become constants at once.</summary>
internal static class ConstantFolding
{
    /// <summary>Lambdas and what makes new objects wait for the call that uses them; a span is no value that could be kept.</summary>
    public static bool StaysAsItIs(Expression expression) =>
        expression is ConstantExpression or LambdaExpression
        || expression.NodeType == ExpressionType.Quote
        || expression.Type == typeof(void)
        || IsCreation(expression)
        || Spans.IsSpan(expression.Type);

    /// <summary>Whether it makes an object that must not be shared between rows.</summary>
    public static bool IsCreation(Expression expression) => expression switch
    {
        NewExpression or MemberInitExpression => !expression.Type.IsValueType && expression.Type != typeof(string),
        NewArrayExpression or ListInitExpression => true,
        UnaryExpression { NodeType: ExpressionType.Convert } convert => IsCreation(convert.Operand),
        _ => false,
    };

    /// <summary>A value as another type that holds it, such as the nullable one.</summary>
    public static Expression Retype(Expression expression, Type type) =>
        expression.Type == type ? expression
        : expression is ConstantExpression { Value: var value } ? Expression.Constant(value, type)
        : Expression.Convert(expression, type);
}
