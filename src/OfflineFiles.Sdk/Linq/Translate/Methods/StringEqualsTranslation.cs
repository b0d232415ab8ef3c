using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><c>x.Equals(text)</c> and <c>string.Equals(x, text)</c>, with and without a <see cref="StringComparison"/>.</summary>
internal sealed class StringEqualsTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.Name != nameof(string.Equals) || call.Method.DeclaringType != typeof(string)) return null;
        var (left, right) = call.Object is null ? (call.Arguments[0], call.Arguments[1]) : (call.Object, call.Arguments[0]);
        var (operand, constant) = right is ConstantExpression ? (left, right) : (right, left);
        var rule = StringRules.CaseOf(call);
        if (rule == StringRules.Case.Query) operand = StringCase.Strip(operand);
        if (constant is not ConstantExpression { Value: null or string } value || translator.FindMember(operand) is not { IsString: true } member)
            return PredicateTranslation.Refused(call, Reasons.NotAConstant);

        // Called on null it is no comparison but a method on null, which is false.
        if (value.Value is null && call.Object is not null) return PredicateTranslation.Of(isNegated);
        if (value.Value is null) return WqlTerms.NullTest(member, isNegated);
        if (rule == StringRules.Case.Culture) return PredicateTranslation.Refused(call, Reasons.Culture);
        var isExact = rule != StringRules.Case.Sensitive;
        if (!isExact && isNegated) return PredicateTranslation.Refused(call, Reasons.Case);
        var test = ComparisonTranslator.Translate(member, Relation.Of(operand, WqlComparisonOperator.Equal, value.Value, isNegated, call));
        return isExact ? test : PredicateTranslation.Superset(test.Wql!, call, Reasons.Case);
    }
}
