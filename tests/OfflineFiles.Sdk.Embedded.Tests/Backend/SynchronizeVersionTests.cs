namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>
/// What a version is: its bytes. A hint of the share (size, times, file id) may only say "unchanged" or "look". The tables are to be read as: what was
/// done to the share's file, and what a synchronisation then makes of it.
/// </summary>
[TestFixture]
internal sealed class SynchronizeVersionTests
{
    private const string Base = "base of eighteen..";
    private const string SameSize = "BASE OF EIGHTEEN..";

    /// <summary>What changes a hint and no byte.</summary>
    private static readonly string[] Untouching = ["touch", "touch back", "read-only", "identical rewrite", "identical file in its place", "hard link", "restored with old times"];

    [Test]
    public async Task What_changes_no_byte_on_the_share_is_no_change_of_data_whatever_was_done_here(
        [ValueSource(nameof(Untouching))] string touch, [Values("nothing", "edit", "delete", "edit and put back")] string here)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", Base), ("anchor", "x"));
        await test.PinAsync();
        await test.OfflineAsync();
        await ChangeHereAsync(test, here);
        Touch(test, touch);
        var times = File.GetLastWriteTimeUtc(test.OnShare("a.txt"));
        await test.OnlineAsync();

        var first = await test.SyncAsync();
        var second = await test.SyncAsync();

        Assert.That(first.With(OutcomeStatus.Conflict).Concat(second.With(OutcomeStatus.Conflict)), Is.Empty);
        Assert.That(first.Outcomes.Sum(outcome => outcome.Bytes), Is.EqualTo(here == "edit" ? "mine".Length : 0), "nothing else is transferred");
        Assert.That(second.Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged), string.Join('\n', second.Outcomes));
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo(here switch { "edit" => "mine", "delete" => null, _ => Base }));
        if (here == "delete") return;
        var item = await test.ItemAsync("a.txt");
        Assert.That(item.ChangeInfo!.Dirty, Is.False);
        if (here != "nothing") return;
        Assert.That(item.FileSysInfo!.LocalLastWriteTime!.Value.UtcDateTime, Is.EqualTo(times).Within(TimeSpan.FromTicks(10)), "times follow");
        Assert.That(item.FileSysInfo.LocalAttributes.HasFlag(FileAttributes.ReadOnly), Is.EqualTo(touch == "read-only"), "attributes follow");
    }

    [TestCase("theirs")]
    [TestCase(null)]
    public async Task What_changed_no_byte_here_yields_to_what_the_share_holds_now(string? share)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", Base), ("anchor", "x"));
        await test.PinAsync();
        await test.OfflineAsync();
        await ChangeHereAsync(test, "edit and put back");
        if (share is null) File.Delete(test.OnShare("a.txt"));
        else await File.WriteAllTextAsync(test.OnShare("a.txt"), share);
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.With(OutcomeStatus.Conflict), Is.Empty);
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo(share));
        Assert.That(await test.HasAsync("a.txt"), Is.EqualTo(share is not null));
        if (share is not null) Assert.That((await test.ItemAsync("a.txt")).FileSysInfo!.LocalSize, Is.EqualTo(share.Length));
    }

    [Test]
    public async Task Attributes_that_changed_there_follow_what_was_edited_here()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", Base));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "mine");
        Touch(test, "read-only");
        await test.OnlineAsync();

        await test.SyncAsync();

        Assert.That((await test.ItemAsync("a.txt")).FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.ReadOnly), Is.True);
    }

    /// <summary>The edit is invisible to hints that have no change time: size and write time are those of before.</summary>
    [TestCase("nothing", SameSize, SameSize, OutcomeStatus.Done)]
    [TestCase("edit", SameSize, "mine", OutcomeStatus.Conflict)]
    [TestCase("delete", SameSize, null, OutcomeStatus.Conflict)]
    [TestCase("edit and put back", SameSize, SameSize, OutcomeStatus.Done)]
    public async Task An_edit_of_the_same_size_and_time_is_noticed_and_never_overwritten(string here, string share, string? cached, OutcomeStatus status)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", Base), ("anchor", "x"));
        await test.PinAsync();
        await test.OfflineAsync();
        await ChangeHereAsync(test, here);
        var time = File.GetLastWriteTimeUtc(test.OnShare("a.txt"));
        await File.WriteAllTextAsync(test.OnShare("a.txt"), SameSize);
        File.SetLastWriteTimeUtc(test.OnShare("a.txt"), time);
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.Outcomes.Single(outcome => outcome.Path == TestCache.At("a.txt")).Status, Is.EqualTo(status));
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo(share));
        if (cached is not null) Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo(cached));
    }

    [Test]
    public async Task A_directory_that_was_deleted_here_goes_though_everything_in_it_was_touched()
    {
        await using var test = await TestCache.OpenAsync(("anchor", "x"), (@"d\e\a", "1"), (@"d\b", "2"));
        await test.PinAsync();
        await test.OfflineAsync();
        foreach (var path in new[] { @"d\e\a", @"d\b", @"d\e", "d" }) await test.DeleteAsync(path);
        foreach (var file in new[] { @"d\e\a", @"d\b" }) File.SetLastWriteTimeUtc(test.OnShare(file), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        Assert.That(Directory.Exists(test.OnShare("d")), Is.False);
    }

    [Test]
    public async Task A_directory_that_was_deleted_here_stays_when_a_file_in_it_was_edited_and_looks_the_same()
    {
        await using var test = await TestCache.OpenAsync(("anchor", "x"), (@"d\e\a", Base));
        await test.PinAsync();
        await test.OfflineAsync();
        foreach (var path in new[] { @"d\e\a", @"d\e", "d" }) await test.DeleteAsync(path);
        var time = File.GetLastWriteTimeUtc(test.OnShare(@"d\e\a"));
        await File.WriteAllTextAsync(test.OnShare(@"d\e\a"), SameSize);
        File.SetLastWriteTimeUtc(test.OnShare(@"d\e\a"), time);
        await test.OnlineAsync();

        var report = await test.SyncAsync();

        Assert.That(report.With(OutcomeStatus.Conflict).Single().State, Is.EqualTo(SyncState.DeletedOnClientDirChangedOnServer));
        Assert.That(test.ReadShare(@"d\e\a"), Is.EqualTo(SameSize));
    }

    [Test]
    public async Task What_is_looked_at_again_is_told_to_nobody()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", Base));
        await test.PinAsync();
        await test.SyncAsync();
        var before = await test.ItemAsync("a.txt");

        await test.SyncAsync();

        Assert.That(await test.ItemAsync("a.txt"), Is.EqualTo(before));
    }

    private static async Task ChangeHereAsync(TestCache test, string change)
    {
        if (change is "edit" or "edit and put back") await test.WriteAsync("a.txt", "mine");
        if (change is "edit and put back") await test.WriteAsync("a.txt", Base);
        if (change is "delete") await test.DeleteAsync("a.txt");
    }

    private static void Touch(TestCache test, string touch)
    {
        var file = test.OnShare("a.txt");
        var time = File.GetLastWriteTimeUtc(file);
        switch (touch)
        {
            case "touch":
                File.SetLastWriteTimeUtc(file, time.AddHours(1));
                break;
            case "touch back":
                File.SetLastWriteTimeUtc(file, time.AddHours(-1));
                break;
            case "read-only":
                File.SetAttributes(file, File.GetAttributes(file) | FileAttributes.ReadOnly);
                break;
            case "identical rewrite":
                File.WriteAllText(file, Base);
                break;
            case "identical file in its place":
                File.Copy(file, file + ".new");
                File.Move(file + ".new", file, overwrite: true);
                break;
            case "hard link":
                // Only the change time moves.
                File.SetLastAccessTimeUtc(file, time.AddDays(-1));
                break;
            default:
                File.Copy(file, file + ".bak");
                File.Delete(file);
                File.Move(file + ".bak", file);
                File.SetLastWriteTimeUtc(file, time);
                break;
        }
    }
}
