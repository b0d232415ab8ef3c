using OfflineFiles.Sdk.Embedded.Tests.Histories;

namespace OfflineFiles.Sdk.Embedded.Tests.Faults;

/// <summary>Something that is done while each of its calls fails once.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Prepare">What comes before it, without a fault.</param>
/// <param name="Act">What is done; done again when it failed, as a user would.</param>
/// <param name="Conflicts">How many conflicts it ends in.</param>
internal sealed record Scenario(string Name, Func<EngineRig, Task> Prepare, Func<EngineRig, Task> Act, int Conflicts = 0)
{
    private static readonly (string, string)[] Files =
        [("anchor", "anchor, of some length"), ("a", "version 1"), ("d/a", "version 2"), ("d/e/a", "version 3")];

    public static readonly Scenario[] All =
    [
        new("Pin and fill", _ => Task.CompletedTask, rig => rig.PinAsync()),
        new("Take an offline edit out", rig => OfflineAsync(rig, () => rig.WriteAsync("a", "mine, and longer than it was")), SyncAsync),
        new("Bring an edit in", rig => PinnedAsync(rig, () => rig.Share.Users.Write("d/a", "theirs, and longer than it was")), SyncAsync),
        new("Take a new tree out", rig => OfflineAsync(rig, async () =>
        {
            await rig.MakeDirectoryAsync("n");
            await rig.MakeDirectoryAsync("n/m");
            await rig.WriteAsync("n/m/x", "new");
            await rig.WriteAsync("n/y", "new too");
        }), SyncAsync),
        new("Take deletions out", rig => OfflineAsync(rig, async () =>
        {
            await rig.DeleteAsync("d/e/a");
            await rig.DeleteAsync("d/e");
            await rig.DeleteAsync("a");
        }), SyncAsync),
        new("Bring deletions in", rig => PinnedAsync(rig, () => rig.Share.Users.Delete("d") && rig.Share.Users.Delete("a")), SyncAsync),
        new("Find a conflict", rig => OfflineAsync(rig, async () =>
        {
            await rig.WriteAsync("a", "mine");
            rig.Share.Users.Write("a", "theirs");
        }), SyncAsync, Conflicts: 1),
        new("Write online", rig => PinnedAsync(rig, () => true), rig => rig.WriteAsync("a", "written through")),
        new("Create online", rig => PinnedAsync(rig, () => true), rig => rig.WriteAsync("new", "created through")),
        new("Delete online", rig => PinnedAsync(rig, () => true), rig => rig.DeleteAsync("d/e/a")),
        new("Move online", rig => PinnedAsync(rig, () => true), rig => rig.MoveAsync("a", "d/moved")),
        new("Take a move out", rig => OfflineAsync(rig, () => rig.MoveAsync("a", "d/moved")), SyncAsync),
        new("Take a directory's move out", rig => OfflineAsync(rig, () => rig.MoveAsync("d", "moved")), SyncAsync),
        new("Take a change of kind out", rig => OfflineAsync(rig, async () =>
        {
            await rig.DeleteAsync("d/e/a");
            await rig.DeleteAsync("d/e");
            await rig.WriteAsync("d/e", "a file now");
        }), SyncAsync, Conflicts: 1),
        new("Let go", rig => PinnedAsync(rig, () => true), async rig =>
        {
            (await rig.UnpinAsync()).ThrowIfFailed();
            (await rig.DeleteItemsAsync("d/e/a")).ThrowIfFailed();
        }),
        new("Recover", async rig =>
        {
            await OfflineAsync(rig, () => rig.WriteAsync("a", "mine, and longer than it was"));
            rig.Share.OnCall = call =>
            {
                // The old version is aside or exchanged, and not removed yet.
                if (call.Operation == Memory.MemoryOperation.Unlink) rig.Kill();
                return null;
            };
            await EnsureAsync(SyncAsync(rig));
            rig.Share.OnCall = null;
        }, async rig =>
        {
            await rig.ReviveAsync();
            await SyncAsync(rig);
        }),
    ];

    public static (string, string)[] FirstFiles => Files;

    public override string ToString() => Name;

    private static Task SyncAsync(EngineRig rig) => rig.SyncAsync();

    private static async Task PinnedAsync(EngineRig rig, Func<bool> change)
    {
        await rig.PinAsync();
        rig.Time.Advance(TimeSpan.FromHours(1));
        Assert.That(change(), Is.True);
        rig.Time.Advance(TimeSpan.FromHours(1));
    }

    private static async Task OfflineAsync(EngineRig rig, Func<Task> edit)
    {
        await rig.PinAsync();
        await rig.OfflineAsync();
        rig.Time.Advance(TimeSpan.FromHours(1));
        await edit();
        rig.Time.Advance(TimeSpan.FromHours(1));
        await rig.OnlineAsync();
    }

    /// <summary>An engine that is being killed may say what it likes.</summary>
    private static async Task EnsureAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OfflineFilesException)
        {
        }
    }
}
