using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>
/// A value that follows a point in time of the row: <c>x.Time + span</c>, <c>now - x.Time</c>, <c>x.Time.UtcDateTime.Date</c>. In ticks it
/// is the point, or its negative, plus a shift, give or take what was rounded away or depends on the offset of the row.
/// </summary>
internal sealed record TimeReading(ItemMember Member, bool IsNegative, decimal Shift, decimal Below, decimal Above, decimal TicksPerUnit)
{
    private const decimal Day = TimeSpan.TicksPerDay;

    // Offsets from UTC are at most 14 hours.
    private const decimal LargestOffset = 14 * TimeSpan.TicksPerHour;

    // What a double loses of the ticks of ten thousand years.
    private const decimal Fraction = TimeSpan.TicksPerSecond;

    public bool IsExact => Below == 0 && Above == 0;

    public static TimeReading? Read(Expression expression, PredicateTranslator translator) =>
        DeepStack.HasRoom ? ReadHere(expression, translator) : ReadElsewhere(expression, translator);

    private static TimeReading? ReadElsewhere(Expression expression, PredicateTranslator translator) => DeepStack.Run(() => ReadHere(expression, translator));

    private static TimeReading? ReadHere(Expression expression, PredicateTranslator translator) => expression switch
    {
        _ when (Nullable.GetUnderlyingType(expression.Type) ?? expression.Type) == typeof(DateTimeOffset) && translator.FindMember(expression) is { } member => new TimeReading(member, false, 0, 0, 0, 1),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert when Nullable.GetUnderlyingType(convert.Type) == convert.Operand.Type =>
            Read(convert.Operand, translator),
        MemberExpression { Member.Name: "Value", Expression: { } value } when Nullable.GetUnderlyingType(value.Type) is not null => Read(value, translator),
        BinaryExpression { NodeType: ExpressionType.Add, Right: ConstantExpression { Value: TimeSpan span } } sum => Read(sum.Left, translator)?.Plus(span.Ticks),
        BinaryExpression { NodeType: ExpressionType.Subtract, Right: ConstantExpression right } difference => Read(difference.Left, translator)?.Minus(right.Value),
        BinaryExpression { NodeType: ExpressionType.Subtract, Left: ConstantExpression left } difference => Read(difference.Right, translator)?.From(left.Value),
        MemberExpression { Expression: { } inner } member => Read(inner, translator)?.Of(member.Member.Name, inner.Type),
        MethodCallExpression { Object: { } inner } call => Read(inner, translator)?.Of(call),
        _ => null,
    };

    /// <summary>The ticks, or for a year the point at which it begins, of a value that this is compared with; null if there is none.</summary>
    public decimal? TicksOf(object value) => value switch
    {
        DateTimeOffset point => point.UtcTicks,
        DateTime point => point.Ticks,
        TimeSpan span => span.Ticks,
        long number when TicksPerUnit == 1 => number,
        int number when TicksPerUnit == 0 => number is >= 1 and <= 9999 ? new DateTime(number, 1, 1).Ticks : null,
        int number => number * TicksPerUnit,
        double number when Math.Abs(number) < 1e9 => (decimal)number * TicksPerUnit,
        _ => null,
    };

    private TimeReading Plus(decimal ticks) => this with { Shift = Shift + ticks };

    private TimeReading? Minus(object? value) => value is TimeSpan or DateTimeOffset or DateTime ? Plus(-TicksOf(value)!.Value) : null;

    private TimeReading? From(object? value) => value is DateTimeOffset or DateTime
        ? this with { IsNegative = !IsNegative, Shift = TicksOf(value)!.Value - Shift, Below = Above, Above = Below }
        : null;

    private TimeReading Within(decimal below, decimal above, decimal ticksPerUnit = 1) =>
        this with { Below = Below + below, Above = Above + above, TicksPerUnit = ticksPerUnit };

    private TimeReading? Of(string member, Type type) => (member, IsSpan: type == typeof(TimeSpan)) switch
    {
        ("UtcDateTime" or "UtcTicks", false) => this,
        ("Ticks", true) => this,
        ("DateTime" or "LocalDateTime", false) => Within(LargestOffset, LargestOffset),
        ("Date", false) => type == typeof(DateTime) ? Within(Day, 0) : Within(Day + LargestOffset, LargestOffset),
        ("Year", false) => type == typeof(DateTime) ? Within(366 * Day, 0, 0) : Within(366 * Day + LargestOffset, LargestOffset, 0),
        ("TotalDays", true) => Within(Fraction, Fraction, Day),
        ("TotalHours", true) => Within(Fraction, Fraction, TimeSpan.TicksPerHour),
        ("TotalMinutes", true) => Within(Fraction, Fraction, TimeSpan.TicksPerMinute),
        ("TotalSeconds", true) => Within(Fraction, Fraction, TimeSpan.TicksPerSecond),
        ("Days", true) => Within(Day, Day, Day),
        _ => null,
    };

    private TimeReading? Of(MethodCallExpression call)
    {
        if (call.Arguments.Count == 0) return call.Method.Name is "ToUniversalTime" or "ToLocalTime" && call.Type == typeof(DateTimeOffset) ? this : null;
        if (call.Arguments is not [ConstantExpression { Value: { } value }] || TicksPerUnit != 1) return null;
        return (call.Method.Name, value) switch
        {
            ("ToOffset", _) => this,
            ("Add", TimeSpan span) => Plus(span.Ticks),
            ("Subtract", _) => Minus(value),
            ("AddDays" or "AddHours" or "AddMinutes" or "AddSeconds" or "AddMilliseconds" or "AddTicks", _) => ShiftOf(call) is { } shift ? Plus(shift) : null,
            _ => null,
        };
    }

    // What the method itself adds: versions of .NET round fractions differently.
    private static decimal? ShiftOf(MethodCallExpression call)
    {
        var middle = new DateTime(5000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        object start = call.Object!.Type == typeof(DateTime) ? middle : new DateTimeOffset(middle);
        try
        {
            return ConstantEvaluator.Evaluate(Expression.Call(Expression.Constant(start), call.Method, call.Arguments)) switch
            {
                DateTimeOffset end => end.UtcTicks - middle.Ticks,
                DateTime end => end.Ticks - middle.Ticks,
                _ => null,
            };
        }
        catch (System.Reflection.TargetInvocationException)
        {
            return null;
        }
    }
}

/// <summary><c>now - x.Time &gt; span</c>, <c>x.Time.AddDays(7) &lt; now</c>, <c>x.Time.Year == 2024</c>: solved for the point in time itself.</summary>
internal sealed class TimeComparison : IComparisonTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared)
    {
        if (TimeReading.Read(compared.Operand, translator) is not { } reading) return null;
        if (compared.Value is not { } value) return null;
        if (reading.TicksOf(value) is not { } ticks) return compared.Refused(RefusalReasons.Clock);
        if (reading.IsExact) return Compare(reading, compared, compared.Operator, ticks);

        var reason = reading.TicksPerUnit > 1 ? RefusalReasons.Rounded : RefusalReasons.Clock;
        PredicateTranslation? around = compared.Operator switch
        {
            WqlComparisonOperator.Equal => PredicateTranslation.And(
            [
                Compare(reading, compared, WqlComparisonOperator.GreaterOrEqual, ticks - reading.Above),
                Compare(reading, compared, WqlComparisonOperator.LessOrEqual, ticks + reading.Below),
            ]),
            WqlComparisonOperator.NotEqual => null,
            WqlComparisonOperator.Less or WqlComparisonOperator.LessOrEqual => Compare(reading, compared, compared.Operator, ticks + reading.Below),
            _ => Compare(reading, compared, compared.Operator, ticks - reading.Above),
        };
        return around switch
        {
            null or { Constant: true } => compared.Refused(reason),
            { Wql: { } wql } => PredicateTranslation.Superset(wql, compared.Source, reason),
            _ => around,
        };
    }

    private static PredicateTranslation Compare(TimeReading reading, ValueComparison compared, WqlComparisonOperator comparison, decimal ticks)
    {
        var point = decimal.Truncate(reading.IsNegative ? reading.Shift - ticks : ticks - reading.Shift);
        var asked = reading.IsNegative ? ComparisonOperators.Mirror(comparison) : comparison;
        if (point < DateTime.MinValue.Ticks) return WqlTerms.Always(reading.Member, ComparisonOperators.Holds(asked, 1), compared.IncludesNull);
        if (point > DateTime.MaxValue.Ticks) return WqlTerms.Always(reading.Member, ComparisonOperators.Holds(asked, -1), compared.IncludesNull);
        return ComparisonTranslator.Translate(reading.Member, compared.With(compared.Operand, asked, new DateTimeOffset((long)point, TimeSpan.Zero)));
    }
}
