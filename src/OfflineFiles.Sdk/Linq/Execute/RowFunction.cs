using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Makes functions of what runs in the caller, over rows of any type: interpreted for some rows, code for many.</summary>
internal static class RowFunction
{
    public static Func<object?, bool> Predicate(ParameterExpression row, Expression body) => OfOne<bool>(row, SemanticsRewriter.Predicate(body));

    public static Func<object?, object?> Key(ParameterExpression row, Expression body) => OfOne<object?>(row, SemanticsRewriter.Key(body));

    public static Func<object?, object?> Projection(ParameterExpression row, Expression body) => OfOne<object?>(row, SemanticsRewriter.Projection(body));

    /// <summary>Over a row and what stands beside it: an object, or its number. The lambda may leave that out.</summary>
    public static Func<object?, TBeside, TResult> OfTwo<TBeside, TResult>(IReadOnlyList<ParameterExpression> parameters, Expression body)
    {
        var lambda = Lambda<Func<object?, TBeside, TResult>>(parameters, body, Expression.Parameter(typeof(object)), Expression.Parameter(typeof(TBeside)));
        if (OnlyCode(body)) return lambda.Compile();
        var function = new TieredFunction<Func<object?, TBeside, TResult>>(lambda);
        return (row, beside) => function.Current(row, beside);
    }

    private static Func<object?, TResult> OfOne<TResult>(ParameterExpression row, Expression body)
    {
        var lambda = Lambda<Func<object?, TResult>>([row], body, Expression.Parameter(typeof(object)));
        if (OnlyCode(body)) return lambda.Compile();
        var function = new TieredFunction<Func<object?, TResult>>(lambda);
        return row => function.Current(row);
    }

    private static Expression<TFunction> Lambda<TFunction>(
        IReadOnlyList<ParameterExpression> parameters, Expression body, params ParameterExpression[] inputs)
    {
        var block = new Expression[parameters.Count + 1];
        for (var i = 0; i < parameters.Count; i++) block[i] = Expression.Assign(parameters[i], Expression.Convert(inputs[i], parameters[i].Type));
        block[parameters.Count] = body;
        return Expression.Lambda<TFunction>(Expression.Block(parameters, block), inputs);
    }

    private static bool OnlyCode(Expression body) => !TieredFunction.Pays || SpanFinder.IsIn(body);
}
