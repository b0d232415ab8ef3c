using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Tests of what is computed from a point in time: shifted, counted from another, taken apart. None leaves the calendar.</summary>
internal static class TimeTests
{
    private static readonly TimeSpan[] Spans =
        [TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromTicks(13), TimeSpan.FromSeconds(-1), TimeSpan.FromHours(5), TimeSpan.FromDays(1.5), TimeSpan.MaxValue, TimeSpan.MinValue];

    private static readonly Gen<TimeSpan> Forward = Pick.Of(Spans[..6]).Select(span => span.Duration());
    private static readonly Gen<Expression> Asked = Row.Value(Pick.Of(LawValues.AskedTimes));
    private static readonly Gen<Expression> Member = Row.ValuesOf(typeof(DateTimeOffset));

    private static readonly Gen<Expression> Point = Gen.Frequency(
        (3, Member),
        (2, Gen.Select(Member, Row.Value(Forward), (member, span) => (Expression)Expression.Add(member, span))),
        (2, Gen.Select(Member, Pick.Of("AddDays", "AddHours", "AddSeconds"), Pick.Of(0, 1, 0.1, 1.5), (member, method, value) => (Expression)Expression.Call(member, method, null, Expression.Constant(value)))),
        (1, Gen.Select(Member, Pick.Of(0L, 1, 9, 10), (member, ticks) => (Expression)Expression.Call(member, "AddTicks", null, Expression.Constant(ticks)))),
        (1, Member.Select(member => (Expression)Expression.Call(member, "ToUniversalTime", null))),
        (1, Member.Select(member => (Expression)Expression.Call(member, "ToOffset", null, Expression.Constant(TimeSpan.FromHours(14))))));

    private static readonly Gen<Expression> Span = Gen.Select(Point, Asked, Gen.Bool, (point, asked, isSince) =>
        (Expression)(isSince ? Expression.Subtract(point, asked) : Expression.Subtract(asked, point)));

    private static readonly Gen<Expression> OrNull = Gen.Select(Row.MembersOf(typeof(DateTimeOffset?)), Row.Value(Forward), (member, span) =>
        (Expression)Expression.Add(member, Expression.Convert(span, typeof(TimeSpan?))));

    public static readonly Gen<Expression> Any = Gen.OneOf(
        Gen.Select(Comparison.Operator, Gen.OneOf(Point, OrNull), Asked, Gen.Bool, Comparison.Of),
        Gen.Select(Comparison.Operator, Span, Row.Value(Pick.Of(Spans)), Gen.Bool, Comparison.Of),
        Compare(Span, ["TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds"], -1.5, 0, 0.1, 1),
        Compare(Span, ["Days"], -1, 0, 1),
        Compare(Span, ["Ticks"], -1L, 0, 9),
        Compare(Point, ["Year", "Month", "Day", "Hour"], 0, 1, 2, 29, 2023, 2024),
        Compare(Point, ["UtcTicks"], 0, LawValues.Times[4].UtcTicks),
        Compare(Point, ["UtcDateTime", "DateTime", "Date"], [.. LawValues.AskedTimes.Select(time => time.UtcDateTime)]),
        Compare(Point.Select(point => (Expression)Expression.Property(point, "UtcDateTime")), ["Date"], [.. LawValues.AskedTimes.Select(time => time.UtcDateTime)]));

    private static Gen<Expression> Compare<T>(Gen<Expression> source, string[] parts, params T[] values) =>
        Gen.Select(Comparison.Operator, source, Pick.Of(parts), Pick.Of(values), Gen.Bool, (type, value, part, asked, isFlipped) =>
            Comparison.With(type, Expression.Property(value, part), asked, isFlipped));
}
