using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Compiles what runs in the caller, over rows of any type, once for each plan.</summary>
internal static class RowFunction
{
    public static Func<object?, bool> Predicate(ParameterExpression row, Expression body) =>
        Compile<Func<object?, bool>>([row], SemanticsRewriter.Predicate(body));

    public static Func<object?, object?> Key(ParameterExpression row, Expression body) =>
        Compile<Func<object?, object?>>([row], SemanticsRewriter.Key(body));

    public static Func<object?, object?> Projection(ParameterExpression row, Expression body) =>
        Compile<Func<object?, object?>>([row], SemanticsRewriter.Projection(body));

    /// <summary>Compiles a body over one row, or over a row and what stands beside it: an object, or its number.</summary>
    public static TFunction Compile<TFunction>(IReadOnlyList<ParameterExpression> parameters, Expression body)
        where TFunction : Delegate
    {
        var types = typeof(TFunction).GetGenericArguments();
        var inputs = types.Take(types.Length - 1).Select(type => Expression.Parameter(type)).ToArray();
        var assigned = parameters.Select((parameter, i) => Expression.Assign(parameter, Expression.Convert(inputs[i], parameter.Type)));
        return Expression.Lambda<TFunction>(Expression.Block(parameters, [.. assigned, body]), inputs).Compile();
    }
}
