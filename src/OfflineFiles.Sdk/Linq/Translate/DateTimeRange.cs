using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>WQL knows microseconds, .NET a tenth of one: such a point is pushed as the microsecond around it, and checked again.</summary>
internal static class DateTimeRange
{
    private const long TicksPerMicrosecond = 10;

    public static bool IsFinerThanWql(DateTimeOffset point) => point.Ticks % TicksPerMicrosecond != 0;

    public static PredicateTranslation Superset(ItemMember member, Relation relation, DateTimeOffset point)
    {
        var after = new WqlComparison(member.Name, WqlComparisonOperator.Greater, WqlConstant.DateTime(point));
        var end = DateTimeOffset.MaxValue - point > TimeSpan.FromTicks(TicksPerMicrosecond) ? point.AddTicks(TicksPerMicrosecond) : DateTimeOffset.MaxValue;
        var before = new WqlComparison(member.Name, WqlComparisonOperator.Less, WqlConstant.DateTime(end));
        WqlPredicate? around = relation.Operator switch
        {
            WqlComparisonOperator.Equal => WqlPredicate.And(after, before),
            WqlComparisonOperator.Greater or WqlComparisonOperator.GreaterOrEqual => after,
            WqlComparisonOperator.Less or WqlComparisonOperator.LessOrEqual => before,
            _ => null,
        };
        return around is null
            ? relation.Refused(Reasons.Microsecond)
            : PredicateTranslation.Superset(WqlTerms.OrNull(around, member, relation.IncludesNull), relation.Source, Reasons.Microsecond);
    }
}
