using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><c>string.IsNullOrWhiteSpace(x)</c>: WQL does not know what white space is; that a text is not empty it can say.</summary>
internal sealed class StringIsNullOrWhiteSpaceTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.Name != nameof(string.IsNullOrWhiteSpace) || call.Method.DeclaringType != typeof(string)) return null;
        return isNegated && translator.FindMember(call.Arguments[0]) is { IsString: true } member
            ? PredicateTranslation.Superset(new WqlComparison(member.Name, WqlComparisonOperator.NotEqual, WqlConstant.String("")), call, Reasons.WhiteSpace)
            : PredicateTranslation.Refused(call, Reasons.WhiteSpace);
    }
}
