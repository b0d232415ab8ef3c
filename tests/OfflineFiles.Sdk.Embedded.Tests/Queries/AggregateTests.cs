using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Embedded.Tests.Queries;

/// <summary>Where SQL means the same, no row is returned to be counted or added up; where it does not, the rows are.</summary>
[TestFixture]
internal sealed class AggregateTests : ThreeFilesFixture
{
    [Test]
    public void Explain_tells_what_the_database_makes()
    {
        var files = Files;

        Assert.That(files.Explain(i => i.Count()).BackendResult, Is.EqualTo("Count"));
        Assert.That(files.Explain(i => i.Any(x => x.ItemName == "a.txt")).BackendResult, Is.EqualTo("Any"));
        Assert.That(files.Explain(i => i.All(x => x.ItemName == "a.txt")).BackendResult, Is.EqualTo("Any"));
        Assert.That(files.Explain(i => i.Sum(x => x.FileSysInfo!.LocalSize)).BackendResult, Is.EqualTo("Sum of FileSysInfo.LocalSize"));
        Assert.That(files.Explain(i => i.Max(x => x.FileSysInfo!.LocalLastWriteTime)).BackendResult, Is.EqualTo("Max of FileSysInfo.LocalLastWriteTime"));
        Assert.That(files.Explain(i => i.Count()).ToString(), Does.Contain("Result:   Count, made by the backend: no row is returned"));
        Assert.That(files.Explain(i => i.Count()).ClientOperators, Is.Empty);
        Assert.That(files.Explain().BackendResult, Is.Null);
    }

    [Test]
    public void What_SQL_does_not_mean_the_same_is_made_of_the_rows()
    {
        Assert.That(Cache.Items.Explain(i => i.Count(x => x.ItemName.Length > 3)).BackendResult, Is.Null, "a predicate that runs in the caller");
        Assert.That(Cache.Items.Explain(i => i.Count(x => x.ItemName.EndsWith(".txt"))).BackendResult, Is.Null, "a predicate that is rechecked row by row");
        Assert.That(Cache.Items.Explain(i => i.Take(2).Count()).BackendResult, Is.Null, "an operator before it");
        Assert.That(Cache.Items.Explain(i => i.Min(x => x.ItemName)).BackendResult, Is.Null, "an order of texts");
        Assert.That(Cache.Items.Explain(i => i.Sum(x => x.FileSysInfo!.LocalSize * 2)).BackendResult, Is.Null, "a value that no column holds");
        Assert.That(Cache.Items.Count(x => x.ItemName.EndsWith(".TXT")), Is.EqualTo(3));
        Assert.That(Cache.Items.Take(2).Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task The_values_are_those_of_the_rows()
    {
        var files = Files;

        Assert.That((files.Count(), await files.LongCountAsync(), files.Any(), await files.AnyAsync(i => i.ItemName == "x")), Is.EqualTo((3, 3L, true, false)));
        Assert.That((files.Sum(i => i.FileSysInfo!.LocalSize), await files.MinAsync(i => i.FileSysInfo!.LocalSize), files.Max(i => i.FileSysInfo!.LocalSize)), Is.EqualTo((6L, 1L, 3L)));
    }

    [Test]
    public void Of_no_rows_the_sum_is_zero_and_nothing_is_the_least()
    {
        var none = Cache.Items.Where(i => i.ItemName == "none");

        Assert.That(none.Sum(i => i.FileSysInfo!.LocalSize), Is.Zero);
        Assert.That(none.Min(i => (long?)i.FileSysInfo!.LocalSize), Is.Null);
        Assert.That(() => none.Max(i => i.FileSysInfo!.LocalSize), Throws.InvalidOperationException.With.Message.Contains("Sequence contains no elements"));
    }

    [Test]
    public async Task A_value_of_a_closed_cache_is_refused()
    {
        await Test.Backend.DisposeAsync();

        Assert.That(() => Cache.Items.Count(), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => Cache.Items.CountAsync(), Throws.TypeOf<ObjectDisposedException>());
    }
}
