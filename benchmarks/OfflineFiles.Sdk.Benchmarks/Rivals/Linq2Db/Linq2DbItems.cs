using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.Mapping;
using OfflineFiles.Sdk.Benchmarks.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Linq2Db;

/// <summary>The items of an embedded store through linq2db.</summary>
/// <param name="database">The file of the store.</param>
/// <param name="keepsPlans">Whether a query of a shape that was translated before is found in the cache of translations, as it is by default.</param>
internal sealed class Linq2DbItems(string database, bool keepsPlans = true) : IDisposable
{
    private static readonly MappingSchema Schema = MakeSchema();

    private readonly DataConnection _connection = new(
        new DataOptions()
            .UseSQLite($"Data Source={database};Mode=ReadOnly;Pooling=False", SQLiteProvider.Microsoft)
            .UseMappingSchema(Schema)
            .UseDisableQueryCache(!keepsPlans));

    private ITable<RivalItem> Items => _connection.GetTable<RivalItem>();

    public string Translate(long size) => RivalItem.FiveTerms(Items, size).ToSqlQuery().Sql;

    public int Count(long size) => RivalItem.FiveTerms(Items, size).Count();

    public IEnumerable<Row> Rows(long size) => RivalItem.Rows(Items, size);

    public Row? Find(string key) => RivalItem.Find(Items, key);

    public void Dispose() => _connection.Dispose();

    private static MappingSchema MakeSchema()
    {
        var schema = new MappingSchema();
        new FluentMappingBuilder(schema).Entity<RivalItem>()
            .HasTableName("items")
            .Property(i => i.Id).HasColumnName("id").IsPrimaryKey()
            .Property(i => i.ItemPath).HasColumnName("path").IsNotNull()
            .Property(i => i.PathKey).HasColumnName("path_key").IsNotNull()
            .Property(i => i.ParentItemPath).HasColumnName("parent_path").IsNullable()
            .Property(i => i.ItemName).HasColumnName("name").IsNotNull()
            .Property(i => i.ItemType).HasColumnName("item_type")
            .Property(i => i.Pinned).HasColumnName("pinned")
            .Property(i => i.LocalSize).HasColumnName("local_size")
            .Property(i => i.Sparse).HasColumnName("sparse")
            .Build();
        return schema;
    }
}
