using Microsoft.EntityFrameworkCore;
using OfflineFiles.Sdk;
using CacheQueries = OfflineFiles.Sdk.Linq.OfflineFilesQueryableExtensions;

namespace Contoso.Catalogue;

/// <summary>
/// A file that queries both asynchronously. It imports the operators of one, here those of Entity Framework Core, and calls those of the other by
/// an alias of their class.
/// </summary>
[TestFixture]
public sealed class OneFileTests
{
    private CatalogueContext _database = null!;
    private CachedShare _share = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _database = await CatalogueContext.OpenAsync();
        _share = await CachedShare.OpenAsync();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _share.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task The_operators_of_the_cache_are_called_by_an_alias()
    {
        var known = await _database.Documents.Select(document => document.Path).ToListAsync();
        var files = _share.Cache.Items.Where(item => item.ItemType == OfflineFilesItemType.File);
        var cached = await CacheQueries.ToListAsync(files.OrderBy(item => item.ItemPath).Select(item => item.ItemPath));

        Assert.That(cached, Is.EqualTo(new[] { @"\\srv\docs\plans\2024.txt", @"\\srv\docs\readme.txt" }));
        Assert.That(await CacheQueries.CountAsync(files, item => known.Contains(item.ItemPath)), Is.EqualTo(2));
        Assert.That(await _database.Documents.CountAsync(document => cached.Contains(document.Path)), Is.EqualTo(2));
        Assert.That(CacheQueries.ToWql(files), Is.EqualTo("SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0"));
    }

    [Test]
    public async Task A_stream_of_the_cache_has_the_operators_of_NET()
    {
        var rows = CacheQueries.AsAsyncEnumerable(_share.Cache.Items.Where(item => item.ItemName.EndsWith(".txt")));

        Assert.That(await rows.Select(item => item.ItemName).Order().ToListAsync(), Is.EqualTo(new[] { "2024.txt", "readme.txt" }));
    }

    [Test]
    public void An_operator_of_the_cache_refuses_a_query_over_a_database() =>
        Assert.That(
            async () => await CacheQueries.CountAsync(_database.Documents),
            Throws.TypeOf<OfflineFilesException>().With.Message.Contains("use the operators that belong to that source"));
}
