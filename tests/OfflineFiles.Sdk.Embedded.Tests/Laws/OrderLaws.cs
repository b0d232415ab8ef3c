using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>Rows that the database orders come as the caller would order them; rows that are equal in it come in any order.</summary>
[TestFixture]
internal sealed class OrderLaws
{
    [Test]
    public async Task The_database_orders_rows_as_the_caller_does()
    {
        await using var ways = await TwoWays.OpenAsync();
        var all = await ways.Read.ToListAsync();
        var pushed = 0;

        await Law.HoldsAsync(
            Question.Over(all),
            async question =>
            {
                var (items, rows) = (ways.Made.Where(question.Predicate), ways.Read.Where(question.Predicate));
                if (items.OrderBy(i => i.FileSysInfo!.LocalSize).Explain().BackendOrder is not null) Interlocked.Increment(ref pushed);
                return await AreEqualAsync(items, rows, i => i.OrderBy(x => x.FileSysInfo!.LocalSize), x => x.FileSysInfo?.LocalSize)
                    && await AreEqualAsync(items, rows, i => i.OrderByDescending(x => x.FileSysInfo!.LocalLastWriteTime).ThenBy(x => x.ItemType), x => (x.FileSysInfo?.LocalLastWriteTime, x.ItemType))
                    && await AreEqualAsync(items, rows, i => i.OrderBy(x => x.ConnectionInfo!.ConnectState).ThenByDescending(x => x.DirtyInfo!.LocalDirtyByteCount).Take(5), x => (x.ConnectionInfo?.ConnectState, x.DirtyInfo?.LocalDirtyByteCount))
                    && await AreEqualAsync(items, rows, i => i.OrderBy(x => x.FileSysInfo!.LocalSize).Skip(3).Take(4), x => x.FileSysInfo?.LocalSize)
                    && await AreEqualAsync(items, rows, i => i.OrderBy(x => x.ItemType).ThenBy(x => x.ItemPath).Take(7), x => x.ItemPath)
                    && await AreEqualAsync(items, rows, i => i.OrderByDescending(x => x.ItemPath).Skip(1).Take(2), x => x.ItemPath);
            },
            inCi: 300);
        Assert.That(pushed, Is.Positive);
    }

    // Only what the order reads is compared: of its ties any may come first.
    private static async Task<bool> AreEqualAsync(
        IQueryable<OfflineFilesItem> items,
        IQueryable<OfflineFilesItem> rows,
        Func<IQueryable<OfflineFilesItem>, IQueryable<OfflineFilesItem>> order,
        Func<OfflineFilesItem, object?> key)
    {
        var expected = (await order(rows).ToListAsync()).Select(key).ToList();
        return (await order(items).ToListAsync()).Select(key).SequenceEqual(expected) && order(items).AsEnumerable().Select(key).SequenceEqual(expected);
    }
}
