using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary><c>string.Compare(x, text) &lt; 0</c> and <c>x.CompareTo(text) &lt; 0</c>, with any operator and number: the outcome is -1, 0 or 1.</summary>
internal sealed class StringOrderComparison : IComparisonTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared)
    {
        if (compared.Operand is not MethodCallExpression call || !StringCalls.IsOrder(call)) return null;
        if (compared.Value is not int number) return compared.Refused(RefusalReasons.NoForm);
        var (left, right) = StringCalls.OrderOperands(call);
        var isMirrored = left is ConstantExpression;
        if ((isMirrored ? left : right) is not ConstantExpression { Value: var value }) return compared.Refused(RefusalReasons.NotAConstant);
        var rule = StringRules.CaseOf(call);
        var operand = isMirrored ? right : left;
        if (rule == StringRules.Case.Query) operand = StringCase.Strip(operand);
        if (translator.FindMember(operand) is not { IsString: true } member) return compared.Refused(RefusalReasons.SearchElsewhere);
        if (value is null) return PredicateTranslation.Of(compared.IncludesNull);
        if (Asked(compared.Operator, number, isMirrored) is not { } asked)
            return WqlTerms.Always(member, ComparisonOperators.Holds(compared.Operator, 0.CompareTo(number)), compared.IncludesNull);
        if (rule is StringRules.Case.Query or StringRules.Case.InsensitiveExplicit)
            return ComparisonTranslator.Translate(member, compared.With(operand, asked, value));
        if (rule == StringRules.Case.Culture || asked != WqlComparisonOperator.Equal) return compared.Refused(RefusalReasons.TextOrder);
        var equal = ComparisonTranslator.Translate(member, compared.With(operand, asked, value));
        return PredicateTranslation.Superset(equal.Wql!, compared.Source, RefusalReasons.Case);
    }

    /// <summary>What is asked of the texts themselves; null if every outcome gives the same answer.</summary>
    private static WqlComparisonOperator? Asked(WqlComparisonOperator comparison, int number, bool isMirrored)
    {
        bool Holds(int order) => ComparisonOperators.Holds(comparison, order.CompareTo(number));
        WqlComparisonOperator? asked = (Holds(-1), Holds(0), Holds(1)) switch
        {
            (true, false, false) => WqlComparisonOperator.Less,
            (true, true, false) => WqlComparisonOperator.LessOrEqual,
            (false, true, false) => WqlComparisonOperator.Equal,
            (false, true, true) => WqlComparisonOperator.GreaterOrEqual,
            (false, false, true) => WqlComparisonOperator.Greater,
            (true, false, true) => WqlComparisonOperator.NotEqual,
            _ => null,
        };
        return isMirrored && asked is { } mirrored ? ComparisonOperators.Mirror(mirrored) : asked;
    }
}

/// <summary>
/// <c>x.IndexOf(text) &gt;= 0</c>, with any operator and number: a text is missing (-1), is where the other begins (0), or is somewhere
/// later. LIKE can tell these three.
/// </summary>
internal sealed class IndexOfComparison : IComparisonTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared)
    {
        if (compared.Operand is not MethodCallExpression { Method.Name: nameof(string.IndexOf), Object: { } searched } call || call.Method.DeclaringType != typeof(string))
            return null;
        if (call.Arguments.Count > 2 || call.Arguments is [_, { } second] && second.Type != typeof(StringComparison)) return compared.Refused(RefusalReasons.PlaceOfText);
        if (compared.Value is not int number) return compared.Refused(RefusalReasons.NoForm);
        var rule = StringRules.CaseOf(call);
        if (rule == StringRules.Case.Query) searched = StringCase.Strip(searched);
        if (translator.FindMember(searched) is not { IsString: true } member) return compared.Refused(RefusalReasons.SearchElsewhere);
        if (call.Arguments[0] is not ConstantExpression { Value: var value }) return compared.Refused(RefusalReasons.SearchForOther);
        if (value is null) return PredicateTranslation.Of(compared.IncludesNull);
        if (rule == StringRules.Case.Culture) return compared.Refused(RefusalReasons.Culture);
        return Translate(member, compared, number, value.ToString()!, mustMatchCase: rule == StringRules.Case.Sensitive);
    }

    private static PredicateTranslation Translate(ItemMember member, ValueComparison compared, int number, string text, bool mustMatchCase)
    {
        bool Holds(int place) => ComparisonOperators.Holds(compared.Operator, place.CompareTo(number));
        if (text.Length == 0) return WqlTerms.Always(member, Holds(0), compared.IncludesNull);
        if (mustMatchCase || number > 0)
        {
            if (Holds(-1)) return compared.Refused(mustMatchCase ? RefusalReasons.Case : RefusalReasons.PlaceOfText);
            var found = WqlTerms.OrNull(Like(member, WqlLikePattern.Contains(text)), member, compared.IncludesNull);
            return PredicateTranslation.Superset(found, compared.Source, mustMatchCase ? RefusalReasons.Case : RefusalReasons.PlaceOfText);
        }

        var begins = Like(member, WqlLikePattern.StartsWith(text));
        var contains = Like(member, WqlLikePattern.Contains(text));
        WqlPredicate? test = (Holds(-1), Holds(0), Holds(1)) switch
        {
            (false, true, true) => contains,
            (true, false, false) => WqlPredicate.Not(contains),
            (false, true, false) => begins,
            (true, false, true) => WqlPredicate.Not(begins),
            (false, false, true) => WqlPredicate.And(contains, WqlPredicate.Not(begins)),
            (true, true, false) => WqlPredicate.Or(WqlPredicate.Not(contains), begins),
            _ => null,
        };
        return test is null
            ? WqlTerms.Always(member, Holds(0), compared.IncludesNull)
            : PredicateTranslation.Exact(WqlTerms.OrNull(test, member, compared.IncludesNull));
    }

    private static WqlLike Like(ItemMember member, WqlLikePattern pattern) => new(member.Name, pattern);
}
