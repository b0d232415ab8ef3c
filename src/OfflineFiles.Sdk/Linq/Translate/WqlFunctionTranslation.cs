using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary><see cref="WqlFunctions"/>: what they say is WQL already.</summary>
internal sealed class WqlFunctionTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.DeclaringType != typeof(WqlFunctions)) return null;
        if (call.Arguments[1] is not ConstantExpression { Value: string text }) return PredicateTranslation.Refused(call, RefusalReasons.PatternOfRow);
        var operand = call.Arguments[0] is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : call.Arguments[0];
        if (translator.FindMember(operand) is not { } member) return PredicateTranslation.Refused(call, RefusalReasons.SearchElsewhere);
        if (call.Method.Name == nameof(WqlFunctions.Like))
        {
            // What a server makes of a set that is never closed no documentation says.
            var pattern = new WqlLikePattern(text);
            return pattern.MatchesNothing ? PredicateTranslation.Of(isNegated) : PredicateTranslation.Exact(WqlTerms.Like(member, pattern, isNegated));
        }

        if (operand == translator.Row) return PredicateTranslation.Of(WqlName.AreEqual(OfflineFilesSchema.Item.Name, text) != isNegated);
        if (member.Property.Schema.Type != CimTypeCode.Object) return PredicateTranslation.Of(isNegated);
        var isA = new WqlIsA(member.Name, text);
        return PredicateTranslation.Exact(isNegated ? WqlTerms.OrNull(WqlPredicate.Not(isA), member, includesNull: true) : isA);
    }
}
