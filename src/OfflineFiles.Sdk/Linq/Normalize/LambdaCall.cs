using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Puts the body of a lambda in the place of its call: how predicates are composed by hand.</summary>
internal static class LambdaCall
{
    /// <summary>A lambda that calls itself through others would be put in its own place for ever.</summary>
    public const int MaximumDepth = 100;

    /// <summary>The lambda that is called, be it written in place, captured, or captured and compiled; null when it is a delegate.</summary>
    public static LambdaExpression? LambdaOf(Expression called, Func<Expression, Expression> visit) => called switch
    {
        LambdaExpression lambda => lambda,
        UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression lambda } => lambda,
        MethodCallExpression { Method.Name: nameof(LambdaExpression.Compile), Object: { } captured } when typeof(LambdaExpression).IsAssignableFrom(captured.Type) =>
            LambdaOf(captured, visit),
        _ when typeof(LambdaExpression).IsAssignableFrom(called.Type) => (visit(called) as ConstantExpression)?.Value as LambdaExpression,
        _ => null,
    };

    public static Expression Inline(LambdaExpression lambda, IReadOnlyList<Expression> arguments)
    {
        var body = lambda.Body;
        for (var i = 0; i < arguments.Count; i++) body = ParameterReplacer.Replace(body, lambda.Parameters[i], arguments[i]);
        return body;
    }

    public static QueryTranslationException TooDeep(Expression call) =>
        new(ExpressionText.Of(call), "it leads back to itself", "Write a predicate that does not call itself.");
}
