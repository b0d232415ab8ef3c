using System.Linq.Expressions;
using CsCheck;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Laws;

/// <summary>A question in C# has one answer: over the provider with its trap, and with everything run in the caller over the rows.</summary>
public sealed class LinqOverProviderLaws
{
    private static readonly Expression<Func<OfflineFilesItem, bool>>[] Terms =
    [
        i => i.ItemPath == @"\\SRV\docs",
        i => i.ItemPath != @"\\srv\docs\plans\2024.xlsx",
        i => i.ItemPath.StartsWith(@"\\srv\DOCS\"),
        i => i.ItemPath.EndsWith(".xlsx"),
        i => i.ParentItemPath == @"\\srv\docs\plans",
        i => i.ParentItemPath == @"\\srv\gone",
        i => i.ParentItemPath != @"\\srv\docs",
        i => i.ParentItemPath == null,
        i => new[] { @"\\srv", @"\\SRV\Docs", @"\\srv\gone" }.Contains(i.ParentItemPath),
        i => i.IsUnder(@"\\srv\docs"),
        i => i.IsUnder(@"\\SRV\docs\PLANS"),
        i => i.ItemPath.StartsWith(@"\\srv\docs\pl"),
        i => i.ItemName.Contains("20"),
        i => i.ItemType == OfflineFilesItemType.File,
        i => i.ItemType < OfflineFilesItemType.Share,
        i => i.PinInfo!.Pinned,
        i => i.PinInfo == null,
        i => i.ConnectionInfo!.ConnectState == ConnectState.Offline,
        i => i.FileSysInfo!.LocalSize > 100,
        i => i.Encrypted != true,
        i => i.Sparse == true,
        i => i.ItemName.Length > 5,
    ];

    private static readonly Gen<Expression<Func<OfflineFilesItem, bool>>> Question = Gen.Recursive<Expression<Func<OfflineFilesItem, bool>>>((depth, inner) => depth >= 3
        ? Gen.OneOf(Terms)
        : Gen.Frequency(
            (3, Gen.OneOf(Terms)),
            (2, Gen.Select(inner, inner, (left, right) => Join(left, right, Expression.AndAlso))),
            (2, Gen.Select(inner, inner, (left, right) => Join(left, right, Expression.OrElse))),
            (1, inner.Select(operand => Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Not(operand.Body), operand.Parameters)))));

    [Test]
    public async Task The_provider_and_the_rows_answer_alike() => await Gen.Select(Question, Gen.Bool).SampleAsync(
        async (question, opensSubtrees) =>
        {
            var options = new ProviderDoubleOptions { OpensSubtrees = opensSubtrees };
            await using var provider = new OfflineFilesCache(Backends.OverDouble(options: options).Backend);
            await using var rows = new OfflineFilesCache(new FixedRowsBackend(SampleItems.All, PushdownProfile.Nothing));

            var answer = await provider.Items.Where(question).Select(item => item.ItemPath).ToListAsync();

            Assert.That(
                answer,
                Is.EquivalentTo(await rows.Items.Where(question).Select(item => item.ItemPath).ToListAsync()),
                provider.Items.Where(question).Explain().ToString());
        },
        print: sample => sample.ToString(),
        iter: LawBudget.Of(1000));

    private static Expression<Func<OfflineFilesItem, bool>> Join(
        Expression<Func<OfflineFilesItem, bool>> left, Expression<Func<OfflineFilesItem, bool>> right, Func<Expression, Expression, Expression> join)
    {
        var item = left.Parameters[0];
        return Expression.Lambda<Func<OfflineFilesItem, bool>>(join(left.Body, new Rename(right.Parameters[0], item).Visit(right.Body)), item);
    }

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
