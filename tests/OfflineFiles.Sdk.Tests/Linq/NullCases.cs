using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>One question, and the many ways in which a query can ask it: what is null through an info object is null in all of them.</summary>
internal static class NullCases
{
    private static readonly Sized Empty = new("A", 0);
    private static readonly List<Sized> Empties = [new("A", 0)];

    public static IReadOnlyList<NullQuestion> All { get; } =
    [
        new(
            "the average size",
            rows => rows.Average(i => i.FileSysInfo?.LocalSize),
            q => q.Average(i => i.FileSysInfo!.LocalSize),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Average(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).AverageAsync(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).OrderBy(x => x).Average(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Skip(0).Average(x => x),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Order().Reverse().Average(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Select(x => x + 0).Skip(0).Average(),
            q => q.Select((i, n) => i.FileSysInfo!.LocalSize).Average(),
            q => q.Select(i => (double)i.FileSysInfo!.LocalSize).Skip(0).Average(),
            q => q.Select(i => new { S = i.FileSysInfo!.LocalSize }).Average(x => x.S),
            q => q.Select(i => new { i.ItemName, S = i.FileSysInfo!.LocalSize }).OrderBy(x => x.S).Average(x => x.S),
            q => q.Select(i => new { A = new { S = i.FileSysInfo!.LocalSize } }).Skip(0).Select(x => x.A).Skip(0).Average(x => x.S),
            q => q.Select(i => new { i.ItemName, S = i.FileSysInfo!.LocalSize }).Skip(0).Select(x => new { x.ItemName, T = x.S }).Skip(0).Average(x => x.T),
            q => q.Select(i => ValueTuple.Create(i.ItemName, i.FileSysInfo!.LocalSize)).Skip(0).Average(x => x.Item2),
            q => q.Select(i => Tuple.Create(i.ItemName, i.FileSysInfo!.LocalSize)).Skip(0).Average(x => x.Item2),
            q => q.Select(i => new KeyValuePair<string, long>(i.ItemName, i.FileSysInfo!.LocalSize)).Skip(0).Average(x => x.Value),
            q => q.Select(i => new Sized(i.ItemName, i.FileSysInfo!.LocalSize)).Skip(0).Average(x => x.Size),
            q => q.Select(i => new SizedObject { Name = i.ItemName, Size = i.FileSysInfo!.LocalSize }).Skip(0).Average(x => x.Size),
            q => q.Select(i => i.ItemName == "srv" ? new { S = i.FileSysInfo!.LocalSize } : new { S = i.FileSysInfo!.LocalSize }).Skip(0).Average(x => x.S),
            q => q.GroupBy(_ => 1).Select(g => g.Average(i => i.FileSysInfo!.LocalSize)).Single(),
            q => q.GroupBy(_ => 1, i => i.FileSysInfo!.LocalSize).Select(g => g.Average()).Single(),
            q => q.GroupBy(_ => 1, (_, all) => all.Average(i => i.FileSysInfo!.LocalSize)).Single(),
            q => q.GroupBy(_ => 1, i => i.FileSysInfo!.LocalSize, (_, all) => all.Average()).Single(),
            q => q.GroupBy(_ => 1).Select(g => new { A = g.Average(i => i.FileSysInfo!.LocalSize) }).Skip(0).Select(x => x.A).Single(),
            q => q.GroupBy(_ => 1).Select(g => g.Select(i => i.FileSysInfo!.LocalSize).OrderBy(x => x).Average()).Single(),
            q => q.GroupBy(_ => 1).Select(g => g.Select(i => new { S = i.FileSysInfo!.LocalSize }).Where(x => x.S > -1).ToList().Average(x => x.S)).Single(),
            q => q.GroupBy(_ => 1).Select(g => g.OrderByDescending(i => i.FileSysInfo!.LocalSize).ThenBy(i => i.ItemPath).Average(i => i.FileSysInfo!.LocalSize)).Single(),
            q => q.GroupBy(i => i.ItemType).SelectMany(g => g).Average(i => i.FileSysInfo!.LocalSize),
            q => q.GroupBy(i => i.ItemType).SelectMany(g => g.Select(i => i.FileSysInfo!.LocalSize)).Average(),
            q => q.GroupBy(i => i.ItemType).SelectMany(g => g, (g, i) => new { g.Key, S = i.FileSysInfo!.LocalSize }).Average(x => x.S),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Chunk(100).Select(c => c.Average()).Single(),
            q => q.Chunk(5).SelectMany(c => c).Average(i => i.FileSysInfo!.LocalSize),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Chunk(5).SelectMany(c => c).Average(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Concat(q.Take(0).Select(i => i.FileSysInfo!.LocalSize)).Average(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Concat(Array.Empty<long>()).Average(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).DefaultIfEmpty().Average(),
            q => q.Zip(q.Select(i => i.FileSysInfo!.LocalSize), (_, s) => s).Average(),
            q => q.Zip(q.Select(i => i.FileSysInfo!.LocalSize)).Average(x => x.Second),
#if NET10_0_OR_GREATER
            q => q.Index().Average(x => x.Item.FileSysInfo!.LocalSize),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Index().Average(x => x.Item),
#endif
            q => q.Join(q, i => i.ItemPath, o => o.ItemPath, (i, o) => o.FileSysInfo!.LocalSize).Average(),
            q => q.GroupJoin(q, i => 1, o => 1, (i, all) => all.Average(o => o.FileSysInfo!.LocalSize)).First(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Cast<long>().Average(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).OfType<long>().Average()),
        new(
            "the first time of writing",
            rows => rows.Min(i => i.FileSysInfo?.LocalLastWriteTime),
            q => q.Min(i => i.FileSysInfo!.LocalLastWriteTime),
            q => q.Select(i => i.FileSysInfo!.LocalLastWriteTime).Min(),
            q => q.Select(i => i.FileSysInfo!.LocalLastWriteTime).OrderBy(x => x).Min(),
            q => q.Select(i => new { T = i.FileSysInfo!.LocalLastWriteTime }).Skip(0).Min(x => x.T),
            q => q.GroupBy(_ => 1).Select(g => g.Min(i => i.FileSysInfo!.LocalLastWriteTime)).Single(),
            q => q.GroupBy(_ => 1, i => i.FileSysInfo!.LocalLastWriteTime).Select(g => g.Min()).Single(),
            q => q.GroupBy(i => i.ItemType).Select(g => g.Min(i => i.FileSysInfo!.LocalLastWriteTime)).Min(),
            q => q.GroupBy(i => i.ItemType).Select(g => new { g.Key, First = g.Min(i => i.FileSysInfo!.LocalLastWriteTime) }).Min(x => x.First),
            q => q.MinBy(i => i.FileSysInfo!.LocalLastWriteTime)!.FileSysInfo!.LocalLastWriteTime,
            q => q.Select(i => i.FileSysInfo!.LocalLastWriteTime).MinBy(x => x),
            q => q.GroupBy(_ => 1).Select(g => g.MinBy(i => i.FileSysInfo!.LocalLastWriteTime)!.FileSysInfo!.LocalLastWriteTime).Single(),
            q => q.Select(i => i.FileSysInfo!.LocalLastWriteTime).Where(t => t > DateTimeOffset.MinValue).OrderBy(t => t).First()),
        new(
            "how many have a size",
            rows => rows.Count(i => i.FileSysInfo is not null),
            q => q.Count(i => i.FileSysInfo != null),
            q => q.Select(i => i.FileSysInfo!.LocalSize).OfType<long>().Count(),
            q => q.Select(i => (long?)i.FileSysInfo!.LocalSize).OfType<long>().Count(),
            q => q.Select(i => (object)i.FileSysInfo!.LocalSize).OfType<long>().ToList().Count,
            q => q.SelectMany(i => new[] { i.FileSysInfo!.LocalSize }).OfType<long>().Count()),
        new(
            "how many have size 0",
            rows => rows.Count(i => i.FileSysInfo?.LocalSize == 0),
            q => q.Count(i => i.FileSysInfo!.LocalSize == 0),
            q => q.Where(i => i.FileSysInfo!.LocalSize == 0).Count(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Where(s => s == 0).Count(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Skip(0).Count(s => s == 0),
            q => q.Select(i => i.FileSysInfo!.LocalSize).OrderBy(s => s).TakeLast(100).Where(s => s == 0).ToList().Count,
            q => q.Select(i => new { S = i.FileSysInfo!.LocalSize }).Where(x => x.S == 0).Count(),
            q => q.Select(i => new { S = i.FileSysInfo!.LocalSize }).Skip(0).Where(x => x.S == 0).Count(),
            q => q.Count(i => new { S = i.FileSysInfo!.LocalSize }.Equals(new { S = 0L })),
            q => q.Count(i => Equals(new { S = i.FileSysInfo!.LocalSize }, new { S = 0L })),
            q => q.Count(i => new Sized("a", i.FileSysInfo!.LocalSize) == Empty),
            q => q.Count(i => !(Empty != new Sized("a", i.FileSysInfo!.LocalSize))),
            q => q.Count(i => Empties.Contains(new Sized("a", i.FileSysInfo!.LocalSize))),
            q => q.Count(i => Empties.IndexOf(new Sized("a", i.FileSysInfo!.LocalSize)) == 0),
            q => q.Count(i => Empties.Any(empty => empty == new Sized("a", i.FileSysInfo!.LocalSize))),
            q => q.Count(i => new[] { new Sized("a", i.FileSysInfo!.LocalSize) }.Contains(Empty)),
            q => q.Count(i => EqualityComparer<Sized>.Default.Equals(Empty, new Sized("a", i.FileSysInfo!.LocalSize))),
            q => q.Count(i => ValueTuple.Create(i.FileSysInfo!.LocalSize, 1).Equals(ValueTuple.Create(0L, 1))),
            q => q.Count(i => new KeyValuePair<string, long>("a", i.FileSysInfo!.LocalSize).Equals(new KeyValuePair<string, long>("A", 0))),
            q => q.Select(i => new Sized("a", i.FileSysInfo!.LocalSize)).Skip(0).Count(x => x == Empty),
            q => q.GroupBy(_ => 1).Select(g => g.Select(i => new Sized("a", i.FileSysInfo!.LocalSize)).Count(x => x == Empty)).Single(),
            q => q.SelectMany(i => new[] { i.FileSysInfo!.LocalSize }).Count(s => s == 0),
            q => q.SelectMany(i => new List<long> { i.FileSysInfo!.LocalSize }).Count(s => s == 0),
            q => q.SelectMany(i => new[] { new { S = i.FileSysInfo!.LocalSize } }, (i, x) => x).Count(x => x.S == 0),
            q => q.Select(i => new[] { i.FileSysInfo!.LocalSize }).Skip(0).Count(sizes => sizes[0] == 0),
            q => q.Count(i => new[] { i.FileSysInfo!.LocalSize }.Max() == 0),
            q => q.Select(i => new { S = i.FileSysInfo!.LocalSize }).Skip(0).Where(x => !(x.S != 0)).Count(),
            q => q.Select(i => new Sized(i.ItemName, i.FileSysInfo!.LocalSize)).Where(x => x.Size == 0).CountAsync(),
            q => q.Select(i => new SizedObject { Size = i.FileSysInfo!.LocalSize }).Skip(0).Where(x => x.Size == 0).Count(),
            q => q.GroupBy(i => i.FileSysInfo!.LocalSize).Where(g => g.Key == 0).Select(g => g.Count()).Single(),
            q => q.GroupBy(i => new { S = i.FileSysInfo!.LocalSize }).Where(g => g.Key.S == 0).Select(g => g.Count()).Single(),
            q => q.GroupBy(i => i.FileSysInfo!.LocalSize, (s, all) => new { s, n = all.Count() }).Single(x => x.s == 0).n,
#if NET10_0_OR_GREATER
            q => q.CountBy(i => i.FileSysInfo!.LocalSize).Where(p => p.Key == 0).Select(p => p.Value).Single(),
            q => q.AggregateBy(i => i.FileSysInfo!.LocalSize, 0, (n, _) => n + 1).Where(p => p.Key == 0).Select(p => p.Value).Single(),
#endif
            q => q.GroupBy(_ => 1).Select(g => g.Count(i => i.FileSysInfo!.LocalSize == 0)).Single(),
            q => q.GroupBy(_ => 1).Select(g => g.Select(i => i.FileSysInfo!.LocalSize).Count(s => s == 0)).Single(),
            q => q.GroupBy(_ => 1).Select(g => g.GroupBy(i => i.FileSysInfo!.LocalSize).Where(h => h.Key == 0).Sum(h => h.Count())).Single(),
            q => q.GroupBy(_ => 1, i => i.FileSysInfo!.LocalSize).Select(g => g.Where(s => s == 0).Count()).Single(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Intersect(new long[] { 0 }).Count() * 3,
            q => q.Join(new long[] { 0 }, i => i.FileSysInfo!.LocalSize, s => s, (i, s) => s).Count(),
            q => q.Aggregate(0, (n, i) => i.FileSysInfo!.LocalSize == 0 ? n + 1 : n)),
        new(
            "how many are in an unknown state",
            rows => rows.Count(i => i.ConnectionInfo?.ConnectState == ConnectState.Unknown),
            q => q.Count(i => i.ConnectionInfo!.ConnectState == ConnectState.Unknown),
#if NET10_0_OR_GREATER
            q => q.CountBy(i => i.ConnectionInfo!.ConnectState).Where(p => p.Key == ConnectState.Unknown).Sum(p => p.Value),
#endif
            q => q.GroupBy(i => i.ConnectionInfo!.ConnectState).Where(g => g.Key == ConnectState.Unknown).Sum(g => g.Count()),
            q => q.Select(i => i.ConnectionInfo!.ConnectState).OrderBy(s => s).Count(s => s == ConnectState.Unknown)),
        new(
            "whether a size is 0 or every one",
            rows => (rows.Any(i => i.FileSysInfo?.LocalSize == 0), rows.All(i => i.FileSysInfo?.LocalSize >= 0), rows.Select(i => i.FileSysInfo?.LocalSize).Contains(0)),
            q => (q.Any(i => i.FileSysInfo!.LocalSize == 0), q.All(i => i.FileSysInfo!.LocalSize >= 0), q.Select(i => i.FileSysInfo!.LocalSize).Contains(0)),
            q => (q.Select(i => i.FileSysInfo!.LocalSize).Skip(0).Any(s => s == 0), q.Select(i => i.FileSysInfo!.LocalSize).Skip(0).All(s => s >= 0), q.Select(i => i.FileSysInfo!.LocalSize).Skip(0).Contains(0)),
            q => q.GroupBy(_ => 1).Select(g => ValueTuple.Create(g.Any(i => i.FileSysInfo!.LocalSize == 0), g.All(i => i.FileSysInfo!.LocalSize >= 0), g.Select(i => i.FileSysInfo!.LocalSize).Contains(0))).Single()),
        new(
            "how many different sizes there are, null being one",
            rows => rows.Select(i => i.FileSysInfo?.LocalSize).Distinct().Count(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Distinct().Count(),
            q => q.DistinctBy(i => i.FileSysInfo!.LocalSize).Count(),
            q => q.Select(i => new { S = i.FileSysInfo!.LocalSize }).Distinct().Count(),
            q => q.Select(i => ValueTuple.Create(i.FileSysInfo!.LocalSize)).Distinct().Count(),
            q => q.Select(i => new Sized("", i.FileSysInfo!.LocalSize)).Distinct().Count(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Union(q.Select(i => i.FileSysInfo!.LocalSize)).Count(),
            q => q.Select(i => new { S = i.FileSysInfo!.LocalSize }).Union(q.Select(i => new { S = i.FileSysInfo!.LocalSize })).Count(),
            q => q.GroupBy(i => i.FileSysInfo!.LocalSize).Count(),
            q => q.GroupBy(i => new { S = i.FileSysInfo!.LocalSize }).Count(),
#if NET10_0_OR_GREATER
            q => q.CountBy(i => i.FileSysInfo!.LocalSize).Count(),
            q => q.AggregateBy(i => i.FileSysInfo!.LocalSize, 0, (n, _) => n + 1).Count(),
#endif
            q => q.GroupBy(_ => 1).Select(g => g.Select(i => i.FileSysInfo!.LocalSize).Distinct().Count()).Single(),
            q => q.GroupBy(_ => 1).Select(g => g.DistinctBy(i => i.FileSysInfo!.LocalSize).Count()).Single(),
            q => q.GroupBy(_ => 1).Select(g => g.GroupBy(i => i.FileSysInfo!.LocalSize).Count()).Single(),
            q => q.Select(i => i.FileSysInfo!.LocalSize).Except(new long[] { 0 }).Count() + 1,
            q => q.Select(i => i.FileSysInfo!.LocalSize).Distinct().ToList().Count),
        new(
            "the paths in the order of their sizes, null first",
            rows => string.Join(", ", rows.OrderBy(i => i.FileSysInfo?.LocalSize).ThenBy(i => i.ItemPath, StringComparer.OrdinalIgnoreCase).Select(i => i.ItemPath)),
            q => string.Join(", ", q.OrderBy(i => i.FileSysInfo!.LocalSize).ThenBy(i => i.ItemPath).Select(i => i.ItemPath)),
            q => string.Join(", ", q.Select(i => new { i.ItemPath, S = i.FileSysInfo!.LocalSize }).Skip(0).OrderBy(x => x.S).ThenBy(x => x.ItemPath).Select(x => x.ItemPath)),
            q => string.Join(", ", q.Select(i => new { i.ItemPath, S = i.FileSysInfo!.LocalSize + 0 }).OrderBy(x => x.S).ThenBy(x => x.ItemPath).Select(x => x.ItemPath)),
            q => string.Join(", ", q.Select(i => ValueTuple.Create(i.FileSysInfo!.LocalSize, i.ItemPath)).Order().Select(x => x.Item2)),
            q => string.Join(", ", q.GroupBy(_ => 1).SelectMany(g => g.OrderBy(i => i.FileSysInfo!.LocalSize).ThenBy(i => i.ItemPath)).Select(i => i.ItemPath)),
            q => string.Join(", ", q.GroupBy(i => i.FileSysInfo!.LocalSize).OrderBy(g => g.Key).SelectMany(g => g.OrderBy(i => i.ItemPath)).Select(i => i.ItemPath))),
        new(
            "how many parents are files, where a server has no parent",
            _ => 0,
#if NET10_0_OR_GREATER
            q => q.LeftJoin(q, i => i.ParentItemPath, p => p.ItemPath, (_, p) => p).Count(p => p!.ItemType == OfflineFilesItemType.File),
            q => q.LeftJoin(q, i => i.ParentItemPath, p => p.ItemPath, (i, p) => new { i, p }).Where(x => x.p!.ItemType == OfflineFilesItemType.File).Count(),
            q => q.LeftJoin(q, i => i.ParentItemPath, p => p.ItemPath, (i, p) => new { i.ItemPath, p!.ItemType }).Skip(0).Count(x => x.ItemType == OfflineFilesItemType.File),
            q => q.LeftJoin(q.Select(p => new { p.ItemPath, p.ItemType }), i => i.ParentItemPath, p => p.ItemPath, (i, p) => p!.ItemType).Count(t => t == OfflineFilesItemType.File),
            q => q.RightJoin(q, p => p.ItemPath, i => i.ParentItemPath, (p, _) => p!.ItemType).Count(t => t == OfflineFilesItemType.File),
#endif
            q => q.GroupJoin(q, i => i.ParentItemPath, p => p.ItemPath, (i, all) => new { i, all }).SelectMany(x => x.all.DefaultIfEmpty(), (_, p) => p!.ItemType).Count(t => t == OfflineFilesItemType.File),
            q => q.GroupJoin(q, i => i.ParentItemPath, p => p.ItemPath, (i, all) => all.FirstOrDefault()!.ItemType).Count(t => t == OfflineFilesItemType.File),
            q => q.GroupJoin(q, i => i.ParentItemPath, p => p.ItemPath, (i, all) => new { First = all.FirstOrDefault() }).Count(x => x.First!.ItemType == OfflineFilesItemType.File)),
        new(
            "the sum of what is there",
            rows => rows.Sum(i => i.FileSysInfo?.LocalSize),
            q => q.Sum(i => i.FileSysInfo!.LocalSize),
            q => q.Select(i => new { S = i.FileSysInfo!.LocalSize }).Skip(0).Sum(x => x.S),
            q => q.GroupBy(i => i.ItemType).Select(g => g.Sum(i => i.FileSysInfo!.LocalSize)).Sum(),
            q => q.Where(i => i.FileSysInfo != null).Aggregate(0L, (sum, i) => sum + i.FileSysInfo!.LocalSize),
            q => q.GroupBy(_ => 1).Select(g => g.Where(i => i.FileSysInfo != null).Aggregate(0L, (sum, i) => sum + i.FileSysInfo!.LocalSize)).Single()),
        new(
            "what leaves is the default",
            rows => string.Join(", ", rows.OrderBy(i => i.ItemPath, StringComparer.Ordinal).Select(i => $"{i.ItemPath} {i.FileSysInfo?.LocalSize ?? 0} {i.ConnectionInfo?.ConnectState ?? 0}")),
            q => Lines(q, items => items.Select(i => new Line(i.ItemPath, i.FileSysInfo!.LocalSize, i.ConnectionInfo!.ConnectState))),
            q => Lines(q, items => items.Select(i => new Line(i.ItemPath, i.FileSysInfo!.LocalSize, i.ConnectionInfo!.ConnectState)).Distinct()),
            q => Lines(q, items => items.Select(i => new { i.ItemPath, i.FileSysInfo!.LocalSize, i.ConnectionInfo!.ConnectState }).Skip(0).Select(x => new Line(x.ItemPath, x.LocalSize, x.ConnectState))),
            q => Lines(q, items => items.GroupBy(i => i.ItemPath).Select(g => new Line(g.Key, g.First().FileSysInfo!.LocalSize, g.Max(i => i.ConnectionInfo!.ConnectState)))),
            q => Lines(q, items => items.GroupBy(i => i.FileSysInfo!.LocalSize).SelectMany(g => g, (g, i) => new Line(i.ItemPath, g.Key, i.ConnectionInfo!.ConnectState))),
            q => Lines(q, items => items.Select(i => Lined(i.ItemPath, i.FileSysInfo!.LocalSize, i.ConnectionInfo!)).Where(x => x != null).Concat(
                items.Where(i => i.FileSysInfo == null).Select(i => new Line(i.ItemPath, i.FileSysInfo!.LocalSize, i.ConnectionInfo!.ConnectState))))),
    ];

    private static string Lines(IQueryable<OfflineFilesItem> items, Func<IQueryable<OfflineFilesItem>, IQueryable<Line?>> query) =>
        string.Join(", ", query(items).AsEnumerable().OrderBy(line => line!.Path, StringComparer.Ordinal).Select(line => $"{line!.Path} {line.Size} {line.State}"));

    // A method of the caller is not called where what it is given is null.
    private static Line Lined(string path, long size, ConnectionInfo info) => new(path, size, info.ConnectState);

    internal sealed record Line(string Path, long Size, ConnectState State);

    internal sealed record Sized(string Name, long Size);

    internal sealed class SizedObject
    {
        public string? Name { get; init; }

        public long Size { get; init; }
    }
}

/// <summary>A question, its answer over rows in memory, where null is spelled out, and the ways to ask it of a query, at once or in a task.</summary>
public sealed record NullQuestion(string Name, Func<IReadOnlyList<OfflineFilesItem>, object?> Answer, params Func<IQueryable<OfflineFilesItem>, object?>[] Ways);
