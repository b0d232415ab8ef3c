using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Puts what registered methods mean in the place of their calls, in what the operators of a query read of its rows.</summary>
internal sealed class TranslationInliner : ExpressionVisitor
{
    private readonly Dictionary<MethodInfo, MethodTranslation> _translations = [];
    private int _depth;

    private TranslationInliner(IEnumerable<MethodTranslation> translations)
    {
        foreach (var translation in translations) _translations[translation.Method] = translation;
    }

    /// <summary>Null when nothing is registered.</summary>
    public static TranslationInliner? Of(IReadOnlyList<MethodTranslation> translations) => translations.Count == 0 ? null : new TranslationInliner(translations);

    public Expression Inline(Expression expression) => Visit(expression)!;

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var call = base.VisitMethodCall(node);
        if (call is not MethodCallExpression { Method: var method } same || !_translations.TryGetValue(method, out var translation)) return call;
        if (++_depth > LambdaCall.MaximumDepth) throw LambdaCall.TooDeep(node);
        var meaning = Visit(translation.Inline(same))!;
        _depth--;
        return meaning;
    }
}
