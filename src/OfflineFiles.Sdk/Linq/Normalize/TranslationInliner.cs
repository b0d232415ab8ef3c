using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Puts what registered methods mean in the place of their calls, in all that the operators of a query are given.</summary>
internal sealed class TranslationInliner : ExpressionVisitor
{
    private readonly Dictionary<MethodInfo, MethodTranslation> _translations = [];
    private int _depth;

    private TranslationInliner(IEnumerable<MethodTranslation> translations)
    {
        foreach (var translation in translations) _translations[translation.Method] = translation;
    }

    public static QueryChain Inline(QueryChain chain, IReadOnlyList<MethodTranslation> translations)
    {
        if (translations.Count == 0) return chain;
        var inliner = new TranslationInliner(translations);
        return chain with
        {
            Operators = [.. chain.Operators.Select(step => step with { Call = inliner.Arguments(step.Call) })],
            Result = chain.Result is { Predicate: { } predicate } result ? result with { Predicate = (LambdaExpression)inliner.Visit(predicate)! } : chain.Result,
        };
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var call = base.VisitMethodCall(node);
        if (call is not MethodCallExpression { Method: var method } same || !_translations.TryGetValue(method, out var translation)) return call;
        if (++_depth > LambdaCall.MaximumDepth) throw LambdaCall.TooDeep(node);
        var meaning = Visit(translation.Inline(same))!;
        _depth--;
        return meaning;
    }

    // The first argument is the query so far, whose operators are looked through themselves.
    private MethodCallExpression Arguments(MethodCallExpression call) =>
        Expression.Call(call.Object, call.Method, call.Arguments.Select((argument, i) => i == 0 ? argument : Visit(argument)!));
}
