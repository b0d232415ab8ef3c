using CsCheck;

namespace OfflineFiles.Sdk.Tests.Laws.Linq;

/// <summary>
/// Random chains of operators over what is selected of items through their info objects: asked of a query, where the members have no null, and of
/// rows in memory, where null is written into their types.
/// </summary>
internal static class NullGen
{
    private static readonly Gen<Select> Selection = Pick.Of<Select>(
        new("record", q => q.Select(i => new Fact(i.ItemPath, i.FileSysInfo!.LocalSize, i.ConnectionInfo!.ConnectState, i.FileSysInfo!.LocalLastWriteTime))),
        new("anonymous first", q => q.Select(i => new { i.ItemPath, S = i.FileSysInfo!.LocalSize, i.ConnectionInfo, T = i.FileSysInfo!.LocalLastWriteTime }).Skip(0)
            .Select(x => new Fact(x.ItemPath, x.S, x.ConnectionInfo!.ConnectState, x.T))),
        new("grouped", q => q.GroupBy(i => i.ItemPath).Select(g => new Fact(
            g.Key, g.Max(i => i.FileSysInfo!.LocalSize), g.First().ConnectionInfo!.ConnectState, g.Select(i => i.FileSysInfo!.LocalLastWriteTime).Single()))),
        new("joined", q => q.LeftJoin(q.Where(i => i.FileSysInfo != null), i => i.ItemPath, o => o.ItemPath, (i, o) => new Fact(
            i.ItemPath, o!.FileSysInfo!.LocalSize, i.ConnectionInfo!.ConnectState, o.FileSysInfo!.LocalLastWriteTime))));

    private static readonly Gen<Step> Steps = Pick.Of<Step>(
        new("size 0", q => q.Where(x => x.Size == 0), r => r.Where(x => x.Size == 0)),
        new("size not 0", q => q.Where(x => x.Size != 0), r => r.Where(x => x.Size != 0)),
        new("not size < 5", q => q.Where(x => !(x.Size < 5)), r => r.Where(x => !(x.Size < 5))),
        new("unknown", q => q.Where(x => x.State == ConnectState.Unknown), r => r.Where(x => x.State == ConnectState.Unknown)),
        new("by size", q => q.OrderBy(x => x.Size).ThenBy(x => x.Path), r => r.OrderBy(x => x.Size).ThenBy(x => x.Path, StringComparer.OrdinalIgnoreCase)),
        new("by time down", q => q.OrderByDescending(x => x.Time).ThenBy(x => x.Path), r => r.OrderByDescending(x => x.Time).ThenBy(x => x.Path, StringComparer.OrdinalIgnoreCase)),
        new("distinct", q => q.Distinct(), r => r.Distinct()),
        new("distinct by size", q => q.DistinctBy(x => x.Size), r => r.DistinctBy(x => x.Size)),
        new("distinct by state, time", q => q.DistinctBy(x => new { x.State, x.Time }), r => r.DistinctBy(x => new { x.State, x.Time })),
        new("itself again", q => q.Concat(q), r => r.Concat(r)),
        new("but the first", q => q.ExceptBy(q.Take(1).Select(x => x.Size), x => x.Size), r => r.ExceptBy(r.Take(1).Select(x => x.Size), x => x.Size)),
        new("plus one", q => q.Select(x => new Fact(x.Path, x.Size + 1, x.State, x.Time)), r => r.Select(x => x with { Size = x.Size + 1 })),
        new("of each state", q => q.GroupBy(x => x.State).Select(g => new Fact("", g.Min(x => x.Size), g.Key, g.Max(x => x.Time))),
            r => r.GroupBy(x => x.State).Select(g => new NullableFact("", g.Min(x => x.Size), g.Key, g.Max(x => x.Time)))),
        new("greatest of times", q => q.GroupBy(x => x.Time, x => x.Size, (time, sizes) => new Fact("", sizes.Max(), ConnectState.Online, time)),
            r => r.GroupBy(x => x.Time, x => x.Size, (time, sizes) => new NullableFact("", sizes.Max(), ConnectState.Online, time))),
        new("groups, flat", q => q.GroupBy(x => x.Size).SelectMany(g => g.Where(x => x.Size == g.Key)), r => r.GroupBy(x => x.Size).SelectMany(g => g.Where(x => x.Size == g.Key))),
        new("pairs", q => q.Zip(q.Skip(1), (x, y) => new Fact(x.Path, y.Size, x.State, y.Time)), r => r.Zip(r.Skip(1), (x, y) => new NullableFact(x.Path, y.Size, x.State, y.Time))),
        new("same size", q => q.LeftJoin(q.Take(2), x => x.Size, y => y.Size, (x, y) => new Fact(x.Path, y!.Size, y.State, x.Time)),
            r => r.LeftJoin(r.Take(2), x => x.Size, y => y.Size, (x, y) => new NullableFact(x.Path, y?.Size, y?.State, x.Time))),
        new("chunks", q => q.Chunk(2).Select(c => new Fact("", c.Max(x => x.Size), c[0].State, c.Min(x => x.Time))),
            r => r.Chunk(2).Select(c => new NullableFact("", c.Max(x => x.Size), c[0].State, c.Min(x => x.Time)))),
        new("take 3", q => q.Take(3), r => r.Take(3)),
        new("skip 1", q => q.Skip(1), r => r.Skip(1)));

    private static readonly Gen<End> Ends = Pick.Of<End>(
        new("rows", q => Text(q.AsEnumerable()), r => Text(r.Select(x => new Fact(x.Path, x.Size ?? 0, x.State ?? 0, x.Time)))),
        new("sizes", q => Text(q.Select(x => x.Size)), r => Text(r.Select(x => x.Size ?? 0))),
        new("different sizes", q => Text(q.Select(x => x.Size).Distinct()), r => Text(r.Select(x => x.Size).Distinct().Select(x => x ?? 0))),
        new("told sizes", q => Text(q.Select(x => (long?)x.Size)), r => Text(r.Select(x => x.Size))),
        new("average", q => q.Select(x => (double?)x.Size).Average(), r => r.Average(x => (double?)x.Size)),
        new("least time", q => q.Min(x => (DateTimeOffset?)x.Time), r => r.Min(x => x.Time)),
        new("count 0", q => q.Count(x => x.Size == 0), r => r.Count(x => x.Size == 0)),
        new("all 0", q => q.All(x => x.Size == 0), r => r.All(x => x.Size == 0)),
        new("states", q => Text(q.CountBy(x => x.State)), r => Text(r.GroupBy(x => x.State).Select(g => KeyValuePair.Create(g.Key ?? 0, g.Count())))),
        new("averages", q => Text(q.GroupBy(x => x.State).Select(g => new { g.Key, A = g.Average(x => (double)x.Size) })),
            r => Text(r.GroupBy(x => x.State).Select(g => new { Key = g.Key ?? 0, A = g.Average(x => (double?)x.Size) ?? 0 }))),
        new("first", q => q.FirstOrDefault(x => x.State == ConnectState.Unknown)?.Path, r => r.FirstOrDefault(x => x.State == ConnectState.Unknown)?.Path));

    /// <summary>What is selected, up to four operators on it, and an end.</summary>
    public static Gen<Chain> Chain { get; } = Gen.Select(Selection, Steps.Array[0, 4], Ends, (select, steps, end) => new Chain(
        string.Join(" | ", [select.Name, .. steps.Select(step => step.Name), end.Name]),
        query => end.Query(steps.Aggregate(select.Query(query), (q, step) => step.Query(q))),
        memory => end.InMemory(steps.Aggregate(
            memory.Select(i => new NullableFact(i.ItemPath, i.FileSysInfo?.LocalSize, i.ConnectionInfo?.ConnectState, i.FileSysInfo?.LocalLastWriteTime)),
            (r, step) => step.InMemory(r)).ToList())));

    private static string Text<T>(IEnumerable<T> rows) => string.Join("; ", rows);

    private sealed record Fact(string Path, long Size, ConnectState State, DateTimeOffset? Time);

    private sealed record NullableFact(string Path, long? Size, ConnectState? State, DateTimeOffset? Time);

    private sealed record Select(string Name, Func<IQueryable<OfflineFilesItem>, IQueryable<Fact>> Query);

    private sealed record Step(string Name, Func<IQueryable<Fact>, IQueryable<Fact>> Query, Func<IEnumerable<NullableFact>, IEnumerable<NullableFact>> InMemory);

    private sealed record End(string Name, Func<IQueryable<Fact>, object?> Query, Func<IEnumerable<NullableFact>, object?> InMemory);
}
