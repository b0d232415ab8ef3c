using CsCheck;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

/// <summary>
/// A report has one outcome an item, whatever paths are given together, and one for each path that was asked for; what a stopped operation did not
/// finish is cancelled in it.
/// </summary>
public abstract class ReportConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    private static readonly UncPath Plan2025 = CacheScene.At(@"plans\2025.txt");

    private static readonly TreeOperation[] Operations =
    [
        new("Pin", (cache, paths, progress, token) => cache.PinAsync(paths, null, progress, token), (cache, paths) => cache.WhatIf.PinAsync(paths)),
        new(
            "Pin, not deep",
            (cache, paths, progress, token) => cache.PinAsync(paths, new PinOptions { Flags = PinControlFlags.ForAll, Deep = false }, progress, token),
            (cache, paths) => cache.WhatIf.PinAsync(paths, new PinOptions { Flags = PinControlFlags.ForAll, Deep = false })) { IsOfTrees = false },
        new("Unpin", (cache, paths, progress, token) => cache.UnpinAsync(paths, null, progress, token), (cache, paths) => cache.WhatIf.UnpinAsync(paths)),
        new(
            "Unpin, not deep",
            (cache, paths, progress, token) => cache.UnpinAsync(paths, new UnpinOptions { Deep = false }, progress, token),
            (cache, paths) => cache.WhatIf.UnpinAsync(paths, new UnpinOptions { Deep = false })) { IsOfTrees = false },
        new("Synchronize", (cache, paths, progress, token) => cache.SynchronizeAsync(paths, null, progress, token), (cache, paths) => cache.WhatIf.SynchronizeAsync(paths)),
        new("DeleteItems", (cache, paths, progress, token) => cache.DeleteItemsAsync(paths, null, progress, token), (cache, paths) => cache.WhatIf.DeleteItemsAsync(paths)),
    ];

    private static IEnumerable<TreeOperation> All => Operations;

    [Test]
    public async Task All_paths_of_a_cache_given_together_are_done_once_each([ValueSource(nameof(All))] TreeOperation operation)
    {
        await Cache.PinAsync(CacheScene.Share);
        var paths = await PathsAsync(Scene);

        var report = await operation.RunAsync(Cache, paths, null, default);

        Assert.That(report.Outcomes.Select(outcome => outcome.Path), Is.EquivalentTo(paths));
        Assert.That(report.Succeeded, Is.True, string.Join('\n', report.Outcomes));
        if (operation.Name == "DeleteItems") Assert.That(await PathsAsync(Scene), Is.Empty);
    }

    [Test]
    public async Task The_preview_has_the_items_that_the_report_then_has([ValueSource(nameof(All))] TreeOperation operation)
    {
        await Cache.PinAsync(CacheScene.Share);
        UncPath[] paths = [CacheScene.Plan2024, CacheScene.Plans, CacheScene.At("PLANS"), CacheScene.Gone, CacheScene.Readme];

        var preview = await operation.PreviewAsync(Cache, paths);
        var report = await operation.RunAsync(Cache, paths, null, default);

        var items = preview.Items.Select(item => item.Path);
        if (World.TellsOfEachItem) Assert.That(report.Outcomes.Select(outcome => outcome.Path), Is.EquivalentTo(items));
        else Assert.That(report.Outcomes.Select(outcome => outcome.Path), Is.SubsetOf(items).And.SupersetOf(paths.Distinct()));
    }

    [Test]
    public async Task A_path_that_is_nowhere_fails_below_another_one_too([ValueSource(nameof(All))] TreeOperation operation)
    {
        await Cache.PinAsync(CacheScene.Share);

        var report = await operation.RunAsync(Cache, [CacheScene.Plans, CacheScene.Gone, CacheScene.Plan2024], null, default);

        var gone = report.Outcomes.Single(outcome => outcome.Path == CacheScene.Gone);
        Assert.That(gone.IsReported, Is.EqualTo(World.TellsOfEachItem));
        if (!World.TellsOfEachItem) return;
        Assert.That(gone.Status, Is.EqualTo(OutcomeStatus.Failed));
        Assert.That(gone.Error, Is.TypeOf<ItemNotFoundException>());
    }

    [Test]
    public async Task Paths_given_together_do_what_their_roots_do() => await Gen.Select(Trees, Gen.Int[0, Operations.Length - 1], Gen.Bool).SampleAsync(
        async (tree, number, isChanged) =>
        {
            var operation = Operations[number];
            await using var together = await OpenAsync(tree.Files, isChanged);
            await using var alone = await OpenAsync(tree.Files, isChanged);
            var roots = tree.Asked.Where(path => !operation.IsOfTrees || !tree.Asked.Any(path.IsUnder)).Distinct().ToArray();

            var report = await operation.RunAsync(together.Cache, tree.Asked, null, default);
            var expected = await operation.RunAsync(alone.Cache, roots, null, default);

            var states = (await StateAsync(together), await StateAsync(alone));
            var statuses = expected.Outcomes.ToDictionary(outcome => outcome.Path, outcome => outcome.Status);
            return report.Outcomes.Select(outcome => outcome.Path).Distinct().Count() == report.Outcomes.Count
                && statuses.Keys.Concat(tree.Asked).ToHashSet().SetEquals(report.Outcomes.Select(outcome => outcome.Path))
                && report.Outcomes.All(outcome => !statuses.TryGetValue(outcome.Path, out var status) || status == outcome.Status)
                && report.Succeeded == expected.Succeeded
                && states.Item1.AsEnumerable().SequenceEqual(states.Item2);
        },
        iter: LawBudget.Of(20),
        threads: 1,
        print: sample => $"{Operations[sample.Item2]} of {string.Join(", ", (object[])sample.Item1.Asked)} in {string.Join(", ", sample.Item1.Files)}, changed: {sample.Item3}");

    [Test]
    public async Task Cancelled_before_it_begins_it_does_nothing([ValueSource(nameof(All))] TreeOperation operation)
    {
        await Cache.PinAsync(CacheScene.Plans);
        var before = await StateAsync(Scene);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        UncPath[] paths = [CacheScene.Plans, CacheScene.Plan2024, CacheScene.Readme];

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => operation.RunAsync(Cache, paths, null, source.Token)))!;

        Assert.That(error.Report.With(OutcomeStatus.Cancelled).Select(outcome => outcome.Path), Is.EqualTo(paths));
        Assert.That(error.Report.Succeeded, Is.False);
        Assert.That(await StateAsync(Scene), Is.EqualTo(before));
    }

    [Test]
    public async Task Cancelled_after_an_item_the_rest_is_cancelled([ValueSource(nameof(All))] TreeOperation operation)
    {
        await Cache.PinAsync(CacheScene.Share);
        UncPath[] paths = [CacheScene.Readme, CacheScene.Plan2024, Plan2025];
        using var source = new CancellationTokenSource();
        var progress = new Recorder(step =>
        {
            if (step.Reason == ProgressReason.ItemResult) source.Cancel();
        });

        // Where nothing is told, it is done when it tells of the first.
        if (!World.TellsOfEachItem) return;
        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => operation.RunAsync(Cache, paths, progress, source.Token)))!;

        Assert.That(error.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(error.Report.Outcomes.Select(outcome => (outcome.Path, outcome.Status == OutcomeStatus.Cancelled)), Is.EquivalentTo(
            new[] { (CacheScene.Readme, false), (CacheScene.Plan2024, true), (Plan2025, true) }));
        Assert.That(error.Report.ThrowIfFailed, Throws.TypeOf<OperationFailedException>());
    }

    [Test]
    public async Task Cancelled_inside_a_tree_something_of_it_is_cancelled([ValueSource(nameof(All))] TreeOperation operation)
    {
        await Cache.PinAsync(CacheScene.Share);
        using var source = new CancellationTokenSource();
        var progress = new Recorder(step =>
        {
            if (step.Reason == ProgressReason.ItemResult) source.Cancel();
        });
        if (!World.TellsOfEachItem || !operation.IsOfTrees) return;

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => operation.RunAsync(Cache, [CacheScene.Share], progress, source.Token)))!;

        Assert.That(error.Report.With(OutcomeStatus.Cancelled), Is.Not.Empty);
        Assert.That(error.Report.Outcomes.Select(outcome => outcome.Path), Is.Unique);
        Assert.That(error.Report.Succeeded, Is.False);
    }

    [Test]
    public async Task Cancelled_after_the_last_item_it_returns_its_report([ValueSource(nameof(All))] TreeOperation operation)
    {
        await Cache.PinAsync(CacheScene.Share);
        using var source = new CancellationTokenSource();
        var progress = new Recorder(step =>
        {
            if (step is { Reason: ProgressReason.ItemResult } && step.Path == CacheScene.Plan2024) source.Cancel();
        });

        var report = await operation.RunAsync(Cache, [CacheScene.Readme, CacheScene.Plan2024], progress, source.Token);

        Assert.That((report.Succeeded, report.Count(OutcomeStatus.Cancelled)), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task Cancelled_while_a_file_is_brought_that_file_is_cancelled()
    {
        var large = CacheScene.At("large.bin");
        await Scene.WriteOnShareAsync(large, new string('x', 8 << 20));
        using var source = new CancellationTokenSource();
        var progress = new Recorder(step =>
        {
            if (step.Reason == ProgressReason.ItemBegin && step.Path == large) source.Cancel();
        });
        if (!World.TellsOfEachItem) return;

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => Cache.PinAsync([CacheScene.Readme, large, CacheScene.Plan2024], null, progress, source.Token)))!;

        Assert.That(error.Report.Outcomes.Select(outcome => (outcome.Path, outcome.Status)), Is.EqualTo(new[]
        {
            (CacheScene.Readme, OutcomeStatus.Done), (large, OutcomeStatus.Cancelled), (CacheScene.Plan2024, OutcomeStatus.Cancelled),
        }));
    }

    [Test]
    public async Task A_handler_that_throws_loses_no_report([ValueSource(nameof(All))] TreeOperation operation)
    {
        await Cache.PinAsync(CacheScene.Share);
        UncPath[] paths = [CacheScene.Readme, CacheScene.Plan2024, Plan2025];
        var fault = new InvalidOperationException("The window is closed.");
        var results = 0;
        var progress = new Recorder(step =>
        {
            if (step.Reason == ProgressReason.ItemResult && ++results == 2) throw fault;
        });

        var error = (await Assert.ThrowsAsync<OperationFailedException>(() => operation.RunAsync(Cache, paths, progress, default)))!;

        Assert.That(error.InnerException, Is.SameAs(fault));
        Assert.That(error.Report.Outcomes.Select(outcome => outcome.Path), Is.EquivalentTo(paths));
        if (World.TellsOfEachItem) Assert.That(error.Report.With(OutcomeStatus.Cancelled).Select(outcome => outcome.Path), Is.EqualTo(new[] { Plan2025 }));
        Assert.That(results, Is.EqualTo(2), "it is not called again");
    }

    [Test]
    public async Task A_handler_that_throws_at_the_beginning_stops_it_before_the_first_item([ValueSource(nameof(All))] TreeOperation operation)
    {
        await Cache.PinAsync(CacheScene.Plans);
        var before = await StateAsync(Scene);
        var progress = new Recorder(_ => throw new InvalidOperationException());

        var error = (await Assert.ThrowsAsync<OperationFailedException>(() => operation.RunAsync(Cache, [CacheScene.Plans], progress, default)))!;

        Assert.That(error.Report.Count(OutcomeStatus.Cancelled), Is.Positive);
        Assert.That(await StateAsync(Scene), Is.EqualTo(before));
    }

    // A few names, so that paths meet; the share, the server and directories among them, twice and in other spelling.
    private static Gen<SampleTree> Trees => Gen.Select(
        Gen.Select(OneOf("", @"a\", @"a\b\", @"B\"), OneOf("1.txt", "2.txt", "3.txt"), (folder, file) => folder + file).Array[1, 6],
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 3]).Array[1, 5],
        (files, picks) =>
        {
            var named = files.Concat([@"plans\2024.txt"]).Select(CacheScene.At).ToArray();
            var nodes = named.SelectMany(path => Ancestors(path).Prepend(path)).Distinct().ToArray();
            return new SampleTree(files, Array.ConvertAll(picks, pick => Spelt(nodes[pick.Item1 % nodes.Length], pick.Item2)));
        });

    private static IEnumerable<UncPath> Ancestors(UncPath path)
    {
        for (var above = path.Parent; above is not null; above = above.Parent) yield return above;
    }

    private static UncPath Spelt(UncPath path, int how) => how switch
    {
        0 => UncPath.Parse($@"{path}\"),
        1 => UncPath.Parse(path.ToString().ToUpperInvariant()),
        _ => path,
    };

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private async Task<CacheScene> OpenAsync(string[] files, bool isChanged)
    {
        var scene = await World.OpenAsync();
        foreach (var file in files) await scene.AddOnShareAsync(CacheScene.At(file), "text");
        await scene.Cache.PinAsync(CacheScene.Share, new PinOptions { Flags = PinControlFlags.ForUser });
        if (!isChanged) return scene;
        await scene.Cache.TransitionOfflineAsync(CacheScene.Share);
        await scene.WriteLocallyAsync(CacheScene.At(files[0]), "changed here");
        await scene.Cache.TransitionOnlineAsync(CacheScene.Share);
        return scene;
    }

    private static async Task<UncPath[]> PathsAsync(CacheScene scene) => [.. (await scene.Cache.Items.ToListAsync()).Select(item => item.Path)];

    private static async Task<string[]> StateAsync(CacheScene scene) => [.. (await scene.Cache.Items.ToListAsync()).OrderBy(item => item.Path).Select(item =>
        $"{item.Path} {item.PinInfo?.PinnedForUser} {item.PinInfo?.PinnedForComputer} {item.Sparse} {item.ChangeInfo?.Dirty}")];

    public sealed record TreeOperation(
        string Name,
        Func<OfflineFilesCache, UncPath[], IProgress<OperationProgress>?, CancellationToken, Task<OperationReport>> RunAsync,
        Func<OfflineFilesCache, UncPath[], Task<OperationPreview>> PreviewAsync)
    {
        public bool IsOfTrees { get; init; } = true;

        public override string ToString() => Name;
    }

    private sealed record SampleTree(string[] Files, UncPath[] Asked);
}
