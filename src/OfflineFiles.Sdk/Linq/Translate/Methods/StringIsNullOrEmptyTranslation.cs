using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><c>string.IsNullOrEmpty(x)</c></summary>
internal sealed class StringIsNullOrEmptyTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.Name != nameof(string.IsNullOrEmpty) || call.Method.DeclaringType != typeof(string)) return null;
        if (translator.FindMember(StringCase.Strip(call.Arguments[0])) is not { IsString: true } member) return null;
        var comparison = isNegated ? WqlComparisonOperator.NotEqual : WqlComparisonOperator.Equal;
        var test = new WqlComparison(member.Name, comparison, WqlConstant.String(""));
        return PredicateTranslation.Exact(WqlTerms.OrNull(test, member, includesNull: !isNegated));
    }
}
