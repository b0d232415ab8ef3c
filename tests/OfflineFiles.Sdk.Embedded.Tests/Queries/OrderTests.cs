using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Embedded.Tests.Queries;

/// <summary>Rows are ordered by the database, which keeps only those that are wanted; by what no column holds, by the caller, who does the same.</summary>
[TestFixture]
internal sealed class OrderTests : ThreeFilesFixture
{
    [Test]
    public void Explain_tells_what_the_database_orders()
    {
        var largest = Files.OrderByDescending(i => i.FileSysInfo!.LocalSize).ThenBy(i => i.FileSysInfo!.LocalLastWriteTime);

        Assert.That(largest.Explain().BackendOrder, Is.EqualTo("FileSysInfo.LocalSize descending, FileSysInfo.LocalLastWriteTime"));
        Assert.That(largest.Explain().ClientOperators, Is.Empty);
        Assert.That(largest.Take(2).Explain().BackendOrder, Does.EndWith(", the first 2"));
        Assert.That(largest.Skip(1).Take(2).Explain().BackendOrder, Does.EndWith(", the first 3"));
        Assert.That(largest.Explain(i => i.First()).BackendOrder, Does.EndWith(", the first 1"));
        Assert.That(largest.Take(2).Explain().ToString(), Does.Contain("Order:    FileSysInfo.LocalSize descending, FileSysInfo.LocalLastWriteTime, the first 2, by the backend"));
    }

    [Test]
    public void What_the_caller_orders_holds_no_more_rows_than_are_wanted()
    {
        Assert.That(Files.OrderBy(i => i.ItemName.Length).Explain().ClientOperators[0].HoldsAllRows, "all of them");
        Assert.That(Files.OrderBy(i => i.ItemName.Length).Take(1).Explain().ClientOperators[0].HoldsAllRows, Is.False);
        Assert.That(Files.OrderBy(i => i.ItemType).ThenBy(i => i.ItemName.Length).Explain().BackendOrder, Is.Null, "one key that the database does not order by");
        Assert.That(Files.OrderBy(i => i.ItemName, StringComparer.Ordinal).Explain().BackendOrder, Is.Null, "an order of the caller's own");
        Assert.That(Files.Where(i => i.ItemName.EndsWith('t')).OrderBy(i => i.ItemType).Explain().BackendOrder, Is.Null, "a predicate that is rechecked row by row");
        Assert.That(Files.OrderBy(i => i.FileSysInfo!.LocalSize * 2).Explain().BackendOrder, Is.Null, "a value that no column holds");
    }

    [TestCase(null)]
    [TestCase(1)]
    public async Task The_rows_come_in_the_order(int? pageSize)
    {
        var largest = Files.WithOptions(new QueryOptions { PageSize = pageSize }).OrderByDescending(i => i.FileSysInfo!.LocalSize);

        Assert.That((await largest.ToListAsync()).Select(item => item.ItemName), Is.EqualTo(new[] { "c.txt", "b.txt", "a.txt" }));
        Assert.That(largest.Skip(1).Take(1).ToList().Select(item => item.ItemName), Is.EqualTo(new[] { "b.txt" }));
        Assert.That((await largest.FirstAsync()).ItemName, Is.EqualTo("c.txt"));
        Assert.That(largest.Last().ItemName, Is.EqualTo("a.txt"));
        Assert.That(Files.OrderByDescending(i => i.ItemName).First().ItemName, Is.EqualTo("c.txt"));
    }
}
