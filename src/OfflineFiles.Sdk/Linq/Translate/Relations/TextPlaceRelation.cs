using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Translate.Methods;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Relations;

/// <summary>
/// <c>x.IndexOf(text) &gt;= 0</c>, with any operator and number: a text is missing (-1), is where the other begins (0), or is somewhere
/// later. LIKE can tell these three.
/// </summary>
internal sealed class TextPlaceRelation : IRelationTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, Relation relation)
    {
        if (relation.Operand is not MethodCallExpression { Method.Name: nameof(string.IndexOf), Object: { } searched } call || call.Method.DeclaringType != typeof(string))
            return null;
        if (call.Arguments.Count > 2 || call.Arguments is [_, { } second] && second.Type != typeof(StringComparison)) return relation.Refused(Reasons.Place);
        if (relation.Value is not int number) return relation.Refused(Reasons.NoForm);
        var rule = StringRules.CaseOf(call);
        if (rule == StringRules.Case.Query) searched = StringCase.Strip(searched);
        if (translator.FindMember(searched) is not { IsString: true } member) return relation.Refused(Reasons.SearchElsewhere);
        if (call.Arguments[0] is not ConstantExpression { Value: var value }) return relation.Refused(Reasons.SearchForOther);
        if (value is null) return PredicateTranslation.Of(relation.IncludesNull);
        if (rule == StringRules.Case.Culture) return relation.Refused(Reasons.Culture);
        return Translate(member, relation, number, value.ToString()!, mustMatchCase: rule == StringRules.Case.Sensitive);
    }

    private static PredicateTranslation Translate(ItemMember member, Relation relation, int number, string text, bool mustMatchCase)
    {
        bool Holds(int place) => Comparison.Holds(relation.Operator, place.CompareTo(number));
        if (text.Length == 0) return WqlTerms.Always(member, Holds(0), relation.IncludesNull);
        if (mustMatchCase || number > 0)
        {
            if (Holds(-1)) return relation.Refused(mustMatchCase ? Reasons.Case : Reasons.Place);
            var found = WqlTerms.OrNull(Like(member, WqlLikePattern.Contains(text)), member, relation.IncludesNull);
            return PredicateTranslation.Superset(found, relation.Source, mustMatchCase ? Reasons.Case : Reasons.Place);
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
            ? WqlTerms.Always(member, Holds(0), relation.IncludesNull)
            : PredicateTranslation.Exact(WqlTerms.OrNull(test, member, relation.IncludesNull));
    }

    private static WqlLike Like(ItemMember member, WqlLikePattern pattern) => new(member.Name, pattern);
}
