using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary>What the three searches in a string have in common: they become LIKE.</summary>
internal abstract class StringPatternTranslation(string name) : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.DeclaringType != typeof(string) || call.Method.Name != name || call.Object is null) return null;
        var rule = StringRules.CaseOf(call);
        var searched = rule == StringRules.Case.Query ? StringCase.Strip(call.Object) : call.Object;
        if (translator.FindMember(searched) is not { IsString: true } member)
            return PredicateTranslation.Refused(call, Reasons.SearchElsewhere);
        if (call.Arguments[0] is not ConstantExpression { Value: var value })
            return PredicateTranslation.Refused(call, Reasons.SearchForOther);
        if (value is null) return PredicateTranslation.Of(isNegated);
        return rule == StringRules.Case.Culture
            ? PredicateTranslation.Refused(call, Reasons.Culture)
            : Like(member, value.ToString()!, isNegated, rule == StringRules.Case.Sensitive, call);
    }

    protected abstract WqlLikePattern Pattern(string text);

    private PredicateTranslation Like(ItemMember member, string text, bool isNegated, bool mustMatchCase, Expression source)
    {
        if (text.Length == 0) return WqlTerms.NullTest(member, !isNegated);
        if (!mustMatchCase) return PredicateTranslation.Exact(WqlTerms.Like(member, Pattern(text), isNegated));
        return isNegated
            ? PredicateTranslation.Refused(source, Reasons.Case)
            : PredicateTranslation.Superset(WqlTerms.Like(member, Pattern(text), isNegated: false), source, Reasons.Case);
    }
}
