using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using OfflineFiles.Sdk.Benchmarks.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.EFCore;

/// <summary>The items of an embedded store through Entity Framework Core.</summary>
/// <param name="database">The file of the store.</param>
/// <param name="keepsPlans">Whether a query of a shape that was translated before is found in the cache of translations, as it is by default.</param>
internal sealed class EFCoreItems(string database, bool keepsPlans = true) : DbContext
{
    private readonly MemoryCache? _nothing = keepsPlans ? null : new MemoryCache(new MemoryCacheOptions { SizeLimit = 0 });

    private DbSet<RivalItem> Items => Set<RivalItem>();

    public string Translate(long size) => RivalItem.FiveTerms(Items, size).ToQueryString();

    public int Count(long size) => RivalItem.FiveTerms(Items, size).Count();

    public IEnumerable<Row> Rows(long size) => RivalItem.Rows(Items.AsNoTracking(), size);

    public Row? Find(string key) => RivalItem.Find(Items.AsNoTracking(), key);

    public override void Dispose()
    {
        base.Dispose();
        _nothing?.Dispose();
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        optionsBuilder.UseSqlite($"Data Source={database};Mode=ReadOnly;Pooling=False");
        if (_nothing is not null) optionsBuilder.UseMemoryCache(_nothing);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<RivalItem>(item =>
    {
        item.ToTable("items");
        item.HasKey(i => i.Id);
        item.HasAlternateKey(i => i.PathKey);
        item.Property(i => i.Id).HasColumnName("id");
        item.Property(i => i.ItemPath).HasColumnName("path");
        item.Property(i => i.PathKey).HasColumnName("path_key");
        item.Property(i => i.ParentItemPath).HasColumnName("parent_path");
        item.Property(i => i.ItemName).HasColumnName("name");
        item.Property(i => i.ItemType).HasColumnName("item_type");
        item.Property(i => i.Pinned).HasColumnName("pinned");
        item.Property(i => i.LocalSize).HasColumnName("local_size");
        item.Property(i => i.Sparse).HasColumnName("sparse");
    });
}
