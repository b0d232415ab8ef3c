using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Puts the body of a lambda in the place of its call: how predicates are composed by hand.</summary>
internal static class LambdaCall
{
    /// <summary>A lambda that calls itself through others would be put in its own place for ever.</summary>
    public const int MaximumDepth = 100;

    /// <summary>The lambda that is called, be it written in place, captured, or captured and compiled; null if it is a delegate.</summary>
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

/// <summary>Puts what registered methods mean in the place of their calls, in what the operators of a query read of its rows. Immutable.</summary>
internal sealed class TranslationInliner
{
    private readonly Dictionary<MethodInfo, MethodTranslation> _translations = [];

    private TranslationInliner(IEnumerable<MethodTranslation> translations)
    {
        foreach (var translation in translations) _translations[translation.Method] = translation;
    }

    /// <summary>Null when nothing is registered.</summary>
    public static TranslationInliner? Of(IReadOnlyList<MethodTranslation> translations) =>
        translations.Count == 0 ? null : new TranslationInliner(translations);

    public Expression Inline(Expression expression) => new Visitor(_translations).Visit(expression)!;

    private sealed class Visitor(Dictionary<MethodInfo, MethodTranslation> translations) : ExpressionVisitor
    {
        private int _depth;

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var call = base.VisitMethodCall(node);
            if (call is not MethodCallExpression { Method: var method } same || !translations.TryGetValue(method, out var translation)) return call;
            if (++_depth > LambdaCall.MaximumDepth) throw LambdaCall.TooDeep(node);
            var meaning = Visit(translation.Inline(same))!;
            _depth--;
            return meaning;
        }
    }
}

/// <summary>Puts another expression in the place of a parameter, so that several lambdas speak of one row.</summary>
internal sealed class ParameterReplacer : ExpressionVisitor
{
    private readonly ParameterExpression _from;
    private readonly Expression _to;

    private ParameterReplacer(ParameterExpression from, Expression to) => (_from, _to) = (from, to);

    public static Expression Replace(Expression body, ParameterExpression from, Expression to) =>
        from == to ? body : new ParameterReplacer(from, to).Visit(body);

    protected override Expression VisitParameter(ParameterExpression node) => node == _from ? _to : node;
}
