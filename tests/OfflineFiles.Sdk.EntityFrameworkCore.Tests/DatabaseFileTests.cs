using Microsoft.EntityFrameworkCore;
using OfflineFiles.Sdk;

namespace Contoso.Catalogue;

/// <summary>
/// A file that queries a database and asks a cache by everything but queries of LINQ: both root namespaces are imported, and each operator is that
/// of Entity Framework Core.
/// </summary>
[TestFixture]
public sealed class DatabaseFileTests
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
    public async Task The_operators_of_Entity_Framework_Core_run_on_its_queries()
    {
        var ofAda = _database.Documents.Where(document => document.Owner == "Ada").OrderBy(document => document.Path);

        Assert.That(await ofAda.CountAsync(), Is.EqualTo(2));
        Assert.That(await ofAda.AnyAsync(document => document.Path.EndsWith("readme.txt")), Is.True);
        Assert.That((await ofAda.FirstAsync()).Path, Is.EqualTo(@"\\srv\docs\plans\2024.txt"));
        Assert.That(await ofAda.SingleOrDefaultAsync(document => document.Path == ""), Is.Null);
        Assert.That(await ofAda.MaxAsync(document => document.Path), Is.EqualTo(@"\\srv\docs\readme.txt"));
        Assert.That((await ofAda.ToListAsync()).ConvertAll(document => document.Owner), Is.EqualTo(new[] { "Ada", "Ada" }));
        Assert.That(await ofAda.ToDictionaryAsync(document => document.Path), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_cache_is_asked_for_what_the_database_names()
    {
        var missing = new List<string>();
        foreach (var document in await _database.Documents.ToListAsync())
        {
            OfflineFilesItem? cached = await _share.Cache.FindAsync(document.Path);
            if (cached is null) missing.Add(document.Path);
        }

        Assert.That(missing, Is.EqualTo(new[] { @"\\srv\docs\gone.txt" }));
    }

    [Test]
    public async Task A_raw_query_has_operators_of_its_own()
    {
        var first = await _database.Documents.FirstAsync(document => document.Path.EndsWith("readme.txt"));
        List<WqlRow> rows = await _share.Cache.Query($"SELECT ItemName FROM Win32_OfflineFilesItem WHERE ItemPath = {first.Path}").ToListAsync();

        Assert.That(rows.ConvertAll(row => row["ItemName"]), Is.EqualTo(new[] { "readme.txt" }));
    }

    [Test]
    public void An_operator_of_Entity_Framework_Core_refuses_a_query_over_a_cache() =>
        Assert.That(
            async () => await _share.Cache.Items.CountAsync(),
            Throws.InvalidOperationException.With.Message.Contains("IAsyncQueryProvider"));
}
