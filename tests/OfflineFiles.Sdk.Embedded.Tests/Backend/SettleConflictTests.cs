using System.Collections.Concurrent;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>
/// Settling a recorded conflict on one side. Each row of the table is a way that a person would try: how the conflict came to be, what is done then and
/// on which side, and where the bytes are after the next synchronisation (here and on the share; null: nowhere).
/// </summary>
[TestFixture]
internal sealed class SettleConflictTests
{
    private static readonly object?[][] Ways =
    [
        // Edited on both sides.
        ["edit|edit", "delete mine", "theirs", "theirs"],
        ["edit|edit", "revert mine", "theirs", "theirs"],
        ["edit|edit", "delete mine and write the old version", "theirs", "theirs"],
        ["edit|edit", "rename mine", "theirs", "theirs"],
        ["edit|edit", "move mine to another directory", "theirs", "theirs"],
        ["edit|edit", "make mine theirs", "theirs", "theirs"],
        ["edit|edit", "delete mine and write theirs", "theirs", "theirs"],
        ["edit|edit", "delete theirs", "mine", "mine"],
        ["edit|edit", "revert theirs", "mine", "mine"],
        ["edit|edit", "rename theirs", "mine", "mine"],
        ["edit|edit", "make theirs mine", "mine", "mine"],
        ["edit|edit", "replace theirs with mine", "mine", "mine"],
        ["edit|edit", "delete both", null, null],
        ["edit|edit", "make both new and equal", "merged", "merged"],
        ["edit|edit", "forget mine", "theirs", "theirs"],
        // Edited here, deleted there.
        ["edit|delete", "delete mine", null, null],
        ["edit|delete", "revert mine", null, null],
        ["edit|delete", "rename mine", null, null],
        ["edit|delete", "make theirs mine", "mine", "mine"],
        ["edit|delete", "restore theirs", "mine", "mine"],
        // Deleted here, edited there.
        ["delete|edit", "delete theirs", null, null],
        ["delete|edit", "revert theirs", null, null],
        ["delete|edit", "rename theirs", null, null],
        ["delete|edit", "make mine theirs", "theirs", "theirs"],
        ["delete|edit", "forget mine", "theirs", "theirs"],
        // Made on both sides.
        ["create|create", "delete mine", "theirs", "theirs"],
        ["create|create", "rename mine", "theirs", "theirs"],
        ["create|create", "delete theirs", "mine", "mine"],
        ["create|create", "make mine theirs", "theirs", "theirs"],
        // A directory took its place there.
        ["edit|directory", "delete mine", "directory", "directory"],
        ["edit|directory", "rename mine", "directory", "directory"],
        ["edit|directory", "delete theirs", "mine", "mine"],
        ["edit|directory", "restore theirs", "mine", "mine"],
        ["nothing|directory", "delete mine", "directory", "directory"],
        ["nothing|directory", "restore theirs", "base", "base"],
    ];

    [TestCaseSource(nameof(Ways))]
    public async Task It_ends_with_the_record_gone(string conflict, string way, string? here, string? there)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "base"), ("anchor", "x"), (@"d\f", "f"));
        await using var changes = new Recorded(test.Backend.Changes);
        var name = conflict == "create|create" ? "new.txt" : "a.txt";
        await test.PinAsync();
        await test.OfflineAsync();
        var sides = conflict.Split('|');
        await DoHereAsync(test, name, sides[0]);
        DoThere(test, name, sides[1]);
        await test.OnlineAsync();
        var before = await test.SyncAsync();
        Assert.That(before.With(OutcomeStatus.Conflict).Select(outcome => outcome.Path), Is.EqualTo(new[] { TestCache.At(name) }), "the conflict is there first");
        Assert.That((await test.SyncAsync()).Count(OutcomeStatus.Conflict), Is.EqualTo(1), "and stays");
        await TakeAsync(test, name, way);

        var settled = await test.SyncAsync();
        var after = await test.SyncAsync();

        Assert.That(settled.With(OutcomeStatus.Conflict).Concat(settled.With(OutcomeStatus.Failed)), Is.Empty, string.Join('\n', settled.Outcomes));
        Assert.That(after.Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged), string.Join('\n', after.Outcomes));
        Assert.That(OnShare(test, name), Is.EqualTo(there), "on the share");
        Assert.That(await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ChangeInfo.Dirty = TRUE OR ConnectionInfo.ConnectState = 1"), Is.Empty);
        await test.OfflineAsync();
        Assert.That(await HereAsync(test, name), Is.EqualTo(here), "here");
        if (way.StartsWith("rename mine", StringComparison.Ordinal)) Assert.That((await test.ReadAsync("b.txt"), test.ReadShare("b.txt")), Is.EqualTo(("mine", "mine")));
        if (way.StartsWith("move mine", StringComparison.Ordinal)) Assert.That((await test.ReadAsync(@"d\a.txt"), test.ReadShare(@"d\a.txt")), Is.EqualTo(("mine", "mine")));
        await test.Backend.DisposeAsync();
        // The item that moved away is out of it at once; the deletion that it leaves takes the record over.
        var once = new[] { CacheChangeKind.ConflictAdded, CacheChangeKind.ConflictRemoved };
        var isMoved = way.EndsWith("rename mine", StringComparison.Ordinal) || way.StartsWith("move mine", StringComparison.Ordinal);
        Assert.That(await changes.OfConflictsAsync(), Is.EqualTo(isMoved && conflict != "create|create" ? [.. once, .. once] : once), "each record is told once and goes once");
    }

    [Test]
    public async Task A_version_that_is_written_again_here_settles_nothing_and_overwrites_nothing()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "base"));
        await ConflictAsync(test);
        await test.WriteAsync("a.txt", "mine again");

        var report = await test.SyncAsync();

        Assert.That(report.Outcomes.Single().State, Is.EqualTo(SyncState.FileChangedOnClientChangedOnServer));
        Assert.That((await test.ReadAsync("a.txt"), test.ReadShare("a.txt")), Is.EqualTo(("mine again", "theirs")));
    }

    [Test]
    public async Task A_record_is_put_right_and_not_doubled_when_the_conflict_becomes_another()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "base"));
        await using var changes = new Recorded(test.Backend.Changes);
        await ConflictAsync(test);
        File.Delete(test.OnShare("a.txt"));
        Directory.CreateDirectory(test.OnShare("a.txt"));

        var report = await test.SyncAsync();

        Assert.That(report.Outcomes.Single().State, Is.EqualTo(SyncState.FileChangedOnClientDirOnServer).Or.EqualTo(SyncState.FileChangedOnClientDirChangedOnServer));
        await test.Backend.DisposeAsync();
        Assert.That(await changes.OfConflictsAsync(), Is.EqualTo(new[] { CacheChangeKind.ConflictAdded, CacheChangeKind.ConflictUpdated }));
    }

    /// <summary>The record alone tells that the other side gave way: until it may come in or go out, the record waits too.</summary>
    [TestCase("delete mine", SyncControlFlags.SyncOut, "theirs")]
    [TestCase("delete theirs", SyncControlFlags.SyncIn, "mine")]
    public async Task Flags_that_hold_the_settlement_back_do_not_lose_it(string way, SyncControlFlags flags, string end)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "base"), ("anchor", "x"));
        await ConflictAsync(test);
        await TakeAsync(test, "a.txt", way);

        var held = await test.SyncAsync(flags);
        var let = await test.SyncAsync();

        Assert.That(held.Outcomes.Single(outcome => outcome.Path == TestCache.At("a.txt")).Status, Is.EqualTo(OutcomeStatus.Skipped));
        Assert.That(let.Succeeded, Is.True, string.Join('\n', let.Outcomes));
        Assert.That((await test.ReadAsync("a.txt"), test.ReadShare("a.txt")), Is.EqualTo((end, end)));
    }

    private static async Task ConflictAsync(TestCache test)
    {
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        test.Put("a.txt", "theirs");
        await test.OnlineAsync();
        await test.SyncAsync();
    }

    private static async Task DoHereAsync(TestCache test, string name, string change)
    {
        if (change is "edit" or "create") await test.WriteAsync(name, "mine");
        if (change is "delete") await test.DeleteAsync(name);
    }

    private static void DoThere(TestCache test, string name, string change)
    {
        if (change is "delete" or "directory") File.Delete(test.OnShare(name));
        if (change is "directory") test.Put($@"{name}\inside", "directory");
        if (change is "edit" or "create") test.Put(name, "theirs");
    }

    private static async Task TakeAsync(TestCache test, string name, string way)
    {
        var file = test.OnShare(name);
        if (way is "delete mine" or "delete both" or "delete mine and write theirs" or "delete mine and write the old version") await test.DeleteAsync(name);
        if (way is "delete theirs" or "delete both" or "restore theirs")
        {
            if (Directory.Exists(file)) Directory.Delete(file, recursive: true);
            File.Delete(file);
        }

        switch (way)
        {
            case "revert mine" or "delete mine and write the old version":
                await test.WriteAsync(name, "base");
                break;
            case "make mine theirs" or "delete mine and write theirs":
                await test.WriteAsync(name, "theirs");
                break;
            case "rename mine":
                await test.MoveAsync(name, "b.txt");
                break;
            case "move mine to another directory":
                await test.MoveAsync(name, $@"d\{name}");
                break;
            case "revert theirs" or "restore theirs":
                test.Put(name, "base");
                break;
            case "rename theirs":
                File.Move(file, file + ".other");
                break;
            case "make theirs mine":
                test.Put(name, "mine");
                break;
            case "replace theirs with mine":
                test.Put("elsewhere", "mine");
                File.Move(test.OnShare("elsewhere"), file, overwrite: true);
                break;
            case "make both new and equal":
                await test.WriteAsync(name, "merged");
                test.Put(name, "merged");
                break;
            case "forget mine":
                await test.Backend.DeleteItemsAsync([TestCache.At(name)], new DeleteOptions { Flags = DeleteFlags.DeleteModified }, null, CancellationToken.None);
                break;
        }
    }

    private static string? OnShare(TestCache test, string name) => Directory.Exists(test.OnShare(name)) ? test.ReadShare($@"{name}\inside") : test.ReadShare(name);

    private static async Task<string?> HereAsync(TestCache test, string name)
    {
        var entry = await test.Files.FindAsync(TestCache.At(name), CancellationToken.None);
        return entry is null ? null : await test.ReadAsync(entry.ItemType == OfflineFilesItemType.Directory ? $@"{name}\inside" : name);
    }

    private sealed class Recorded : IObserver<CacheChange>, IAsyncDisposable
    {
        private readonly ConcurrentQueue<CacheChange> _changes = [];
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly IDisposable _subscription;

        public Recorded(IObservable<CacheChange> changes) => _subscription = changes.Subscribe(this);

        /// <summary>When the cache is closed, all has been told.</summary>
        public async Task<CacheChangeKind[]> OfConflictsAsync()
        {
            await _done.Task.WaitAsync(TimeSpan.FromSeconds(30));
            return [.. _changes.Select(change => change.Kind).Where(kind => kind is CacheChangeKind.ConflictAdded or CacheChangeKind.ConflictUpdated or CacheChangeKind.ConflictRemoved)];
        }

        public void OnNext(CacheChange value) => _changes.Enqueue(value);

        public void OnError(Exception error) => _done.TrySetException(error);

        public void OnCompleted() => _done.TrySetResult();

        public ValueTask DisposeAsync()
        {
            _subscription.Dispose();
            return default;
        }
    }
}
