using System.Globalization;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>Translates a property compared with a value, lifted over NULL as C# lifts it.</summary>
internal static class ComparisonTranslator
{
    public static PredicateTranslation Translate(ItemMember member, ValueComparison compared)
    {
        if (compared.Value is not { } value) return WqlTerms.Always(member, compared.Operator == WqlComparisonOperator.NotEqual, compared.IncludesNull);
        if (member.Property.Schema.Type == CimTypeCode.Object) return compared.Refused(RefusalReasons.ObjectCompared(member));
        if (WqlConstants.Of(value, member, out var reason) is not { } constant) return compared.Refused(reason!);
        return value is DateTimeOffset point && DateTimeRange.IsFinerThanWql(point)
            ? DateTimeRange.Superset(member, compared, point)
            : Test(member, compared.Operator, constant, compared.IncludesNull);
    }

    /// <summary>A bool that has a value or another, and counts or not where it is null.</summary>
    public static PredicateTranslation Truth(ItemMember member, bool value, bool includesNull) =>
        Test(member, WqlComparisonOperator.Equal, WqlConstant.Boolean(value), includesNull);

    private static PredicateTranslation Test(ItemMember member, WqlComparisonOperator comparison, WqlConstant constant, bool includesNull) =>
        PredicateTranslation.Exact(WqlTerms.OrNull(new WqlComparison(member.Name, comparison, constant), member, includesNull));
}

/// <summary><c>x.Member == value</c>. Case does not count in a comparison of strings, so a change of case changes nothing.</summary>
internal sealed class MemberComparison : IComparisonTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared) =>
        translator.FindMember(StringCase.Strip(compared.Operand)) is { } member ? ComparisonTranslator.Translate(member, compared) : null;
}

/// <summary>Turns values of C# into constants of WQL, for the property they are compared with.</summary>
internal static class WqlConstants
{
    /// <summary>The constant, or null and the reason why the value has none.</summary>
    public static WqlConstant? Of(object value, ItemMember member, out string? reason)
    {
        reason = null;
        switch (member.Property.Schema.Type)
        {
            case CimTypeCode.String when value is OfflineFilesItem item:
                return WqlConstant.String(item.ItemPath);
            case CimTypeCode.String when value is string or UncPath:
                return WqlConstant.String(value.ToString()!);
            case CimTypeCode.Boolean when value is bool boolean:
                return WqlConstant.Boolean(boolean);
            case CimTypeCode.DateTime when value is DateTimeOffset point:
                return WqlConstant.DateTime(point);
            case CimTypeCode.UInt32 or CimTypeCode.SInt64 when value is Enum or int or uint or long:
                var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                if (number >= 0 || member.Property.Schema.Type == CimTypeCode.SInt64) return WqlConstant.Integer(number);
                reason = RefusalReasons.Negative(member);
                return null;
            default:
                reason = RefusalReasons.Incomparable(member, value);
                return null;
        }
    }
}

/// <summary>WQL knows microseconds, .NET a tenth of one: such a point is pushed as the microsecond around it, and checked again.</summary>
internal static class DateTimeRange
{
    private const long TicksPerMicrosecond = 10;

    public static bool IsFinerThanWql(DateTimeOffset point) => point.Ticks % TicksPerMicrosecond != 0;

    public static PredicateTranslation Superset(ItemMember member, ValueComparison compared, DateTimeOffset point)
    {
        var after = new WqlComparison(member.Name, WqlComparisonOperator.Greater, WqlConstant.DateTime(point));
        var end = DateTimeOffset.MaxValue - point > TimeSpan.FromTicks(TicksPerMicrosecond) ? point.AddTicks(TicksPerMicrosecond) : DateTimeOffset.MaxValue;
        var before = new WqlComparison(member.Name, WqlComparisonOperator.Less, WqlConstant.DateTime(end));
        WqlPredicate? around = compared.Operator switch
        {
            WqlComparisonOperator.Equal => WqlPredicate.And(after, before),
            WqlComparisonOperator.Greater or WqlComparisonOperator.GreaterOrEqual => after,
            WqlComparisonOperator.Less or WqlComparisonOperator.LessOrEqual => before,
            _ => null,
        };
        return around is null
            ? compared.Refused(RefusalReasons.Microsecond)
            : PredicateTranslation.Superset(WqlTerms.OrNull(around, member, compared.IncludesNull), compared.Source, RefusalReasons.Microsecond);
    }
}
