using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Relations;

/// <summary><c>now - x.Time &gt; span</c>, <c>x.Time.AddDays(7) &lt; now</c>, <c>x.Time.Year == 2024</c>: solved for the point in time itself.</summary>
internal sealed class TimeRelation : IRelationTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, Relation relation)
    {
        if (TimeReading.Read(relation.Operand, translator) is not { } reading) return null;
        if (relation.Value is not { } value) return null;
        if (reading.TicksOf(value) is not { } ticks) return relation.Refused(Reasons.Clock);
        if (reading.IsExact) return Compare(reading, relation, relation.Operator, ticks);

        var reason = reading.TicksPerUnit > 1 ? Reasons.Rounded : Reasons.Clock;
        PredicateTranslation? around = relation.Operator switch
        {
            WqlComparisonOperator.Equal => PredicateTranslation.And(
            [
                Compare(reading, relation, WqlComparisonOperator.GreaterOrEqual, ticks - reading.Above),
                Compare(reading, relation, WqlComparisonOperator.LessOrEqual, ticks + reading.Below),
            ]),
            WqlComparisonOperator.NotEqual => null,
            WqlComparisonOperator.Less or WqlComparisonOperator.LessOrEqual => Compare(reading, relation, relation.Operator, ticks + reading.Below),
            _ => Compare(reading, relation, relation.Operator, ticks - reading.Above),
        };
        return around switch
        {
            null or { Constant: true } => relation.Refused(reason),
            { Wql: { } wql } => PredicateTranslation.Superset(wql, relation.Source, reason),
            _ => around,
        };
    }

    private static PredicateTranslation Compare(TimeReading reading, Relation relation, WqlComparisonOperator comparison, decimal ticks)
    {
        var point = decimal.Truncate(reading.IsNegative ? reading.Shift - ticks : ticks - reading.Shift);
        var asked = reading.IsNegative ? Comparison.Mirror(comparison) : comparison;
        if (point < DateTime.MinValue.Ticks) return WqlTerms.Always(reading.Member, Comparison.Holds(asked, 1), relation.IncludesNull);
        if (point > DateTime.MaxValue.Ticks) return WqlTerms.Always(reading.Member, Comparison.Holds(asked, -1), relation.IncludesNull);
        return ComparisonTranslator.Translate(reading.Member, relation.With(relation.Operand, asked, new DateTimeOffset((long)point, TimeSpan.Zero)));
    }
}
