using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>Translates a property compared with a value, lifted over NULL as C# lifts it.</summary>
internal static class ComparisonTranslator
{
    public static PredicateTranslation Translate(ItemMember member, Relation relation)
    {
        if (relation.Value is not { } value) return WqlTerms.Always(member, relation.Operator == WqlComparisonOperator.NotEqual, relation.IncludesNull);
        if (member.Property.Schema.Type == CimTypeCode.Object) return relation.Refused(Reasons.ObjectCompared(member));
        if (WqlConstants.Of(value, member, out var reason) is not { } constant) return relation.Refused(reason!);
        return value is DateTimeOffset point && DateTimeRange.IsFinerThanWql(point)
            ? DateTimeRange.Superset(member, relation, point)
            : Test(member, relation.Operator, constant, relation.IncludesNull);
    }

    /// <summary>A bool that has a value or another, and counts or not where it is null.</summary>
    public static PredicateTranslation Truth(ItemMember member, bool value, bool includesNull) =>
        Test(member, WqlComparisonOperator.Equal, WqlConstant.Boolean(value), includesNull);

    private static PredicateTranslation Test(ItemMember member, WqlComparisonOperator comparison, WqlConstant constant, bool includesNull) =>
        PredicateTranslation.Exact(WqlTerms.OrNull(new WqlComparison(member.Name, comparison, constant), member, includesNull));
}
