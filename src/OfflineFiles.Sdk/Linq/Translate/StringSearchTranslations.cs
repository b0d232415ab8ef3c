using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary><c>x.StartsWith(text)</c>, <c>x.EndsWith(text)</c> and <c>x.Contains(text)</c>: they become LIKE.</summary>
internal sealed class StringSearchTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.DeclaringType != typeof(string) || call.Object is null) return null;
        if (call.Method.Name is not (nameof(string.StartsWith) or nameof(string.EndsWith) or nameof(string.Contains))) return null;
        var rule = StringRules.CaseOf(call);
        var searched = rule == StringRules.Case.Query ? StringCase.Strip(call.Object) : call.Object;
        if (translator.FindMember(searched) is not { IsString: true } member)
            return PredicateTranslation.Refused(call, RefusalReasons.SearchElsewhere);
        if (call.Arguments[0] is not ConstantExpression { Value: var value })
            return PredicateTranslation.Refused(call, RefusalReasons.SearchForOther);
        if (value is null) return PredicateTranslation.Of(isNegated);
        return rule == StringRules.Case.Culture
            ? PredicateTranslation.Refused(call, RefusalReasons.Culture)
            : Like(member, value.ToString()!, isNegated, rule == StringRules.Case.Sensitive, call);
    }

    private static PredicateTranslation Like(ItemMember member, string text, bool isNegated, bool mustMatchCase, MethodCallExpression source)
    {
        if (text.Length == 0) return WqlTerms.NullTest(member, !isNegated);
        if (!mustMatchCase) return PredicateTranslation.Exact(WqlTerms.Like(member, Pattern(source, text), isNegated));
        return isNegated
            ? PredicateTranslation.Refused(source, RefusalReasons.Case)
            : PredicateTranslation.Superset(WqlTerms.Like(member, Pattern(source, text), isNegated: false), source, RefusalReasons.Case);
    }

    private static WqlLikePattern Pattern(MethodCallExpression call, string text) => call.Method.Name switch
    {
        nameof(string.StartsWith) => WqlLikePattern.StartsWith(text),
        nameof(string.EndsWith) => WqlLikePattern.EndsWith(text),
        _ => WqlLikePattern.Contains(text),
    };
}

/// <summary><c>x.Equals(text)</c> and <c>string.Equals(x, text)</c>, with and without a <see cref="StringComparison"/>: they become an equality.</summary>
internal sealed class StringEqualsTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.Name != nameof(string.Equals) || call.Method.DeclaringType != typeof(string)) return null;
        var (left, right) = call.Object is null ? (call.Arguments[0], call.Arguments[1]) : (call.Object, call.Arguments[0]);
        var (operand, constant) = right is ConstantExpression ? (left, right) : (right, left);
        var rule = StringRules.CaseOf(call);
        if (rule == StringRules.Case.Query) operand = StringCase.Strip(operand);
        if (constant is not ConstantExpression { Value: null or string } value) return PredicateTranslation.Refused(call, RefusalReasons.NotAConstant);
        if (translator.FindMember(operand) is not { IsString: true } member) return PredicateTranslation.Refused(call, translator.WhyNot(operand));

        // Called on null it is no comparison but a method on null, which is false.
        if (value.Value is null && call.Object is not null) return PredicateTranslation.Of(isNegated);
        if (value.Value is null) return WqlTerms.NullTest(member, isNegated);
        if (rule == StringRules.Case.Culture) return PredicateTranslation.Refused(call, RefusalReasons.Culture);
        var isExact = rule != StringRules.Case.Sensitive;
        if (!isExact && isNegated) return PredicateTranslation.Refused(call, RefusalReasons.Case);
        var test = ComparisonTranslator.Translate(member, ValueComparison.Of(operand, WqlComparisonOperator.Equal, value.Value, isNegated, call));
        return isExact ? test : PredicateTranslation.Superset(test.Wql!, call, RefusalReasons.Case);
    }
}

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

/// <summary><c>string.IsNullOrWhiteSpace(x)</c>: WQL does not know what white space is; that a text is not empty it can say.</summary>
internal sealed class StringIsNullOrWhiteSpaceTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.Name != nameof(string.IsNullOrWhiteSpace) || call.Method.DeclaringType != typeof(string)) return null;
        return isNegated && translator.FindMember(call.Arguments[0]) is { IsString: true } member
            ? PredicateTranslation.Superset(
                new WqlComparison(member.Name, WqlComparisonOperator.NotEqual, WqlConstant.String("")), call, RefusalReasons.WhiteSpace)
            : PredicateTranslation.Refused(call, RefusalReasons.WhiteSpace);
    }
}
