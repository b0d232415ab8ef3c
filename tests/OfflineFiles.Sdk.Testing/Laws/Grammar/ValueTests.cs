using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Tests of numbers, points of time and enums, those that can be null among them.</summary>
internal static class ValueTests
{
    public static readonly Gen<Expression> Number = Gen.OneOf(
        Of(LawValues.Numbers),
        Gen.Select(Comparison.Operator, Row.MembersOf(typeof(long)), Pick.Of(0.5, 7, -0.5), Gen.Bool, (type, member, value, isFlipped) =>
            Comparison.With(type, Expression.Convert(member, typeof(double)), value, isFlipped)),
        Gen.Select(Comparison.Operator, Row.MembersOf(typeof(long), typeof(long?)), Pick.Of(ExpressionType.Add, ExpressionType.Subtract, ExpressionType.Modulo), Pick.Of(LawValues.Numbers[1..5]), Arithmetic));

    public static readonly Gen<Expression> Time = Gen.OneOf(
        Of(LawValues.AskedTimes),
        Gen.Select(Comparison.Operator, Row.ValuesOf(typeof(DateTimeOffset)), Pick.Of("Year", "Month", "Day"), Pick.Of(1, 2, 29, 2024), (type, member, part, value) =>
            Comparison.With(type, Expression.Property(member, part), value, isFlipped: false)));

    public static readonly Gen<Expression> Enum = Gen.OneOf(Row.EnumTypes.Select(type =>
        (Gen<Expression>)typeof(ValueTests).GetMethod(nameof(OfEnum), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [])!).ToArray());

    /// <summary>Everything that C# does with values of a type and with those that may be null.</summary>
    private static Gen<Expression> Of<T>(T[] values)
        where T : struct, IComparable
    {
        var there = Row.ValuesOf(typeof(T));
        var (value, valueOrNull) = (Row.Value(Pick.Of(values)), Row.Value(Pick.Of([null, .. values.Select(one => (T?)one)])));
        var anyMember = Row.MembersOf(typeof(T), typeof(T?));
        List<Gen<Expression>> tests =
        [
            Gen.Select(Comparison.Operator, anyMember, Gen.OneOf(value, valueOrNull, anyMember), Gen.Bool, Comparison.Of),
            Gen.Select(Comparison.Operator, anyMember, value, Gen.Bool, Comparison.Of),
            Gen.Select(there, value, (left, right) => (Expression)Expression.Call(left, typeof(T).GetMethod("Equals", [typeof(T)]) ?? typeof(T).GetMethod("Equals", [typeof(object)])!, AsArgument(right))),
        ];
        if (Nullable<T>(out var nullable))
        {
            tests.Add(nullable.Select(member => (Expression)Expression.Property(member, "HasValue")));
            tests.Add(Gen.Select(Comparison.Operator, nullable.Select(member => (Expression)Expression.Property(member, "Value")), value, Gen.Bool, Comparison.Of));
            tests.Add(Gen.Select(Comparison.Operator, nullable.Select(member => (Expression)Expression.Call(member, "GetValueOrDefault", null)), value, Gen.Bool, Comparison.Of));
            tests.Add(Gen.Select(Comparison.Operator, Gen.Select(nullable, Gen.OneOf(value, there), (left, right) => (Expression)Expression.Coalesce(left, right)), value, Gen.Bool, Comparison.Of));
            tests.Add(Gen.Select(Equality, nullable, (type, member) => (Expression)Expression.MakeBinary(type, member, Expression.Constant(null, member.Type))));
        }

        return Gen.OneOf([.. tests]);
    }

    private static Gen<ExpressionType> Equality => Pick.Of(ExpressionType.Equal, ExpressionType.NotEqual);

    private static Gen<Expression> OfEnum<T>()
        where T : struct, Enum
    {
        var member = Row.MembersOf(typeof(T));
        var value = Row.Value(Pick.Of(LawValues.Of<T>()));
        return Gen.OneOf(
            Of(LawValues.Of<T>()),
            Gen.Select(Equality, member, value, (type, left, right) => (Expression)Expression.MakeBinary(type, left, right)),
            Gen.Select(member, value, (left, right) => (Expression)Expression.Call(left, nameof(System.Enum.HasFlag), null, Expression.Convert(right, typeof(System.Enum)))),
            Gen.Select(Comparison.Operator, Gen.Select(member, value, (left, right) => (Expression)Expression.And(Expression.Convert(left, typeof(int)), Expression.Convert(right, typeof(int)))), Pick.Of(0, 1, 2), Gen.Bool, Comparison.With));
    }

    private static bool Nullable<T>(out Gen<Expression> members)
        where T : struct
    {
        var exists = typeof(T) == typeof(long) || typeof(T) == typeof(DateTimeOffset) || typeof(T) == typeof(FileAttributes);
        members = exists ? Row.MembersOf(typeof(T?)) : Row.MembersOf(typeof(T));
        return exists;
    }

    private static Expression AsArgument(Expression value) => value.Type.IsEnum ? Expression.Convert(value, typeof(object)) : value;

    private static Expression Arithmetic(ExpressionType comparison, Expression member, ExpressionType operation, long value)
    {
        var number = Expression.Constant(value, typeof(long));
        Expression right = member.Type == typeof(long) ? number : Expression.Convert(number, typeof(long?));
        return Comparison.With(comparison, Expression.MakeBinary(operation, member, right), 1L, isFlipped: false);
    }
}
