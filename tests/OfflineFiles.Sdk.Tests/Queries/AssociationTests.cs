using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Queries;

/// <summary>The table Cases/associations.cases, and what a table cannot say.</summary>
[TestFixture]
public sealed class AssociationTests
{
    private static readonly OfflineFilesItem[] Items = [.. SampleItems.All.Where(item => item.ItemPath is @"\\srv" or @"\\srv\data")];

    private static IEnumerable<TestCaseData> Cases() => CaseFile.Read("associations.cases");

    [TestCaseSource(nameof(Cases))]
    public async Task A_query_answers(string wql, string expected)
    {
        var (cache, _) = Open(Items);
        try
        {
            var rows = await cache.Query(WqlQuery.Parse(wql)).ToListAsync();

            Assert.That(string.Join("; ", rows.Select(Describe)), Is.EqualTo(expected));
        }
        catch (OfflineFilesException error)
        {
            var parts = expected.Split(": ", 2);
            Assert.That((error.GetType().Name, error.Message), Is.EqualTo((parts[0], error.Message)));
            Assert.That(error.Message, Does.Contain(parts.Length > 1 ? parts[1] : expected));
        }
    }

    [Test]
    public async Task The_associations_of_a_cache_are_typed_pairs_with_the_paths_of_both_ends()
    {
        var (cache, _) = Open(Items);

        var pair = (await cache.AssociatedItems.ToListAsync())[1];

        Assert.That((pair.Antecedent, pair.Dependent), Is.EqualTo(("Win32_OfflineFilesCache=@", Items[1].Path)));
        Assert.That(pair.AntecedentPath, Is.EqualTo(WqlObjectPath.Singleton("Win32_OfflineFilesCache")));
        Assert.That(pair.DependentPath.ToString(), Is.EqualTo(@"Win32_OfflineFilesItem.ItemPath=""\\\\srv\\data"""));
        Assert.That(await cache.Query(new WqlAssociatorsQuery(pair.DependentPath)).As<OfflineFilesCacheState>().ToListAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_reference_reads_as_an_object_path()
    {
        var (cache, _) = Open(Items);

        var row = (await cache.Query(new WqlReferencesQuery(WqlObjectPath.Singleton("Win32_OfflineFilesCache"))).FirstOrDefaultAsync())!;

        Assert.That(row["Dependent"], Is.EqualTo(@"Win32_OfflineFilesItem.ItemPath=""\\\\srv"""));
        Assert.That(row.Get<WqlObjectPath>("Dependent")!.Keys.Single().Value, Is.EqualTo(WqlConstant.String(@"\\srv")));
    }

    [Test]
    public async Task Only_the_paths_of_items_are_read_when_only_they_are_needed()
    {
        var (cache, backend) = Open(Items);

        await cache.AssociatedItems.ToListAsync();
        await cache.QueryText("ASSOCIATORS OF {Win32_OfflineFilesCache=@} WHERE KeysOnly").ToListAsync();

        Assert.That(backend.Queries, Is.EqualTo(Enumerable.Repeat("SELECT ItemPath FROM Win32_OfflineFilesItem", 2)));
    }

    [Test]
    public async Task Rows_stream_and_leaving_early_ends_the_stream()
    {
        string[] queries =
        [
            "ASSOCIATORS OF {Win32_OfflineFilesCache=@}", "REFERENCES OF {Win32_OfflineFilesCache=@}", "SELECT * FROM Win32_OfflineFilesAssociatedItems",
        ];
        foreach (var wql in queries)
        {
            var (cache, backend) = Open(Items);

            Assert.That(await cache.Query(WqlQuery.Parse(wql)).FirstOrDefaultAsync(), Is.Not.Null);
            Assert.That((backend.RowsRead, backend.OpenStreams), Is.EqualTo((1, 0)), wql);
        }
    }

    [Test]
    public async Task The_first_item_is_enough_to_know_its_class()
    {
        var (cache, backend) = Open(Items);

        await cache.QueryText("ASSOCIATORS OF {Win32_OfflineFilesCache=@} WHERE ClassDefsOnly").ToListAsync();

        Assert.That((backend.RowsRead, backend.OpenStreams), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task An_empty_cache_has_no_associations_and_no_classes_of_them()
    {
        var (cache, _) = Open([]);

        Assert.That(await cache.AssociatedItems.ToListAsync(), Is.Empty);
        Assert.That(await cache.QueryText("ASSOCIATORS OF {Win32_OfflineFilesCache=@} WHERE ClassDefsOnly").ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task A_definition_of_a_class_is_its_schema()
    {
        var (cache, _) = Open([]);
        var query = cache.Query($"SELECT * FROM meta_class WHERE __Class = {"Win32_OfflineFilesItem"}");

        Assert.That(await query.As<CimClassSchema>().ToListAsync(), Is.EqualTo(new[] { OfflineFilesSchema.Item }));
        Assert.That((await query.FirstOrDefaultAsync())!.Names, Is.EqualTo(OfflineFilesSchema.Item.Properties.Select(property => property.Name)));
        Assert.That((await cache.QueryText("SELECT * FROM meta_class").ToListAsync()).Select(row => row.Instance), Is.EqualTo(OfflineFilesSchema.Classes));
    }

    private static (OfflineFilesCache Cache, InMemoryBackend Backend) Open(OfflineFilesItem[] items)
    {
        var backend = new InMemoryBackend(items, PushdownProfile.Everything) { More = BackendCapabilities.Associations };
        return (new OfflineFilesCache(backend), backend);
    }

    private static string Describe(WqlRow row) => row.Instance switch
    {
        CimClassSchema schema => $"class {schema}",
        OfflineFilesItem item => row.Names.Count == 1 ? $"[{row["ItemPath"]}]" : item.ItemPath,
        OfflineFilesCacheState => row.Names.Count == 0 ? "[cache]" : "cache",
        AssociatedItem pair => $"cache+{pair.Dependent}",
        _ => row.ToString(),
    };
}
