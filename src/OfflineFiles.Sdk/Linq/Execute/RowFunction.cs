using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Compiles what runs in the caller, over rows of any type, once for each plan.</summary>
internal static class RowFunction
{
    public static Func<object?, bool> Predicate(ParameterExpression row, Expression body) => Compile<bool>(row, SemanticsRewriter.Predicate(body));

    public static Func<object?, object?> Key(ParameterExpression row, Expression body) => Compile<object?>(row, SemanticsRewriter.Key(body));

    public static Func<object?, object?> Projection(ParameterExpression row, Expression body) => Compile<object?>(row, SemanticsRewriter.Projection(body));

    private static Func<object?, T> Compile<T>(ParameterExpression row, Expression body)
    {
        var input = Expression.Parameter(typeof(object));
        var block = Expression.Block([row], Expression.Assign(row, Expression.Convert(input, row.Type)), body);
        return Expression.Lambda<Func<object?, T>>(block, input).Compile();
    }
}
