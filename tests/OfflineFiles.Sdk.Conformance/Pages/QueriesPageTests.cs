using Microsoft.EntityFrameworkCore;
using OfflineFiles.Sdk;
using CacheQueries = OfflineFiles.Sdk.Linq.OfflineFilesQueryableExtensions;

namespace Documentation.Pages;

/// <summary>That a file with the usings on the page queries a database and a cache, and nothing in it is ambiguous.</summary>
[TestFixture]
public sealed class QueriesPageTests
{
    private static readonly DocumentPage Page = new("queries.md", "```csharp beside Entity Framework Core");

    [Test]
    public void The_code_beside_Entity_Framework_Core_is_code_that_compiles() => Assert.That(Page.Code, Is.EqualTo(Page.CodeOfTest));

    [Test]
    public void The_usings_on_the_page_are_enough() => Assert.That(Page.Usings, Is.EquivalentTo(Page.UsingsOfTest));

    internal static async Task AskBothAsync(CatalogueContext database, OfflineFilesCache cache)
    {
        // <page>
        var known = await database.Documents.Select(document => document.Path).ToListAsync();
        var unknown = cache.Items.Where(item => item.ItemType == OfflineFilesItemType.File && !known.Contains(item.ItemPath));

        Console.WriteLine(await CacheQueries.CountAsync(unknown));
        await foreach (var item in CacheQueries.AsAsyncEnumerable(unknown)) Console.WriteLine(item);
        // </page>
    }

    internal sealed class CatalogueContext : DbContext
    {
        public DbSet<Document> Documents => Set<Document>();
    }

    internal sealed class Document
    {
        public int Id { get; set; }

        public required string Path { get; set; }
    }
}
