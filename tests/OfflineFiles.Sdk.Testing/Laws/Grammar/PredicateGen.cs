using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Random predicates: tests that WQL can say, can nearly say and cannot say at all, joined in every way there is.</summary>
internal static class PredicateGen
{
    private const int Depth = 6;

    private static readonly Gen<Expression> Leaf = Gen.Frequency(
        (8, TextTests.Any),
        (4, ValueTests.Number),
        (3, ValueTests.Time),
        (3, TimeTests.Any),
        (3, ValueTests.Enum),
        (4, TruthTests.Any),
        (3, PathTests.Any),
        (4, SetTests.Any),
        (3, FunctionTests.Any),
        (1, Row.Value(Gen.Bool)));

    /// <summary>Predicates of up to six levels.</summary>
    public static readonly Gen<Expression<Func<OfflineFilesItem, bool>>> Predicate = Tree(Depth).Select(Lambda);

    /// <summary>Predicates joined by AND, as most queries are: what a key look-up or a subtree is found among.</summary>
    public static readonly Gen<Expression<Func<OfflineFilesItem, bool>>> Conjunction =
        Tree(2).Array[1, 5].Select(parts => Lambda(parts.Aggregate(Expression.AndAlso)));

    /// <summary>Either.</summary>
    public static readonly Gen<Expression<Func<OfflineFilesItem, bool>>> Any = Gen.OneOf(Predicate, Conjunction);

    private static Gen<Expression> Tree(int depth)
    {
        if (depth == 0) return Leaf;
        var inner = Tree(depth - 1);
        return Gen.Frequency(
            (6, Leaf),
            (3, Join(inner, ExpressionType.AndAlso)),
            (3, Join(inner, ExpressionType.OrElse)),
            (2, inner.Select(operand => (Expression)Expression.Not(operand))),
            (1, Gen.OneOf(Join(inner, ExpressionType.And), Join(inner, ExpressionType.Or), Join(inner, ExpressionType.ExclusiveOr))),
            (1, Gen.OneOf(Join(inner, ExpressionType.Equal), Join(inner, ExpressionType.NotEqual))),
            (1, Gen.Select(inner, inner, inner, (test, left, right) => (Expression)Expression.Condition(test, left, right))),
            (1, inner.Select(Invoke)),
            (1, Gen.Select(inner, Gen.Bool, (operand, value) => (Expression)Expression.Equal(operand, Expression.Constant(value)))));
    }

    private static Gen<Expression> Join(Gen<Expression> inner, ExpressionType type) =>
        Gen.Select(inner, inner, (left, right) => (Expression)Expression.MakeBinary(type, left, right));

    // Predicates composed by hand call one another.
    private static Expression Invoke(Expression body)
    {
        var item = Expression.Parameter(typeof(OfflineFilesItem), "x");
        return Expression.Invoke(Expression.Lambda<Func<OfflineFilesItem, bool>>(new Replace(item).Visit(body), item), Row.Parameter);
    }

    private static Expression<Func<OfflineFilesItem, bool>> Lambda(Expression body) => Expression.Lambda<Func<OfflineFilesItem, bool>>(body, Row.Parameter);

    private sealed class Replace(ParameterExpression item) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == Row.Parameter ? item : node;
    }
}
