using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

/// <summary>
/// That an item is in conflict is a fact of its own (<see cref="OfflineFilesItem.InConflict"/>): it is found by it in C# and in WQL, and a backend that
/// knows it tells it whatever the connection of the share is. A server that gives one reason of being offline tells it while that is the reason.
/// </summary>
public abstract class ConflictConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    private static readonly WqlPredicate IsInConflict = WqlPredicate.Parse("InConflict = TRUE");

    [Test]
    public async Task A_conflict_is_found_by_itself_and_by_its_reason()
    {
        await MakeConflictAsync();

        Assert.That(await FoundAsync(), Is.EqualTo(new[] { CacheScene.Plan2024.ToString() }));
        Assert.That(await FoundByTextAsync(), Is.EqualTo(new[] { CacheScene.Plan2024.ToString() }));
        var item = await Scene.FindAsync(CacheScene.Plan2024);
        Assert.That(
            (item.InConflict, item.ConnectionInfo),
            Is.EqualTo((true, new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.NeedToSyncItem })));
    }

    [Test]
    public async Task A_conflict_is_not_masked_by_its_share_that_goes_offline_and_comes_back()
    {
        await MakeConflictAsync();

        await Cache.TransitionOfflineAsync(CacheScene.Share);
        var (found, byText, item) = (await FoundAsync(), await FoundByTextAsync(), await Scene.FindAsync(CacheScene.Plan2024));
        await Cache.TransitionOnlineAsync(CacheScene.Share);

        Assert.That((found.Count, byText.Count, item.InConflict), Is.EqualTo(World.KnowsConflicts ? (1, 1, (bool?)true) : (0, 0, null)));
        Assert.That(item.ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.WorkingOffline), "the reason keeps its documented meaning");
        Assert.That(await FoundAsync(), Has.Count.EqualTo(1), "the share is online again");
    }

    [Test]
    public async Task An_item_without_a_conflict_is_said_to_have_none_by_a_backend_that_knows_and_nothing_by_another()
    {
        await MakeConflictAsync();

        var others = (await Cache.Items.ToListAsync()).Where(item => item.ItemPath != CacheScene.Plan2024.ToString()).ToList();
        foreach (var item in others)
            Assert.That(item.InConflict, Is.EqualTo(World.KnowsConflicts && item.ItemType != OfflineFilesItemType.Server ? false : (bool?)null), item.ToString());
        Assert.That(await Cache.Items.CountAsync(item => item.InConflict != true), Is.EqualTo(others.Count), "not in conflict, as far as is known");
        Assert.That(
            await Cache.Items.CountAsync(item => item.InConflict == null), Is.EqualTo(others.Count(item => item.InConflict is null)), "not known");
    }

    [Test]
    public async Task It_is_selected_and_grouped_like_any_other_member()
    {
        await MakeConflictAsync();

        Assert.That(
            await Cache.Items.Where(item => item.ItemName == "2024.txt").Select(item => item.InConflict).ToListAsync(), Is.EqualTo(new bool?[] { true }));
        Assert.That(
            (await Cache.Items.GroupBy(item => item.InConflict).Select(group => new { group.Key, Count = group.Count() }).ToListAsync())
                .Single(group => group.Key == true).Count,
            Is.EqualTo(1));
    }

    [Test]
    public async Task A_server_that_does_not_have_the_property_is_never_sent_its_name()
    {
        await MakeConflictAsync();
        var query = Cache.Items.Where(item => item.InConflict == true).Select(item => new { item.ItemName, item.InConflict });
        var verdict = Scene.Backend.Pushdown.Judge(IsInConflict);

        Assert.That(verdict.IsAllowed, Is.EqualTo(World.KnowsConflicts));
        Assert.That(query.Explain().Requests, World.KnowsConflicts ? Has.Some.Contains("InConflict") : Has.None.Contains("InConflict"));
        if (World.KnowsConflicts) return;
        Assert.That(verdict.Reason, Is.EqualTo("Win32_OfflineFilesItem has no property InConflict: the library tells it of the rows"));
        await Assert.ThatAsync(
            async () =>
            {
                await foreach (var _ in Scene.Backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem", IsInConflict), CancellationToken.None))
                {
                }
            },
            Throws.TypeOf<QueryTranslationException>().With.Message.Contains(verdict.Reason!));
    }

    private async Task MakeConflictAsync()
    {
        await Cache.PinAsync(CacheScene.Share);
        await Cache.TransitionOfflineAsync(CacheScene.Share);
        await Scene.WriteLocallyAsync(CacheScene.Plan2024, "changed here");
        await Scene.WriteOnShareAsync(CacheScene.Plan2024, "changed there, too");
        await Cache.TransitionOnlineAsync(CacheScene.Share);
        await Cache.SynchronizeAsync(CacheScene.Share);
    }

    private Task<List<string>> FoundAsync() => Cache.Items.Where(item => item.InConflict == true).Select(item => item.ItemPath).ToListAsync();

    private async Task<List<string?>> FoundByTextAsync() =>
        [.. (await Cache.Query($"SELECT ItemPath FROM Win32_OfflineFilesItem WHERE InConflict = TRUE").ToListAsync()).Select(row => row.Get<string>("ItemPath"))];
}
