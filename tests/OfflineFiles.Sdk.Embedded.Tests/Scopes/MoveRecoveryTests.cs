using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Scopes;

/// <summary>A move that was cut off: the rows are where the share's item is, with all they held, or everything is as it was.</summary>
[TestFixture]
internal sealed class MoveRecoveryTests
{
    [Test]
    public async Task Rows_follow_a_move_that_reached_the_share([Values] bool isDirectory, [Values] bool isShareAway)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"dir\b.txt", "b"));
        await test.PinAsync(isDirectory ? "dir" : "a.txt", PinOptions.Default with { Flags = PinControlFlags.ForAll | PinControlFlags.Fill });
        var (from, to) = isDirectory ? ("dir", "moved") : ("a.txt", "moved.txt");
        await CutOffAsync(test, from, to, () => Directory.Move(test.OnShare(from), test.OnShare(to)), isShareAway);

        Assert.That(await test.HasAsync(from), Is.False);
        Assert.That((await test.ItemAsync(to)).PinInfo!.PinnedForComputer, Is.EqualTo(isDirectory ? PinState.PinnedInherit : PinState.Pinned));
        Assert.That((await test.SyncAsync()).Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged).Or.EqualTo(OutcomeStatus.Skipped));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync(isDirectory ? @"moved\b.txt" : "moved.txt"), Is.EqualTo(isDirectory ? "b" : "a"));
    }

    [Test]
    public async Task Rows_stay_where_the_share_s_item_stayed()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();

        await CutOffAsync(test, "a.txt", "moved.txt", () => { }, isShareAway: false);

        Assert.That((await test.ItemAsync("a.txt")).ChangeInfo!.Dirty, Is.False);
        Assert.That(await test.HasAsync("moved.txt"), Is.False);
    }

    [Test]
    public async Task Another_item_under_the_new_name_is_not_the_one_that_was_moved()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();

        await CutOffAsync(test, "a.txt", "moved.txt", () => test.Put("moved.txt", "somebody else's"), isShareAway: false);

        Assert.That(await test.HasAsync("moved.txt"), Is.False);
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
    }

    /// <summary>What a process leaves that ended between the record of a move and the commit of its rows.</summary>
    private static async Task CutOffAsync(TestCache test, string from, string to, Action onShare, bool isShareAway)
    {
        await test.Backend.DisposeAsync();
        using (var store = CacheStore.Open(test.CacheDirectory))
        {
            var row = await store.FindAsync(TestCache.At(from), CancellationToken.None);
            await store.WriteAsync(
                transaction => transaction.AddIntent(new Intent(IntentKind.Move, row!.Path, row.BaseToken) { Target = TestCache.At(to), Session = store.Session }),
                CancellationToken.None);
        }

        onShare();
        if (isShareAway)
        {
            test.LoseShare();
            await test.StartAsync();
            Assert.That(await test.HasAsync(from), Is.True, "nobody can tell yet");
            test.BringShareBack();
            Assert.That((await test.OnlineAsync()).Succeeded, Is.True);
        }
        else
        {
            await test.StartAsync();
        }
    }
}
