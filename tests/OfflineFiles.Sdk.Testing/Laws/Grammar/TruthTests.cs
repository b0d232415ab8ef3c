using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Tests of bools, plain and nullable, and of info objects.</summary>
internal static class TruthTests
{
    private static readonly Gen<Expression> Flag = Row.MembersOf(typeof(bool));
    private static readonly Gen<Expression> FlagOrNull = Row.MembersOf(typeof(bool?));
    private static readonly Gen<Expression> Asked = Row.Value(Pick.Of<bool?>(null, false, true));
    private static readonly Gen<ExpressionType> Equality = Pick.Of(ExpressionType.Equal, ExpressionType.NotEqual);

    public static readonly Gen<Expression> Any = Gen.OneOf(
        Flag,
        Gen.Select(Equality, Flag, Row.Value(Gen.Bool), Gen.Bool, Comparison.Of),
        Gen.Select(Equality, FlagOrNull, Asked, Gen.Bool, Comparison.Of),
        Gen.Select(Equality, Gen.OneOf(Flag, FlagOrNull), Gen.OneOf(Flag, FlagOrNull), Gen.Bool, Comparison.Of),
        FlagOrNull.Select(flag => (Expression)Expression.Property(flag, "Value")),
        FlagOrNull.Select(flag => (Expression)Expression.Property(flag, "HasValue")),
        FlagOrNull.Select(flag => (Expression)Expression.Convert(flag, typeof(bool))),
        FlagOrNull.Select(flag => (Expression)Expression.Call(flag, "GetValueOrDefault", null)),
        Gen.Select(FlagOrNull, Gen.Bool, (flag, value) => (Expression)Expression.Call(flag, "GetValueOrDefault", null, Expression.Constant(value))),
        Gen.Select(FlagOrNull, Gen.OneOf(Row.Value(Gen.Bool), Flag), (flag, value) => (Expression)Expression.Coalesce(flag, value)),
        Gen.Select(Equality, Gen.Select(FlagOrNull, Gen.OneOf(FlagOrNull, Asked), Pick.Of(ExpressionType.And, ExpressionType.Or), (left, right, type) => (Expression)Expression.MakeBinary(type, left, right)), Asked, Gen.Bool, Comparison.Of),
        Gen.Select(Equality, FlagOrNull.Select(flag => (Expression)Expression.Not(flag)), Asked, Gen.Bool, Comparison.Of),
        Gen.Select(Equality, Gen.Select(Flag, FlagOrNull, FlagOrNull, (test, left, right) => (Expression)Expression.Condition(test, left, right)), Asked, Gen.Bool, Comparison.Of),
        Gen.Select(Equality, Gen.Select(FlagOrNull, FlagOrNull, (left, right) => (Expression)Expression.Coalesce(left, right)), Asked, Gen.Bool, Comparison.Of),
        Gen.Select(Equality, Row.Objects, Gen.Bool, (type, info, isFlipped) => Comparison.Of(type, info, Expression.Constant(null, info.Type), isFlipped)));
}
