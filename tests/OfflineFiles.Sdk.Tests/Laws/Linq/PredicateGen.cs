using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Tests.Laws.Linq;

/// <summary>Random predicates: tests that WQL can say, can nearly say and cannot say at all, joined in every way.</summary>
internal static class PredicateGen
{
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(OfflineFilesItem), "i");

    private static readonly Gen<Expression> Leaf = Gen.OneOf(
        Gen.Select(Text(), Pick.Of(ItemGen.Texts), Gen.Int[0, 8], TextTest),
        Gen.Select(Path(), Pick.Of(ItemGen.Paths), Gen.Int[0, 8], TextTest),
        Pick.Of(ItemGen.Paths).Select(path => Body(i => i.IsUnder(path))),
        Pick.Of(ItemGen.Paths).Array[0, 4].Select(paths => Body(i => paths.Contains(i.ItemPath))),
        Pick.Of(ItemGen.Paths).Array[0, 4].Select(paths => Body(i => paths.Contains(i.ParentItemPath))),
        Pick.Of(ItemGen.Texts).Array[0, 4].Select(texts => Body(i => texts.Contains(i.ItemName))),
        Gen.Select(Number(), Pick.Of(ItemGen.Numbers), Operator(), (number, value, comparison) => (Expression)Expression.MakeBinary(comparison, number, Expression.Constant(value, number.Type))),
        Gen.Select(Operator(), Pick.Of(ItemGen.Times), (comparison, time) =>
            (Expression)Expression.MakeBinary(comparison, Body(i => i.FileSysInfo!.LocalLastWriteTime), Expression.Constant(time))),
        Gen.Select(Gen.Int[0, 3], Operator(), (type, comparison) =>
            (Expression)Expression.MakeBinary(comparison, Expression.Convert(Body(i => i.ItemType), typeof(int)), Expression.Constant(type))),
        Pick.Of<bool?>(null, false, true).Select(value => Body(i => i.Encrypted == value)),
        Pick.Of<bool?>(null, false, true).Select(value => Body(i => i.Sparse != value)),
        Pick.Of(
            Body(i => i.PinInfo!.Pinned),
            Body(i => i.PinInfo == null),
            Body(i => i.FileSysInfo != null),
            Body(i => i.PinInfo!.PinnedForUser == PinState.Pinned),
            Body(i => i.PinInfo!.PinnedForUser != PinState.Pinned),
            Body(i => i.FileSysInfo!.RemoteSize == null),
            Body(i => i.FileSysInfo!.RemoteSize.HasValue),
            Body(i => i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden)),
            Body(i => i.FileSysInfo!.LocalSize == i.DirtyInfo!.LocalDirtyByteCount),
            Body(i => i.FileSysInfo!.LocalSize < i.FileSysInfo.RemoteSize),
            Body(i => i.ParentItemPath == null),
            Body(i => i.ParentItemPath!.Length > 3),
            Body(i => i.Encrypted ?? true),
            Body(i => i.Sparse!.Value)));

    /// <summary>Predicates of up to four levels.</summary>
    public static readonly Gen<Expression<Func<OfflineFilesItem, bool>>> Predicate =
        Tree(4).Select(body => Expression.Lambda<Func<OfflineFilesItem, bool>>(body, Row));

    private static Gen<Expression> Tree(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (2, Leaf),
        (2, Gen.Select(Tree(depth - 1), Tree(depth - 1), (left, right) => (Expression)Expression.AndAlso(left, right))),
        (2, Gen.Select(Tree(depth - 1), Tree(depth - 1), (left, right) => (Expression)Expression.OrElse(left, right))),
        (1, Tree(depth - 1).Select(operand => (Expression)Expression.Not(operand))));

    private static Gen<Expression> Text() => Pick.Of(Body(i => i.ItemName), Body(i => i.ParentItemPath));

    private static Gen<Expression> Path() => Pick.Of(Body(i => i.ItemPath), Body(i => i.ParentItemPath));

    private static Gen<Expression> Number() => Pick.Of(
        Body(i => i.FileSysInfo!.LocalSize), Body(i => i.FileSysInfo!.RemoteSize), Body(i => i.DirtyInfo!.LocalDirtyByteCount));

    private static Gen<ExpressionType> Operator() => Pick.Of(
        ExpressionType.Equal, ExpressionType.NotEqual, ExpressionType.LessThan, ExpressionType.LessThanOrEqual, ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual);

    private static Expression TextTest(Expression text, string value, int kind) => kind switch
    {
        0 => Expression.Equal(text, Expression.Constant(value)),
        1 => Expression.NotEqual(text, Expression.Constant(value)),
        2 => Call(text, nameof(string.StartsWith), value),
        3 => Call(text, nameof(string.EndsWith), value),
        4 => Call(text, nameof(string.Contains), value),
        5 => Call(text, nameof(string.StartsWith), value, StringComparison.Ordinal),
        6 => Call(text, nameof(string.Contains), value, StringComparison.OrdinalIgnoreCase),
        7 => Call(text, nameof(string.Equals), value, StringComparison.Ordinal),
        _ => Expression.LessThan(Call(text, nameof(string.CompareTo), value), Expression.Constant(0)),
    };

    private static MethodCallExpression Call(Expression text, string method, params object[] arguments) => Expression.Call(
        text, typeof(string).GetMethod(method, [.. arguments.Select(argument => argument.GetType())])!, arguments.Select(Expression.Constant));

    private static Expression Body<T>(Expression<Func<OfflineFilesItem, T>> lambda) => new Renamer(lambda.Parameters[0]).Visit(lambda.Body);

    private sealed class Renamer(ParameterExpression from) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? Row : node;
    }
}
