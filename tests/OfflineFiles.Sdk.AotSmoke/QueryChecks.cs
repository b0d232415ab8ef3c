using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.AotSmoke;

/// <summary>Queries over the embedded cache: pushed, run in the caller, projected, ordered, stopped early, by key.</summary>
internal static class QueryChecks
{
    public static async Task RunAsync(Checks checks, OfflineFilesCache cache)
    {
        var files = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File);
        checks.Equal("CountAsync", 5, await files.CountAsync());
        checks.Equal("AnyAsync", true, await files.AnyAsync(i => i.FileSysInfo!.LocalSize == 8_000));
        checks.Equal("FirstAsync in order", "Übersicht.pdf", (await files.OrderByDescending(i => i.FileSysInfo!.LocalSize).FirstAsync()).ItemName);
        checks.Sequence(
            "a residual, ordered by name",
            ["Q1.docx", "Q2.DOCX"],
            await files.Where(i => i.ItemName.Length == 7 && i.PinInfo!.Pinned).OrderBy(i => i.ItemName).Select(i => i.ItemName).ToListAsync());

        await AnonymousTypeAsync(checks, files);
        var summaries = await files.Where(i => i.IsUnder(SampleShare.Path.Append("Reports"))).Select(i => new Summary(i.ItemName, i.Sparse)).ToListAsync();
        checks.Equal("a record", 4, summaries.Count(row => row.Sparse == false));

        checks.Equal("a look-up by key", 5_000L, (await cache.Items.SingleAsync(i => i.ItemPath == SampleShare.Report.ToString())).FileSysInfo!.LocalSize);
        checks.Equal("a sum", 26_010L, await files.SumAsync(i => i.FileSysInfo!.LocalSize));
        checks.Sequence(
            "groups by a type of the model",
            ["File 5", "Directory 1", "Share 1", "Server 1"],
            await cache.Items.GroupBy(i => i.ItemType).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}").ToListAsync());
        checks.Sequence(
            "a join with values in memory",
            ["Q1.docx first", "Q2.DOCX second"],
            await files.Join([("q1.DOCX", "first"), ("q2.docx", "second")], i => i.ItemName, note => note.Item1, (i, note) => $"{i.ItemName} {note.Item2}")
                .OrderBy(line => line).ToListAsync());
        var root = await cache.Roots.SingleAsync();
        checks.Sequence("the tree, level by level", ["docs"], await root.Children().Select(i => i.ItemName).ToListAsync());
        checks.Equal("all below the root", 7, await root.Descendants().CountAsync());
        checks.Equal("FindAsync", true, (await cache.FindAsync(SampleShare.Report))!.PinInfo!.Pinned);
        checks.Equal("without async", 5, files.ToList().Count);

        var streamed = 0;
        await foreach (var item in files.AsAsyncEnumerable()) streamed += item.ItemName.Length > 0 ? 1 : 0;
        checks.Equal("an asynchronous stream", 5, streamed);
    }

    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "The tree names the properties of an anonymous type, and this method reads each of them itself.")]
    private static async Task AnonymousTypeAsync(Checks checks, IQueryable<OfflineFilesItem> files)
    {
        var sizes = await files
            .Where(i => i.ItemName.EndsWith(".docx"))
            .OrderBy(i => i.FileSysInfo!.LocalSize).ThenBy(i => i.ItemName)
            .Select(i => new { i.ItemName, i.FileSysInfo!.LocalSize })
            .Skip(1).Take(2)
            .ToListAsync();
        checks.Sequence("an anonymous type, a page of it", ["Q2.DOCX 6000", "Draft_100%.docx 7000"], sizes.Select(row => $"{row.ItemName} {row.LocalSize}"));
    }

    private sealed record Summary(string Name, bool? Sparse);
}
