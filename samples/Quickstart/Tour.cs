using System.Reactive.Linq;
using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;
using Spectre.Console;

namespace Quickstart;

/// <summary>The main job from end to end. Each step is one method; read them in the order of <see cref="RunAsync"/>.</summary>
internal sealed class Tour(Stage stage)
{
    private readonly Narrator _say = new(AnsiConsole.Console);
    private readonly UncPath _budget = Stage.Folder.Append("Budget");
    private readonly UncPath _plans = Stage.Folder.Append("Plans");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _say.Heading("Open a cache");
        await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(
            new EmbeddedBackendOptions
            {
                CacheDirectory = stage.CacheDirectory,
                Shares = [new ShareMapping(Stage.Share, stage.ShareDirectory)],
            },
            cancellationToken));
        _say.Line($"{Stage.Share} is {stage.ShareDirectory}");
        _say.Line($"{cache} is {await cache.GetAsync(cancellationToken)}");

        using var changes = cache.Changes.Subscribe(_say.Change);

        await PinAsync(cache, cancellationToken);
        await QueryAsync(cache, cancellationToken);
        await WorkOfflineAsync(cache, cancellationToken);
        await ShowDirtyItemsAsync(cache, cancellationToken);
        MeanwhileOnTheShare();
        await ComeBackAsync(cache, cancellationToken);
        await ShowResultAsync(cache, cancellationToken);
    }

    private async Task PinAsync(OfflineFilesCache cache, CancellationToken cancellationToken)
    {
        _say.Heading($"Pin {stage.Pinned}");
        var report = await _say.WithProgressAsync("Pinning", progress => cache.PinAsync(stage.Pinned, PinOptions.Default, progress, cancellationToken));
        _say.Line(report.ThrowIfFailed().ToString());
    }

    private async Task QueryAsync(OfflineFilesCache cache, CancellationToken cancellationToken)
    {
        _say.Heading("Ask with LINQ");

        var pinnedFiles = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned);
        _say.Line($"Pinned files: {await pinnedFiles.CountAsync(cancellationToken)}");
        _say.Wql(pinnedFiles.ToWql());

        var tables = cache.Items
            .Where(i => i.IsUnder(_budget) && i.ItemName.StartsWith("draft_") && i.ItemName.EndsWith("%.CSV"))
            .OrderBy(i => i.ItemName);
        _say.Query(tables.ToWql(), await tables.ToListAsync(cancellationToken));

        var largest = cache.Items
            .Where(i => i.FileSysInfo!.LocalSize > 1 << 20 && i.ItemName.Length > 8)
            .OrderByDescending(i => i.FileSysInfo!.LocalSize).ThenBy(i => i.ItemName)
            .Select(i => new { i.ItemName, i.FileSysInfo!.LocalSize })
            .Take(2);
        foreach (var file in await largest.ToListAsync(cancellationToken)) _say.Line($"  {file.ItemName}: {file.LocalSize:N0} bytes");
        _say.Line("What ran where:");
        _say.Block(largest.Explain().ToString());
    }

    private async Task WorkOfflineAsync(OfflineFilesCache cache, CancellationToken cancellationToken)
    {
        _say.Heading("Go offline and work");
        (await cache.TransitionOfflineAsync(Stage.Share, cancellationToken: cancellationToken)).ThrowIfFailed();

        var year = _budget.Append("2026.csv");
        var text = await cache.Files.ReadAllTextAsync(year, cancellationToken);
        await cache.Files.WriteAllTextAsync(year, text + "2;140\n", cancellationToken: cancellationToken);
        await cache.Files.WriteAllTextAsync(_plans.Append("Roadmap.md"), "# Roadmap\n\n- ship it\n- then rest\n", cancellationToken: cancellationToken);
        await cache.Files.WriteAllTextAsync(_plans.Append("New idea.md"), "# A better idea\n", FileWriteMode.CreateNew, cancellationToken);
        await cache.Files.DeleteAsync(_plans.Append("Old idea.md"), cancellationToken);
    }

    private async Task ShowDirtyItemsAsync(OfflineFilesCache cache, CancellationToken cancellationToken)
    {
        _say.Heading("What waits for synchronisation");
        var dirty = cache.Items.Where(i => i.ChangeInfo!.Dirty).OrderBy(i => i.ItemPath);
        var items = await dirty.ToListAsync(cancellationToken);
        _say.Query(dirty.ToWql(), items);
        Expect(items.Count(i => i.ItemType == OfflineFilesItemType.File) == 4, "four files should be dirty after the work offline");
    }

    private void MeanwhileOnTheShare()
    {
        _say.Heading("Meanwhile, on the share");
        File.AppendAllText(stage.OnShare(_plans.Append("Roadmap.md")), "- and party\n");
        File.AppendAllText(stage.OnShare(_budget.Append("2025.csv")), "3;125\n");
        File.WriteAllText(stage.OnShare(_budget.Append("2027.csv")), "month;amount\n");
        _say.Line("Someone else edits Roadmap.md (which we edited too) and 2025.csv, and creates 2027.csv.");
    }

    private async Task ComeBackAsync(OfflineFilesCache cache, CancellationToken cancellationToken)
    {
        _say.Heading("Come back online and synchronise");
        (await cache.TransitionOnlineAsync(Stage.Share, cancellationToken: cancellationToken)).ThrowIfFailed();
        var report = await _say.WithProgressAsync("Synchronising", progress => cache.SynchronizeAsync(SyncOptions.Default, progress, cancellationToken));
        _say.Report(report);
        Expect(report.Count(OutcomeStatus.Failed) == 0, "a conflict is for a person to decide; nothing should have failed");

        var conflicts = cache.Items.Where(i => i.InConflict == true);
        var items = await conflicts.ToListAsync(cancellationToken);
        _say.Line("In conflict, both versions kept where they are:");
        _say.Query(conflicts.ToWql(), items);
        Expect(items.Select(i => i.ItemName).SequenceEqual(["Roadmap.md"]), "Roadmap.md, and nothing else, should be in conflict");
    }

    private async Task ShowResultAsync(OfflineFilesCache cache, CancellationToken cancellationToken)
    {
        _say.Heading("The result");
        var inCache = new List<CachedFileEntry>();
        await foreach (var entry in cache.Files.EnumerateDescendantsAsync(Stage.Folder, cancellationToken)) inCache.Add(entry);
        _say.Tree("On the share", stage.OnShare(Stage.Folder));
        _say.Tree("Through the cache", Stage.Folder, inCache);

        Expect(File.ReadAllText(stage.OnShare(_budget.Append("2026.csv"))).EndsWith("2;140\n", StringComparison.Ordinal), "2026.csv should have gone out");
        Expect(File.Exists(stage.OnShare(_plans.Append("New idea.md"))), "New idea.md should have gone out");
        Expect(!File.Exists(stage.OnShare(_plans.Append("Old idea.md"))), "Old idea.md should be gone from the share");
        Expect(File.ReadAllText(stage.OnShare(_plans.Append("Roadmap.md"))).EndsWith("- and party\n", StringComparison.Ordinal), "the share's Roadmap.md should be untouched");
        Expect((await cache.Files.ReadAllTextAsync(_plans.Append("Roadmap.md"), cancellationToken)).EndsWith("- then rest\n", StringComparison.Ordinal), "our Roadmap.md should be untouched");
        Expect(inCache.Any(entry => entry.Path.Name == "2027.csv" && entry.IsAvailableOffline), "2027.csv should have come in");
        _say.Line("Everything came out as it should.");
    }

    private static void Expect(bool holds, string promise)
    {
        if (!holds) throw new TourFailedException($"the tour did not end as promised: {promise}.");
    }
}
