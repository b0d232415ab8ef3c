using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><see cref="WqlFunctions"/>: what they say is WQL already.</summary>
internal sealed class WqlFunctionTranslation : IMethodTranslation
{
    /// <summary>Refuses what could match nothing: it is a slip, and WQL would not tell.</summary>
    public static MethodCallExpression Check(MethodCallExpression call)
    {
        if (call.Method.DeclaringType != typeof(WqlFunctions) || call.Arguments[1] is not ConstantExpression { Value: var value }) return call;
        var (fault, advice) = (call.Method.Name, value as string) switch
        {
            (_, null) => ("the text it is given is null", "Give it a text."),
            (nameof(WqlFunctions.Like), { } pattern) => (WqlFunctions.FindFault(pattern), "Write [[] for the character itself."),
            (_, { } className) => (WqlName.IsName(className) ? null : $"'{className}' is no name of a class", "Give it a name such as Win32_OfflineFilesPinInfo."),
        };
        return fault is null ? call : throw new QueryTranslationException(ExpressionText.Of(call), fault, advice);
    }

    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.DeclaringType != typeof(WqlFunctions)) return null;
        if (call.Arguments[1] is not ConstantExpression { Value: string text }) return PredicateTranslation.Refused(call, Reasons.PatternOfRow);
        var operand = call.Arguments[0] is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : call.Arguments[0];
        if (translator.FindMember(operand) is not { } member) return PredicateTranslation.Refused(call, Reasons.SearchElsewhere);
        if (call.Method.Name == nameof(WqlFunctions.Like))
            return PredicateTranslation.Exact(WqlTerms.Like(member, new WqlLikePattern(text), isNegated));
        if (operand == translator.Row) return PredicateTranslation.Of(WqlName.AreEqual(OfflineFilesSchema.Item.Name, text) != isNegated);
        if (member.Property.Schema.Type != CimTypeCode.Object) return PredicateTranslation.Of(isNegated);
        var isA = new WqlIsA(member.Name, text);
        return PredicateTranslation.Exact(isNegated ? WqlTerms.OrNull(WqlPredicate.Not(isA), member, includesNull: true) : isA);
    }
}
