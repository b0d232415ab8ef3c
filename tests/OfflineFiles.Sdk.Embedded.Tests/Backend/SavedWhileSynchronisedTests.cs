using OfflineFiles.Sdk.Embedded.Tests.Histories;
using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>
/// A program saves a file at any moment of a synchronisation that was decided before: what it was told is saved is what the file holds here, and goes to
/// the share or waits as a conflict.
/// </summary>
[TestFixture]
internal sealed class SavedWhileSynchronisedTests
{
    private const string Mine = "saved meanwhile";

    [TestCase("edited there")]
    [TestCase("touched there")]
    [TestCase("deleted there")]
    [TestCase("edited here")]
    [TestCase("edited on both sides")]
    [TestCase("made here")]
    [TestCase("deleted here")]
    [TestCase("deleted here and edited there")]
    [TestCase("a directory there")]
    public async Task What_was_saved_is_there_and_is_sent(string before)
    {
        var saved = 0;
        var hasCome = true;
        for (var at = 1; hasCome; at++)
        {
            hasCome = false;
            await using var rig = await EngineRig.OpenAsync(MemoryTraits.Local, seed: 1, ("anchor", "x"), ("d/f", "old"));
            await rig.PinAsync();
            await rig.OfflineAsync();
            if (before.StartsWith("edited", StringComparison.Ordinal) && before != "edited there") await rig.WriteAsync("d/f", "mine before");
            if (before.StartsWith("deleted here", StringComparison.Ordinal)) await rig.DeleteAsync("d/f");
            var path = before == "made here" ? "d/n" : "d/f";
            if (before == "made here") await rig.WriteAsync(path, "mine before");
            await using var writer = await rig.Files.OpenWriteAsync(EngineRig.At(path), FileWriteMode.CreateOrReplace, CancellationToken.None);
            await writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Mine));
            await rig.OnlineAsync();
            if (before is "edited there" or "edited on both sides" or "deleted here and edited there") rig.Share.Users.Write(path, "theirs");
            if (before == "touched there") rig.Share.Users.Touch(path);
            if (before is "deleted there" or "a directory there") rig.Share.Users.Delete(path);
            if (before == "a directory there") rig.Share.Users.Write($"{path}/below", "theirs");

            rig.Share.ResetCounters();
            var isSaved = false;
            rig.Share.OnCall = call =>
            {
                if (call.Number != at) return null;
                hasCome = true;
                // No other call gets to the share before this one ends: it is saved here.
                isSaved = SaveAsync(writer).Wait(TimeSpan.FromSeconds(10)) && IsSaved;
                return null;
            };
            await rig.SyncAsync();
            rig.Share.OnCall = null;
            if (!isSaved) continue;
            saved++;
            var where = $"saved at call {at}";
            Assert.That(await rig.ReadAsync(EngineRig.At(path)), Is.EqualTo(Mine), where);
            await rig.SyncAsync();
            Assert.That(await rig.ReadAsync(EngineRig.At(path)), Is.EqualTo(Mine), where);
            await rig.OfflineAsync();
            Assert.That(await rig.ReadAsync(EngineRig.At(path)), Is.EqualTo(Mine), where);
            if (before is "edited here" or "made here" or "touched there") Assert.That(rig.Share.Users.Read(path), Is.EqualTo(Mine), where);
            if (before == "edited there") Assert.That(rig.Share.Users.Read(path), Is.EqualTo("theirs").Or.EqualTo(Mine), where);
        }

        Assert.That(saved, Is.Positive);
    }

    private bool IsSaved { get; set; }

    private async Task SaveAsync(CachedFileWriter writer)
    {
        IsSaved = false;
        try
        {
            await writer.CommitAsync().ConfigureAwait(false);
            IsSaved = true;
        }
        catch (OfflineFilesException)
        {
            // It was refused, and is nowhere.
        }
    }
}
