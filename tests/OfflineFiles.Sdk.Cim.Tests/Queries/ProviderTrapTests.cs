using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Queries;

/// <summary>The trap of the Windows provider, as the double has it, and that the backend never walks into it.</summary>
public sealed class ProviderTrapTests
{
    private static readonly UncPath FilePath = SampleItems.File.Path;

    [TestCase(@"ItemPath <> '\\\\srv'", 0, Description = "the very item is looked up, then filtered away")]
    [TestCase(@"ItemPath = '\\\\srv' OR ItemType = 2", 1, Description = "only the looked-up item is seen; the share would match too")]
    [TestCase(@"NOT ItemPath = '\\\\srv'", 0)]
    [TestCase(@"ItemType = 2 OR ParentItemPath = '\\\\srv\\docs'", 1, Description = "only children of the named parent are seen")]
    [TestCase(@"ItemPath = '\\\\srv' AND ItemType = 3", 1, Description = "ANDed equality is safe")]
    [TestCase(@"ParentItemPath = '\\\\srv' AND ItemType = 2", 1)]
    [TestCase(@"ParentItemPath = ''", 0, Description = "the root is enumerated, but NULL is not the empty string")]
    [TestCase("PinInfo.Pinned = TRUE", 2, Description = "embedded names are only filtered")]
    [TestCase("NOT PinInfo.Pinned = TRUE", 1, Description = "NULL info objects match neither way")]
    public async Task The_first_term_on_a_path_decides_where_the_provider_looks(string where, int rows)
    {
        await using var provider = new ProviderDouble(new FixedRowsBackend(SampleItems.All));

        Assert.That(await CountAsync(provider, $"SELECT * FROM Win32_OfflineFilesItem WHERE {where}"), Is.EqualTo(rows));
    }

    [TestCase(@"ItemType = 2 OR ParentItemPath = '\\\\srv'", false, 1, Description = "the share, and nothing else, is a child of the server")]
    [TestCase(@"ItemType = 0 OR ParentItemPath = '\\\\srv'", true, 2, Description = "the file far below is seen too")]
    [TestCase(@"ParentItemPath = '\\\\srv'", true, 1, Description = "WMI filters what lies deeper away again")]
    public async Task A_container_may_open_with_its_children_or_with_all_below(string where, bool opensSubtrees, int rows)
    {
        await using var provider = new ProviderDouble(
            new FixedRowsBackend(SampleItems.All), new ProviderDoubleOptions { OpensSubtrees = opensSubtrees });

        Assert.That(await CountAsync(provider, $"SELECT * FROM Win32_OfflineFilesItem WHERE {where}"), Is.EqualTo(rows));
    }

    [TestCase("ItemPath IS NULL", NativeCodes.WmiInvalidParameter)]
    [TestCase("ParentItemPath IS NOT NULL", NativeCodes.WmiInvalidParameter)]
    [TestCase(@"ItemPath = '\\\\srv\\gone'", NativeCodes.WmiNotFound)]
    [TestCase(@"ParentItemPath = '\\\\srv\\gone' AND ItemType = 0", NativeCodes.WmiNotFound)]
    [TestCase(@"ItemPath LIKE '\\\\srv\\docs%'", NativeCodes.WmiNotFound, Description = "the pattern is looked up as a path")]
    [TestCase("NoSuchName = 1", NativeCodes.WmiInvalidQuery)]
    public async Task Some_terms_on_a_path_make_the_provider_fail(string where, int code)
    {
        await using var provider = new ProviderDouble(new FixedRowsBackend(SampleItems.All));

        await Assert.ThatAsync(
            () => CountAsync(provider, $"SELECT * FROM Win32_OfflineFilesItem WHERE {where}"),
            Throws.TypeOf<CimTransportException>().With.Property("NativeCode").EqualTo(code));
    }

    [TestCase(@"ItemPath LIKE '\\\\srv%'")]
    [TestCase(@"ItemPath <> '\\\\srv'")]
    [TestCase(@"NOT ItemPath = '\\\\srv'")]
    [TestCase(@"ItemPath = '\\\\srv' OR ItemType = 2")]
    [TestCase("ParentItemPath IS NULL")]
    [TestCase("ParentItemPath = ''")]
    [TestCase(@"ItemType = 0 AND ParentItemPath LIKE '%docs'")]
    public async Task The_backend_refuses_to_send_what_the_provider_answers_wrongly(string where)
    {
        var (backend, provider) = Backends.OverDouble();
        await using var owned = backend;

        Assert.That(
            () => backend.QueryItemsAsync(Query(where), default),
            Throws.TypeOf<QueryTranslationException>().With.Message.Contains("Windows provider"));
        Assert.That(provider.Queries, Is.Empty);
    }

    [Test]
    public async Task Equality_on_the_key_alone_is_a_look_up_and_no_query()
    {
        var (backend, provider) = Backends.OverDouble();
        await using var owned = backend;

        var found = await backend.QueryItemsAsync(Query(@"ItemPath = '\\\\SRV\\docs\\plans\\2024.XLSX'"), default).ToListAsync();

        Assert.That(found, Is.EqualTo(new[] { SampleItems.File }));
        Assert.That((provider.Queries.Count, provider.LookUps), Is.EqualTo((0, new List<string> { @"\\SRV\docs\plans\2024.XLSX" })));
    }

    [TestCase(@"ItemPath = '\\\\srv\\gone'")]
    [TestCase(@"ItemPath = '\\\\srv\\gone' AND ItemType = 0")]
    [TestCase(@"ParentItemPath = '\\\\srv\\gone'")]
    public async Task A_path_that_is_not_in_the_cache_is_an_empty_answer(string where)
    {
        var (backend, _) = Backends.OverDouble();
        await using var owned = backend;

        Assert.That(await backend.QueryItemsAsync(Query(where), default).ToListAsync(), Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_lies_below_a_path_is_asked_for_container_by_container(bool opensSubtrees)
    {
        var (backend, provider) = Backends.OverDouble(options: new ProviderDoubleOptions { OpensSubtrees = opensSubtrees });
        await using var cache = new OfflineFilesCache(backend);

        Assert.That(
            await cache.Items.Where(i => i.IsUnder(SampleItems.Share.Path)).ToListAsync(),
            Is.EqualTo(new[] { SampleItems.Directory, SampleItems.File }));
        Assert.That(provider.Queries, Is.EqualTo(new[]
        {
            @"SELECT * FROM Win32_OfflineFilesItem WHERE ParentItemPath = '\\\\srv\\docs'",
            @"SELECT * FROM Win32_OfflineFilesItem WHERE ParentItemPath = '\\\\srv\\docs\\plans'",
        }));
    }

    [Test]
    public async Task An_item_is_found_by_its_path_and_a_missing_one_is_null()
    {
        var (backend, _) = Backends.OverDouble();
        await using var owned = backend;

        Assert.That((await backend.FindItemAsync(FilePath, default))!.FileSysInfo, Is.EqualTo(SampleItems.File.FileSysInfo));
        Assert.That(await backend.FindItemAsync(FilePath.Append("gone"), default), Is.Null);
    }

    [Test]
    public async Task The_state_is_read_off_the_cache_object()
    {
        var (backend, _) = Backends.OverDouble();
        await using var owned = backend;

        Assert.That(
            await backend.GetStateAsync(default),
            Is.EqualTo(new OfflineFilesCacheState { Enabled = true, Active = true, Location = @"C:\Windows\CSC" }));
    }

    private static WqlSelectQuery Query(string where) => new("Win32_OfflineFilesItem", WqlPredicate.Parse(where));

    private static async Task<int> CountAsync(ProviderDouble provider, string wql)
    {
        var count = 0;
        await foreach (var _ in provider.QueryAsync(new CimQuery(wql), default)) count++;
        return count;
    }
}
