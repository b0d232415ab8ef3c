using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Contoso.Catalogue;

/// <summary>A database of an application: for each document its path and who answers for it. It lives in memory while it is open.</summary>
internal sealed class CatalogueContext : DbContext
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public DbSet<Document> Documents => Set<Document>();

    public static async Task<CatalogueContext> OpenAsync()
    {
        var context = new CatalogueContext();
        await context._connection.OpenAsync();
        await context.Database.EnsureCreatedAsync();
        context.AddRange(
            new Document { Path = @"\\srv\docs\readme.txt", Owner = "Ada" },
            new Document { Path = @"\\srv\docs\plans\2024.txt", Owner = "Ada" },
            new Document { Path = @"\\srv\docs\gone.txt", Owner = "Grace" });
        await context.SaveChangesAsync();
        return context;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _connection.DisposeAsync();
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(_connection);
}

internal sealed class Document
{
    public int Id { get; set; }

    public required string Path { get; set; }

    public required string Owner { get; set; }
}
