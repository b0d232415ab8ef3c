using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary><c>string.Compare(x, text) &lt; 0</c> and <c>x.CompareTo(text) &lt; 0</c>, with any comparison operator.</summary>
internal static class StringOrderTranslation
{
    public static bool IsCall(MethodCallExpression call) =>
        (call.Method.DeclaringType == typeof(string) || call.Method.DeclaringType == typeof(UncPath))
        && call.Method.Name is nameof(string.Compare) or nameof(string.CompareTo) or nameof(string.CompareOrdinal);

    public static PredicateTranslation? TryTranslate(
        PredicateTranslator translator, BinaryExpression binary, WqlComparisonOperator comparison, bool isNegated)
    {
        var (expression, number) = (binary.Left, binary.Right);
        if (binary.Left is ConstantExpression) (expression, number, comparison) = (binary.Right, binary.Left, Comparison.Mirror(comparison));
        if (expression is not MethodCallExpression call || !IsCall(call)) return null;
        if (number is not ConstantExpression { Value: 0 }) return PredicateTranslation.Refused(binary, "only the sign of a comparison means something");

        var operands = call.Object is null ? call.Arguments.Take(2).ToArray() : [call.Object, call.Arguments[0]];
        var rule = StringRules.CaseOf(call);
        if (rule is StringRules.Case.Sensitive or StringRules.Case.Culture
            || call.Method.Name == nameof(string.CompareOrdinal))
            return PredicateTranslation.Refused(binary, "WQL orders text ignoring case and knows no culture");
        if (operands[0] is ConstantExpression) (operands, comparison) = ([operands[1], operands[0]], Comparison.Mirror(comparison));
        var text = rule == StringRules.Case.Query ? StringCase.Strip(operands[0]) : operands[0];
        if (operands[1] is not ConstantExpression constant || translator.FindMember(text) is not { IsString: true } member)
            return PredicateTranslation.Refused(binary, "WQL compares a property with a constant");
        if (constant.Value is null) return PredicateTranslation.Of((comparison == WqlComparisonOperator.NotEqual) != isNegated);
        return ComparisonTranslator.Translate(member, comparison, constant.Value, isNegated, binary);
    }
}
