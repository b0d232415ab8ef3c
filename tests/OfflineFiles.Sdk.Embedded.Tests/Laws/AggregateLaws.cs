using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>What the database makes of all rows is what the caller makes of them when they are returned.</summary>
[TestFixture]
internal sealed class AggregateLaws
{
    [Test]
    public async Task A_value_that_the_database_makes_is_the_value_of_the_rows()
    {
        await using var ways = await TwoWays.OpenAsync();
        var (made, read) = (ways.Made, ways.Read);
        var all = await read.ToListAsync();
        var pushed = 0;

        await Law.HoldsAsync(Question.Over(all), async question =>
        {
            var (items, rows) = (made.Where(question.Predicate), read.Where(question.Predicate));
            if (items.Explain(i => i.Count()).BackendResult is not null) Interlocked.Increment(ref pushed);
            return await AreEqualAsync(items, rows, i => i.Count(), i => i.CountAsync())
                && await AreEqualAsync(items, rows, i => i.LongCount(), i => i.LongCountAsync())
                && await AreEqualAsync(items, rows, i => i.Any(), i => i.AnyAsync())
                && await AreEqualAsync(made, read, i => i.All(question.Predicate), i => i.AllAsync(question.Predicate))
                && await AreEqualAsync(made, read, i => i.Count(question.Predicate), i => i.CountAsync(question.Predicate))
                && await AreEqualAsync(items, rows, i => i.Sum(x => x.FileSysInfo!.LocalSize), i => i.SumAsync(x => x.FileSysInfo!.LocalSize))
                && await AreEqualAsync(items, rows, i => i.Sum(x => (int)x.ItemType), i => i.SumAsync(x => (int)x.ItemType))
                && await AreEqualAsync(items, rows, i => i.Select(x => (long?)x.DirtyInfo!.LocalDirtyByteCount).Sum(), i => i.Select(x => (long?)x.DirtyInfo!.LocalDirtyByteCount).SumAsync())
                && await AreExtremesEqualAsync(items, rows, x => x.FileSysInfo!.LocalSize)
                && await AreExtremesEqualAsync(items, rows, x => (long?)x.FileSysInfo!.OriginalSize)
                && await AreExtremesEqualAsync(items, rows, x => x.FileSysInfo!.LocalLastWriteTime)
                && await AreExtremesEqualAsync(items, rows, x => x.FileSysInfo!.LocalAttributes)
                && await AreExtremesEqualAsync(items, rows, x => x.ConnectionInfo!.ConnectState)
                && await AreExtremesEqualAsync(items, rows, x => x.ItemType)
                && await AreExtremesEqualAsync(items, rows, x => x.ItemName);
        }, inCi: 300);
        Assert.That(pushed, Is.Positive);
    }

    private static async Task<bool> AreExtremesEqualAsync<T>(
        IQueryable<OfflineFilesItem> items, IQueryable<OfflineFilesItem> rows, Expression<Func<OfflineFilesItem, T>> value) =>
        await AreEqualAsync(items, rows, i => i.Min(value), i => i.MinAsync(value)) && await AreEqualAsync(items, rows, i => i.Max(value), i => i.MaxAsync(value));

    // Made here and made elsewhere, by the database and of the rows; an error is a result too.
    private static async Task<bool> AreEqualAsync<T>(
        IQueryable<OfflineFilesItem> items,
        IQueryable<OfflineFilesItem> rows,
        Func<IQueryable<OfflineFilesItem>, T> make,
        Func<IQueryable<OfflineFilesItem>, Task<T>> makeAsync)
    {
        object? expected = await ResultAsync(() => makeAsync(rows));
        return Equals(expected, await ResultAsync(() => makeAsync(items))) && Equals(expected, await ResultAsync(() => Task.FromResult(make(items))));
    }

    private static async Task<object?> ResultAsync<T>(Func<Task<T>> make)
    {
        try
        {
            return await make();
        }
        catch (Exception error) when (error is OverflowException or InvalidOperationException)
        {
            return error.GetType();
        }
    }
}
