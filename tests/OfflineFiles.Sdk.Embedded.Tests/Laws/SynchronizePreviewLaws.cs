using CsCheck;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>
/// What the preview of a synchronisation says is what it then does, for random edits here, on the share and after a first synchronisation:
/// <code>
/// verdict         nobody else changed anything            the share changed since
/// WouldChange     Done                                    Done, Conflict, Skipped
/// Unchanged       Unchanged, or no outcome                Unchanged, Skipped, Conflict, or no outcome
/// WouldBeSpared   Skipped, Conflict, or no outcome        these, or Done where both sides have come to agree
/// Unknown         any, and never a change made here       any
/// </code>
/// Every item of the cache that has an outcome is in the preview, except a directory above what was asked for that the share has lost: that it comes
/// back with what changed in it, only the share can tell.
/// </summary>
[TestFixture]
internal sealed class SynchronizePreviewLaws
{
    private static readonly (int, string, int)[] None = [];

    private static readonly Gen<string[]> Targets = Gen.OneOf(SynchronizeLaws.Names.Select(Gen.Const).Append(Gen.Const("")).ToArray()).Array[1, 2];

    [Test]
    public Task It_does_what_its_preview_says() => Gen.Select(SynchronizeLaws.Edits, SynchronizeLaws.Flags, Targets).SampleAsync(
        async (local, flags, targets) => await RunAsync(local, None, None, flags, targets), iter: LawBudget.Of(75), threads: 1);

    [Test]
    public Task So_it_does_when_the_share_changed_and_when_conflicts_are_recorded() =>
        Gen.Select(SynchronizeLaws.Edits, SynchronizeLaws.Edits, SynchronizeLaws.Edits, SynchronizeLaws.Flags, Targets).SampleAsync(
            async (local, remote, after, flags, targets) => await RunAsync(local, remote, after, flags, targets), iter: LawBudget.Of(75), threads: 1);

    [Test]
    public Task A_directory_above_that_the_share_lost_comes_back_unforetold() =>
        RunAsync(None, None, [(4, @"d\e\a", 1), (2, @"d\e", 0)], SyncControlFlags.SyncIn | SyncControlFlags.SyncOut, [@"d\e\a"]);

    [Test]
    public Task A_directory_that_was_moved_away_and_made_again_is_one_with_the_server_s() =>
        RunAsync([(4, "d", 1), (3, "d", 0)], None, None, SyncControlFlags.FillSparse, ["d"]);

    [Test]
    public Task For_a_path_that_is_nowhere_nothing_above_it_is_sent() =>
        RunAsync(None, [(2, "d", 2)], [(1, "d", 1)], SyncControlFlags.SyncOut, [@"d\e"]);

    private static async Task RunAsync(
        (int Kind, string Name, int Content)[] local, (int Kind, string Name, int Content)[] remote, (int Kind, string Name, int Content)[] after, SyncControlFlags flags, string[] targets)
    {
        await using var test = await TestCache.OpenAsync(("anchor", "x"), ("a", "base a"), (@"d\a", "base da"), (@"d\e\a", "base dea"));
        await using var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);
        await test.PinAsync();
        await test.OfflineAsync();
        foreach (var edit in local) await SynchronizeLaws.EditLocalAsync(test, edit);
        foreach (var edit in remote) SynchronizeLaws.EditShare(test, edit);
        await test.OnlineAsync();
        if (remote.Length > 0) await test.SyncAsync();
        // Half of them on each side.
        await test.OfflineAsync();
        foreach (var edit in after.Where((_, index) => index % 2 == 0)) await SynchronizeLaws.EditLocalAsync(test, edit);
        foreach (var edit in after.Where((_, index) => index % 2 == 1)) SynchronizeLaws.EditShare(test, edit);
        await test.OnlineAsync();
        var paths = targets.Select(target => target.Length == 0 ? TestCache.Share : TestCache.At(target)).ToArray();
        var options = new SyncOptions { Flags = flags };
        var cached = (await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem")).ToDictionary(item => item.Path);
        var lost = cached.Values.Where(item => item.ItemType == OfflineFilesItemType.Directory && paths.Any(path => path.IsUnder(item.Path)))
            .Select(item => item.Path).Where(path => path != TestCache.Share && !Directory.Exists(test.OnShare(path.ToString()[(TestCache.Share.ToString().Length + 1)..]))).ToHashSet();

        var preview = await cache.WhatIf.SynchronizeAsync(paths, options);
        var report = await cache.SynchronizeAsync(paths, options);

        // What stands for others has no outcome of its own.
        var outcomes = report.Outcomes.Where(outcome => outcome.IsReported).ToDictionary(outcome => outcome.Path);
        var foretold = preview.Items.ToDictionary(item => item.Path);
        var mayDiffer = remote.Length > 0 || after.Length > 1;
        var wrong = preview.Items.Where(item => !Agrees(item, outcomes.GetValueOrDefault(item.Path), cached.GetValueOrDefault(item.Path), mayDiffer))
            .Select(item => $"{item} | {outcomes.GetValueOrDefault(item.Path)} {outcomes.GetValueOrDefault(item.Path)?.State}");
        Assert.That(wrong, Is.Empty);
        Assert.That(
            report.Outcomes.Where(outcome => cached.ContainsKey(outcome.Path) && !foretold.ContainsKey(outcome.Path) && !lost.Contains(outcome.Path)), Is.Empty,
            "has an outcome and was not foretold");
    }

    private static bool Agrees(PreviewItem item, ItemOutcome? outcome, OfflineFilesItem? before, bool mayDiffer) => (item.Verdict, outcome?.Status) switch
    {
        (PreviewVerdict.WouldChange, OutcomeStatus.Done) => true,
        (PreviewVerdict.WouldChange, OutcomeStatus.Conflict or OutcomeStatus.Skipped) => mayDiffer,
        // Below what turned out to be a conflict.
        (PreviewVerdict.WouldChange, null) => mayDiffer,
        (PreviewVerdict.Unchanged, OutcomeStatus.Unchanged or null) => true,
        (PreviewVerdict.Unchanged, OutcomeStatus.Skipped or OutcomeStatus.Conflict) => mayDiffer,
        (PreviewVerdict.WouldBeSpared, OutcomeStatus.Skipped or OutcomeStatus.Conflict or null) => true,
        (PreviewVerdict.WouldBeSpared, OutcomeStatus.Done) => mayDiffer,
        (PreviewVerdict.Unknown, null) => true,
        (PreviewVerdict.Unknown, _) => mayDiffer || before?.ChangeInfo?.Dirty != true || item.Reason!.StartsWith("NoNewFilesOut", StringComparison.Ordinal),
        _ => false,
    };
}
