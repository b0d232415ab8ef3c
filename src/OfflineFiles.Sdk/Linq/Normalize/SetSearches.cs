using System.Collections;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Equality;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Writes a question about each value of a captured collection, <c>endings.Any(e =&gt; x.EndsWith(e))</c>, as one question for each value,
/// joined by <c>||</c>, or by <c>&amp;&amp;</c> for All; and the question whether one is equal as a search in a set.
/// </summary>
internal static class SetQuantifier
{
    /// <summary>Beyond this many, asking them one after the other in the caller is the better way.</summary>
    private const int MaximumValues = 100;

    // Questions within questions multiply.
    private const int MaximumParts = 100_000;

    public static Expression? Expand(MethodCallExpression call) =>
        Quantifier.Read(call) is { } quantifier ? Expand(quantifier.Values, quantifier.Test, quantifier.IsAll, call) : null;

    /// <summary>
    /// Whether one was found, as people ask for it: <c>list.Find(test) != null</c>, <c>list.Count(test) &gt; 0</c>,
    /// <c>list.FindIndex(test) &gt;= 0</c>.
    /// </summary>
    public static Expression? Expand(BinaryExpression node)
    {
        var isMirrored = node.Left is ConstantExpression && node.NodeType is (ExpressionType.Equal or ExpressionType.NotEqual);
        if ((isMirrored ? (node.Right, node.Left) : (node.Left, node.Right)) is not (MethodCallExpression call, ConstantExpression constant)) return null;
        if (Node(call, node.NodeType, constant) is { } test) return test;
        if (Quantifier.ReadFinder(call) is not { } finder || IsFound(call, node.NodeType, constant.Value) is not { } isFound) return null;
        var values = finder.Values;

        // What was found and is null looks as if nothing was.
        if (constant.Value is null) values = values.Cast<object?>().Where(value => value is not null);
        if (Expand(values, finder.Test, isAll: false, call) is not { } any) return null;
        return isFound ? any : Expression.Not(any);
    }

    /// <summary><c>new[] { x.Name, x.Path }.Contains(y)</c>: an array that is made of the row, one comparison for each of its values.</summary>
    public static Expression? Expand(NewArrayExpression array, Expression value)
    {
        if (array.NodeType != ExpressionType.NewArrayInit || array.Expressions.Count is 0 or > MaximumValues) return null;
        if (!array.Expressions.All(element => element.Type == value.Type)) return null;
        return EqualsCall.HasOperator(Nullable.GetUnderlyingType(value.Type) ?? value.Type) ? Expand(Expression.Equal)
            : ValueEquality.HasParts(value.Type) ? Expand(EqualsCall.Of)
            : null;

        Expression Expand(Func<Expression, Expression, Expression> equal) => array.Expressions.Select(element => equal(element, value)).Aggregate(Expression.OrElse);
    }

    // The node of a linked list that holds a value, asked for to know whether there is one.
    private static Expression? Node(MethodCallExpression call, ExpressionType comparison, ConstantExpression constant)
    {
        if (constant.Value is not null || IsAboveLeast(comparison) is not { } isFound || comparison is not (ExpressionType.Equal or ExpressionType.NotEqual)) return null;
        if (call.Method.Name is not ("Find" or "FindLast") || call is not { Object: ConstantExpression { Value: IEnumerable values } list, Arguments: [var value] }) return null;
        if (!list.Type.IsGenericType || list.Type.GetGenericTypeDefinition() != typeof(LinkedList<>)) return null;
        var any = ConstantSet.Ask(ConstantSet.OfQuery(values, call), value);
        return isFound ? any : Expression.Not(any);
    }

    private static Expression? Expand(IEnumerable values, LambdaExpression lambda, bool isAll, Expression call)
    {
        var value = lambda.Parameters[0];
        if (!isAll && EqualTo(lambda.Body, value) is { } sought) return ConstantSet.Ask(ConstantSet.OfQuery(values, call), sought);

        var tests = new List<Expression>();
        var partsOfOne = ExpressionExtent.Of(lambda.Body, MaximumParts).Parts;
        foreach (var item in values)
        {
            if (tests.Count == MaximumValues || (tests.Count > 0 && (tests.Count + 1) * partsOfOne > MaximumParts)) return null;
            tests.Add(ParameterReplacer.Replace(lambda.Body, value, Expression.Constant(item, value.Type)));
        }

        return tests.Count == 0 ? Expression.Constant(isAll) : tests.Aggregate(isAll ? Expression.AndAlso : Expression.OrElse);
    }

    // A place is -1 or more, a count is 0 or more: the comparisons that tell only those two apart.
    private static bool? IsFound(MethodCallExpression call, ExpressionType comparison, object? constant) => (call.Method.Name, constant) switch
    {
        ("Find" or "FindLast" or "FirstOrDefault" or "LastOrDefault", null) when !call.Type.IsValueType => IsAboveLeast(comparison),
        ("FindIndex" or "FindLastIndex", -1) or ("Count" or "LongCount", 0 or 0L) => IsAboveLeast(comparison),
        ("FindIndex" or "FindLastIndex", 0) or ("Count" or "LongCount", 1 or 1L) => IsAtLeastNext(comparison),
        _ => null,
    };

    // Compared with what a search returns when it finds nothing.
    private static bool? IsAboveLeast(ExpressionType comparison) => comparison switch
    {
        ExpressionType.NotEqual or ExpressionType.GreaterThan => true,
        ExpressionType.Equal or ExpressionType.LessThanOrEqual => false,
        _ => null,
    };

    // Compared with the number after that.
    private static bool? IsAtLeastNext(ExpressionType comparison) => comparison switch
    {
        ExpressionType.GreaterThanOrEqual => true,
        ExpressionType.LessThan => false,
        _ => null,
    };

    private static Expression? EqualTo(Expression body, ParameterExpression value) => body switch
    {
        BinaryExpression { NodeType: ExpressionType.Equal } equal when !OperatorMethods.IsPlain(equal) => null,
        BinaryExpression { NodeType: ExpressionType.Equal } equal when equal.Left == value => Other(equal.Right, value),
        BinaryExpression { NodeType: ExpressionType.Equal } equal when equal.Right == value => Other(equal.Left, value),
        _ => null,
    };

    private static Expression? Other(Expression expression, ParameterExpression value) =>
        ParameterReplacer.Replace(expression, value, Expression.Default(value.Type)) == expression ? expression : null;
}

/// <summary>A test of the values of a captured collection: of one of them, or of all.</summary>
internal sealed record Quantifier(IEnumerable Values, LambdaExpression Test, bool IsAll)
{
    /// <summary>Any, All and what lists call them; and <c>values.Where(test).Any()</c>.</summary>
    public static Quantifier? Read(MethodCallExpression call) => call.Method.Name switch
    {
        "Any" when call.Method.DeclaringType == typeof(Enumerable) && call.Arguments is [MethodCallExpression { Method.Name: "Where" } inner] =>
            Read(inner, isAll: false),
        "Any" or "Exists" => Read(call, isAll: false),
        "All" or "TrueForAll" => Read(call, isAll: true),
        _ => null,
    };

    /// <summary>What looks for a value that satisfies a test.</summary>
    public static Quantifier? ReadFinder(MethodCallExpression call) =>
        call.Method.Name is "Find" or "FindLast" or "FindIndex" or "FindLastIndex" or "FirstOrDefault" or "LastOrDefault" or "Count" or "LongCount"
            ? Read(call, isAll: false)
            : null;

    private static Quantifier? Read(MethodCallExpression call, bool isAll)
    {
        var isOfList = call.Object is not null && IsList(call.Method.DeclaringType!);
        var isStatic = call.Method.DeclaringType == typeof(Enumerable) || call.Method.DeclaringType == typeof(Array);
        if (!isOfList && !isStatic || call.Arguments.Count != (isOfList ? 1 : 2)) return null;
        var values = ((isOfList ? call.Object : call.Arguments[0]) as ConstantExpression)?.Value as IEnumerable;
        return values is not null && call.Arguments[call.Arguments.Count - 1] is LambdaExpression { Parameters.Count: 1 } test
            ? new Quantifier(values, test, isAll)
            : null;
    }

    private static bool IsList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var list && (list == typeof(List<>) || list.FullName == "System.Collections.Immutable.ImmutableList`1");
}
