using System.Linq.Expressions;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Translates a property compared with a value, lifted over NULL as C# lifts it.</summary>
internal static class ComparisonTranslator
{
    public static PredicateTranslation Translate(
        ItemMember member, WqlComparisonOperator comparison, object? value, bool isNegated, Expression source)
    {
        if (value is null) return WithNull(member, comparison, isNegated);
        if (member.Property.Schema.Type == CimTypeCode.Object)
            return PredicateTranslation.Refused(source, $"WQL compares {member.Name} with NULL only");

        // NULL is unequal to every value, and neither less nor greater than any.
        var includesNull = isNegated ? comparison != WqlComparisonOperator.NotEqual : comparison == WqlComparisonOperator.NotEqual;
        var effective = isNegated ? Comparison.Negate(comparison) : comparison;
        if (WqlConstants.Of(value, member, out var reason) is not { } constant) return PredicateTranslation.Refused(source, reason!);
        if (value is DateTimeOffset point && DateTimeRange.IsFinerThanWql(point))
            return DateTimeRange.Superset(member, effective, point, includesNull, source);
        return Test(member, effective, constant, includesNull);
    }

    /// <summary>A bool that is null counts as false.</summary>
    public static PredicateTranslation Truth(ItemMember member, bool isNegated) =>
        Test(member, WqlComparisonOperator.Equal, WqlConstant.Boolean(!isNegated), includesNull: isNegated);

    private static PredicateTranslation Test(ItemMember member, WqlComparisonOperator comparison, WqlConstant constant, bool includesNull) =>
        PredicateTranslation.Exact(WqlTerms.OrNull(new WqlComparison(member.Name, comparison, constant), member, includesNull));

    private static PredicateTranslation WithNull(ItemMember member, WqlComparisonOperator comparison, bool isNegated) => comparison switch
    {
        WqlComparisonOperator.Equal => WqlTerms.NullTest(member, isNegated),
        WqlComparisonOperator.NotEqual => WqlTerms.NullTest(member, !isNegated),
        _ => PredicateTranslation.Of(isNegated),
    };
}
