using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary><c>set.Contains(x.Member)</c>: an equality for each value, joined by OR.</summary>
internal sealed class SetContainsTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (!ConstantSet.TryRead(call, out var set, out var value)) return null;
        if (set.Values.Count == 0) return PredicateTranslation.Of(isNegated);
        if (translator.FindMember(StringCase.Strip(value)) is not { } member)
            return PredicateTranslation.Refused(call, "WQL compares a property of the item with constants");
        if (!set.IgnoresCase && member.IsString && isNegated) return PredicateTranslation.Refused(call, StringRules.WhyCaseIsChecked);

        var tests = set.Values
            .Select(constant => ComparisonTranslator.Translate(member, WqlComparisonOperator.Equal, constant, isNegated, call))
            .ToList();
        var all = isNegated ? PredicateTranslation.And(tests) : PredicateTranslation.Or(tests);
        return !set.IgnoresCase && member.IsString && all.Wql is { } wql
            ? PredicateTranslation.Superset(wql, call, StringRules.WhyCaseIsChecked)
            : all;
    }
}
