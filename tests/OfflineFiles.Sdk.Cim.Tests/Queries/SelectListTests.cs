using NSubstitute;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Queries;

/// <summary>What is asked for when the caller reads some members, and what the rows then hold.</summary>
public sealed class SelectListTests
{
    [Test]
    public async Task Plain_members_travel_alone_whether_the_server_heeds_the_list_or_not([Values] bool listIsIgnored)
    {
        var (backend, provider) = Backends.OverDouble(options: new ProviderDoubleOptions { SelectListIsIgnored = listIsIgnored });
        await using var cache = new OfflineFilesCache(backend);

        var names = await cache.Items.Where(i => i.PinInfo!.Pinned).Select(i => new { i.ItemName, i.Sparse }).ToListAsync();

        Assert.That(
            names, Is.EqualTo(new[] { new { ItemName = "plans", Sparse = (bool?)null }, new { ItemName = "2024.xlsx", Sparse = (bool?)true } }));
        Assert.That(
            provider.Queries, Is.EqualTo(new[] { "SELECT ItemPath, ItemName, Sparse FROM Win32_OfflineFilesItem WHERE PinInfo.Pinned = TRUE" }));
        Assert.That(
            cache.Items.Where(i => i.PinInfo!.Pinned).Select(i => new { i.ItemName, i.Sparse }).Explain().Requests, Is.EqualTo(provider.Queries));
    }

    [Test]
    public async Task An_info_object_is_never_listed_because_it_may_come_back_empty()
    {
        var (backend, provider) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);

        var pins = await cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File).Select(i => new { i.ItemName, i.PinInfo }).ToListAsync();

        Assert.That(pins.Single().PinInfo, Is.EqualTo(SampleItems.File.PinInfo));
        Assert.That(provider.Queries, Is.EqualTo(new[] { "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0" }));
    }

    [Test]
    public async Task What_only_the_library_tells_is_in_no_list_and_no_clause_that_is_sent([Values] bool isOmi)
    {
        var inConflict = new OfflineFilesItem(@"\\srv\docs\both.txt", OfflineFilesItemType.File)
        {
            ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.NeedToSyncItem },
        };
        OfflineFilesItem[] items = [.. SampleItems.All, inConflict];
        var (windows, omi) = (Backends.OverDouble(items), Backends.OverOmi(items));
        await using var cache = new OfflineFilesCache(isOmi ? omi.Backend : windows.Backend);
        var sent = isOmi ? omi.Server.Queries : windows.Provider.Queries;

        Assert.That(await cache.Items.Where(i => i.InConflict == true).Select(i => i.ItemName).ToListAsync(), Is.EqualTo(new[] { "both.txt" }));
        Assert.That(await cache.Items.Select(i => i.InConflict).ToListAsync(), Has.Exactly(1).True.And.Exactly(4).Null);
        Assert.That(await cache.Items.OrderBy(i => i.InConflict).CountAsync(), Is.EqualTo(5));
        Assert.That(
            (await cache.Query($"SELECT ItemName, InConflict FROM Win32_OfflineFilesItem WHERE InConflict = TRUE AND ItemType = 0").ToListAsync())
                .Select(row => (row["ItemName"], row["InConflict"])),
            Is.EqualTo(new[] { ((object?)"both.txt", (object?)true) }));
        Assert.That(await cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE NOT InConflict = TRUE").ToListAsync(), Is.Empty, "NULL is not false");

        Assert.That(sent, Is.Not.Empty.And.None.Contains("InConflict"));
        await Assert.ThatAsync(
            () => cache.Items.WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Throw }).Where(i => i.InConflict == true).ToListAsync(),
            Throws.TypeOf<QueryTranslationException>().With.Message.Contains("Win32_OfflineFilesItem has no property InConflict: the library tells it of the rows"));
    }

    [Test]
    public async Task A_list_that_goes_round_the_planner_is_asked_for_in_the_same_way()
    {
        var (backend, provider) = Backends.OverDouble();
        await using var owned = backend;
        var query = Query("ItemType = 0").WithProperties(new WqlProperty("ItemPath"), new WqlProperty("PinInfo", "Pinned"));

        var item = (await backend.QueryItemsAsync(query, default).ToListAsync()).Single();

        Assert.That(provider.Queries, Is.EqualTo(new[] { "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0" }));
        Assert.That((item.PinInfo, item.LoadedMembers, item.Origin), Is.EqualTo((SampleItems.File.PinInfo, ItemMembers.All, query.ToString())));
    }

    [Test]
    public async Task What_was_not_listed_is_not_loaded_and_never_a_silent_null()
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { SelectListIsIgnored = true });
        await using var owned = backend;

        var item = (await backend.QueryItemsAsync(Query("ItemType = 0").WithProperties(new WqlProperty("ItemName")), default).ToListAsync()).Single();

        Assert.That((item.ItemName, item.LoadedMembers), Is.EqualTo(("2024.xlsx", ItemMembers.ItemPath | ItemMembers.ItemName)));
        Assert.That(
            () => item.PinInfo,
            Throws.TypeOf<MemberNotLoadedException>().With.Message.Contains("SELECT ItemName FROM Win32_OfflineFilesItem WHERE ItemType = 0"));
    }

    [Test]
    public async Task Only_where_nothing_but_paths_of_all_items_is_wanted_the_server_is_told_so()
    {
        List<CimQuery> sent = [];
        var transport = Substitute.For<ICimTransport>();
        var provider = new ProviderDouble(new FixedRowsBackend(SampleItems.All));
        transport.QueryAsync(Arg.Do<CimQuery>(sent.Add), Arg.Any<CancellationToken>()).Returns(
            call => provider.QueryAsync(call.Arg<CimQuery>(), default));
        await using var cache = new OfflineFilesCache(Backends.Over(transport));

        Assert.That(await cache.Items.CountAsync(), Is.EqualTo(4));
        Assert.That(await cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File).CountAsync(), Is.EqualTo(1));
        Assert.That(await cache.Items.Select(i => i.ItemName).FirstAsync(), Is.EqualTo("srv"));

        Assert.That(sent, Is.EqualTo(new[]
        {
            new CimQuery("SELECT ItemPath FROM Win32_OfflineFilesItem", KeysOnly: true),
            new CimQuery("SELECT ItemPath FROM Win32_OfflineFilesItem WHERE ItemType = 0"),
            new CimQuery("SELECT ItemPath, ItemName FROM Win32_OfflineFilesItem"),
        }));
    }

    [Test]
    public async Task A_look_up_brings_the_whole_item()
    {
        var (backend, provider) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);

        Assert.That(
            await cache.Items.Where(i => i.ItemPath == SampleItems.File.ItemPath).Select(i => i.ItemName).FirstAsync(), Is.EqualTo("2024.xlsx"));
        Assert.That((provider.Queries, provider.LookUps), Is.EqualTo((new List<string>(), new List<string> { SampleItems.File.ItemPath })));
    }

    private static WqlSelectQuery Query(string where) => new("Win32_OfflineFilesItem", WqlPredicate.Parse(where));
}
