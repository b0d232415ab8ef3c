using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Histories;
using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>
/// A file that was made offline is deleted, or moved away, while a synchronisation sends it: it is gone here at once, and on the share with the next
/// synchronisation.
/// </summary>
[TestFixture]
internal sealed class DeletedWhileSentTests
{
    [Test]
    public async Task Its_name_is_free_at_once([Values] bool isMoved)
    {
        await using var rig = await OpenAsync();
        var hasEnded = false;
        var anew = Task.CompletedTask;
        rig.Share.OnCall = call =>
        {
            // No other call gets to the share before this one ends: what is asked for is done here.
            if (call.Operation != MemoryOperation.Write || hasEnded) return null;
            anew = MakeAnewAsync(rig, isMoved);
            hasEnded = anew.Wait(TimeSpan.FromSeconds(10));
            rig.Share.OnCall = null;
            return null;
        };

        await rig.SyncAsync();
        await anew;
        var report = await rig.SyncAsync();

        Assert.That(hasEnded, Is.True, "nothing was asked of the share");
        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        Assert.That(rig.Share.Users.Read("n"), Is.EqualTo("second"));
        Assert.That(rig.Share.Users.Read("m"), Is.EqualTo(isMoved ? "first" : null));
    }

    [Test]
    public async Task At_whichever_call_it_is_deleted_it_does_not_come_back()
    {
        var wasUnderWay = false;
        for (var number = 1; ; number++)
        {
            await using var rig = await OpenAsync();
            rig.Share.ResetCounters();
            var (isDeleted, isUnderWay) = (false, false);
            rig.Share.OnCall = call =>
            {
                if (call.Number != number) return null;
                using var connection = DatabaseFile.OpenReader(rig.CacheDirectory);
                isUnderWay = connection.Intents().Count > 0;
                isDeleted = isUnderWay || rig.Share.Users.Read("n") is null;
                // As above: another call would wait for this one.
                if (isDeleted) rig.DeleteAsync("n").GetAwaiter().GetResult();
                return null;
            };

            await rig.SyncAsync();
            rig.Share.OnCall = null;
            wasUnderWay |= isUnderWay;
            // It was sent before.
            if (!isDeleted) break;
            if (!isUnderWay) Assert.That(rig.Share.Users.Read("n"), Is.Null, $"deleted at call {number}: what had not begun is not done");
            var report = await rig.SyncAsync();

            Assert.That(report.Succeeded, Is.True, $"deleted at call {number}: {string.Join('\n', report.Outcomes)}");
            Assert.That(rig.Share.Users.Tree().Keys, Is.EqualTo(new[] { "anchor" }), $"deleted at call {number}");
            Assert.That((await rig.TreeAsync()).Keys, Is.EqualTo(new[] { "anchor" }), $"deleted at call {number}");
        }

        Assert.That(wasUnderWay, Is.True, "it was never deleted in the middle");
    }

    private static async Task<EngineRig> OpenAsync()
    {
        var rig = await EngineRig.OpenAsync(MemoryTraits.Local, seed: 1, ("anchor", "x"));
        await rig.PinAsync();
        await rig.OfflineAsync();
        await rig.WriteAsync("n", "first");
        await rig.OnlineAsync();
        return rig;
    }

    private static async Task MakeAnewAsync(EngineRig rig, bool isMoved)
    {
        if (isMoved) await rig.MoveAsync("n", "m");
        else await rig.DeleteAsync("n");
        await using var writer = await rig.Files.OpenWriteAsync(EngineRig.At("n"), FileWriteMode.CreateNew, CancellationToken.None);
        await writer.WriteAsync("second"u8.ToArray());
        await writer.CommitAsync();
    }
}
