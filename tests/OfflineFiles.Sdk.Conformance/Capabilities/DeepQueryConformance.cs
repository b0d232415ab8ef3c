using System.Linq.Expressions;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

/// <summary>A query of any length is answered, on a small stack too: how long a query the server or the database takes is for the backend to know.</summary>
public abstract class DeepQueryConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    private static readonly ParameterExpression I = Expression.Parameter(typeof(OfflineFilesItem), "i");

    private static IEnumerable<TestCaseData<Expression<Func<OfflineFilesItem, bool>>>> Questions()
    {
        static Expression<Func<OfflineFilesItem, bool>> Lambda(Expression body) => Expression.Lambda<Func<OfflineFilesItem, bool>>(body, I);
        static IEnumerable<Expression> Tests(string member, string prefix, string found, int count) => Enumerable.Range(0, count)
            .Select(k => (Expression)Expression.Equal(Expression.Property(I, member), Expression.Constant($"{prefix}{k}")))
            .Append(Expression.Equal(Expression.Property(I, member), Expression.Constant(found)));

        yield return Case("names", Lambda(Tests("ItemName", "x", "readme.txt", 50_000).Aggregate(Expression.OrElse)));
        yield return Case("paths", Lambda(Tests("ItemPath", @"\\srv\docs\", @"\\srv\docs\readme.txt", 50_000).Aggregate(Expression.OrElse)));
        yield return Case("parents and a name", Lambda(Expression.AndAlso(
            Tests("ParentItemPath", @"\\srv\docs\x", @"\\srv\docs", 50_000).Aggregate(Expression.OrElse), Tests("ItemName", "x", "readme.txt", 3).Aggregate(Expression.OrElse))));
        yield return Case("no other name", Lambda(Expression.AndAlso(
            Tests("ItemName", "x", "y", 50_000).Select(test => (Expression)Expression.Not(test)).Aggregate(Expression.AndAlso), Tests("ItemName", "x", "readme.txt", 1).Aggregate(Expression.OrElse))));
        yield return Case("in turn", Lambda(Tests("ItemName", "x", "readme.txt", 10_000).Select((test, k) => (test, k)).Aggregate(
            (Expression)Expression.Constant(false), (inner, each) => each.k % 2 == 0 ? Expression.OrElse(inner, each.test) : Expression.AndAlso(Expression.OrElse(inner, each.test), Expression.Not(Tests("ItemName", "x", "z", 1).First())))));

        static TestCaseData<Expression<Func<OfflineFilesItem, bool>>> Case(string name, Expression<Func<OfflineFilesItem, bool>> predicate)
        {
            var test = new TestCaseData<Expression<Func<OfflineFilesItem, bool>>>(predicate);
            test.SetArgDisplayNames(name);
            return test;
        }
    }

    [TestCaseSource(nameof(Questions))]
    public async Task A_predicate_of_any_length_is_answered(Expression<Func<OfflineFilesItem, bool>> predicate)
    {
        await Cache.PinAsync(CacheScene.Readme);
        var query = Cache.Items.Where(predicate);

        var found = await SmallStack.RunAsync(() => query.ToListAsync());

        Assert.That(found.Select(item => item.ItemName), Is.EqualTo(["readme.txt"]));
        Assert.That(SmallStack.Run(() => query.Explain().ToString()), Does.Contain("Access:"));
        Assert.That(await SmallStack.RunAsync(() => Cache.Items.CountAsync(predicate)), Is.EqualTo(1));
    }
}
