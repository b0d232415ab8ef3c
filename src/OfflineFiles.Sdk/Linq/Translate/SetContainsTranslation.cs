using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary><c>set.Contains(x.Member)</c>: an equality for each value, joined by OR. How long a query may be is for its plan to say.</summary>
internal sealed class SetContainsTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (!ConstantSet.TryRead(call, out var set, out var value)) return null;
        if (set.Values.Count == 0) return PredicateTranslation.Of(isNegated);
        if (translator.FindMember(set.IgnoresCase ? StringCase.Strip(value) : value) is not { } member)
            return PredicateTranslation.Refused(call, translator.WhyNot(value));
        var mustMatchCase = !set.IgnoresCase && member.IsString;
        if (mustMatchCase && isNegated) return PredicateTranslation.Refused(call, RefusalReasons.Case);

        var tests = new List<PredicateTranslation>(set.Values.Count);
        foreach (var item in set.Values)
            tests.Add(ComparisonTranslator.Translate(member, ValueComparison.Of(value, WqlComparisonOperator.Equal, item, isNegated, call)));
        var all = isNegated ? PredicateTranslation.And(tests) : PredicateTranslation.Or(tests);
        return mustMatchCase && all.Wql is { } wql ? PredicateTranslation.Superset(wql, call, RefusalReasons.Case) : all;
    }
}
