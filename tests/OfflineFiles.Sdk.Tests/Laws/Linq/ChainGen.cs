using System.Collections;
using CsCheck;

namespace OfflineFiles.Sdk.Tests.Laws.Linq;

/// <summary>Random chains of operators: what a query is asked, and what the same operators of LINQ make of rows in memory.</summary>
internal static class ChainGen
{
    private static readonly StringComparer IgnoringCase = StringComparer.OrdinalIgnoreCase;
    private static readonly OfflineFilesItem Other = new(@"\\other", OfflineFilesItemType.Server) { ItemName = "other" };

    private static readonly string[] Names = ["A", "s", "\u017F", "B"];

    private static readonly Gen<Step<OfflineFilesItem>> ItemStep = Gen.OneOf(
        Pick.Of<Step<OfflineFilesItem>>(
            new("pinned", q => q.Where(i => i.PinInfo!.Pinned), r => r.Where(i => i.PinInfo?.Pinned == true)),
            new("name a", q => q.Where(i => i.ItemName == "a"), r => r.Where(i => IgnoringCase.Equals(i.ItemName, "a"))),
            new("every other", q => q.Where((_, n) => n % 2 == 0), r => r.Where((_, n) => n % 2 == 0)),
            new("by name", q => q.OrderBy(i => i.ItemName), r => r.OrderBy(i => i.ItemName, IgnoringCase)),
            new("by size down", q => q.OrderByDescending(i => i.FileSysInfo!.LocalSize), r => r.OrderByDescending(i => i.FileSysInfo?.LocalSize)),
            new("by type, name", q => q.OrderBy(i => i.ItemType).ThenBy(i => i.ItemName), r => r.OrderBy(i => i.ItemType).ThenBy(i => i.ItemName, IgnoringCase)),
            new("reverse", q => q.Reverse(), r => r.Reverse()),
            new("distinct", q => q.Distinct(), r => r.Distinct()),
            new("distinct by name", q => q.DistinctBy(i => i.ItemName), r => r.DistinctBy(i => i.ItemName, IgnoringCase)),
            new("while typed", q => q.TakeWhile(i => i.ItemType != 0), r => r.TakeWhile(i => i.ItemType != 0)),
            new("after typed", q => q.SkipWhile(i => i.ItemType != 0), r => r.SkipWhile(i => i.ItemType != 0)),
            new("itself again", q => q.Concat(q), r => r.Concat(r)),
            new("union", q => q.UnionBy(q.Skip(1), i => i.ItemName), r => r.UnionBy(r.Skip(1), i => i.ItemName, IgnoringCase)),
            new("but the first", q => q.Except(q.Take(1)), r => r.Except(r.Take(1))),
            new("groups, flat", q => q.GroupBy(i => i.ItemName).SelectMany(g => g), r => r.GroupBy(i => i.ItemName, IgnoringCase).SelectMany(g => g)),
            new("with parent", q => q.Join(q, i => i.ParentItemPath, p => p.ItemPath, (i, p) => i), r => r.Join(r, i => i.ParentItemPath, p => p.ItemPath, (i, p) => i, IgnoringCase)),
            new("that have children", q => q.GroupJoin(q, i => i.ItemPath, c => c.ParentItemPath, (i, all) => new { i, n = all.Count() }).Where(x => x.n > 0).Select(x => x.i),
                r => r.GroupJoin(r, i => i.ItemPath, c => c.ParentItemPath, (i, all) => new { i, n = all.Count() }, IgnoringCase).Where(x => x.n > 0).Select(x => x.i)),
            new("or parent", q => q.LeftJoin(q, i => i.ParentItemPath, p => p.ItemPath, (i, p) => p ?? i), r => r.LeftJoin(r, i => i.ParentItemPath, p => p.ItemPath, (i, p) => p ?? i, IgnoringCase)),
            new("or child", q => q.RightJoin(q, i => i.ParentItemPath, p => p.ItemPath, (i, p) => i ?? p), r => r.RightJoin(r, i => i.ParentItemPath, p => p.ItemPath, (i, p) => i ?? p, IgnoringCase)),
            new("zip", q => q.Zip(q.Skip(1), (i, next) => next), r => r.Zip(r.Skip(1), (i, next) => next)),
            new("named so", q => q.SelectMany(i => Names, (i, name) => new { i, name }).Where(x => x.i.ItemName == x.name).Select(x => x.i),
                r => r.SelectMany(i => Names, (i, name) => new { i, name }).Where(x => IgnoringCase.Equals(x.i.ItemName, x.name)).Select(x => x.i)),
            new("default", q => q.Append(Other).Prepend(Other), r => r.Append(Other).Prepend(Other))),
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], (count, kind) => kind switch
        {
            0 => new Step<OfflineFilesItem>($"skip {count}", q => q.Skip(count), r => r.Skip(count)),
            1 => new Step<OfflineFilesItem>($"take {count}", q => q.Take(count), r => r.Take(count)),
            2 => new Step<OfflineFilesItem>($"skip last {count}", q => q.SkipLast(count), r => r.SkipLast(count)),
            3 => new Step<OfflineFilesItem>($"take last {count}", q => q.TakeLast(count), r => r.TakeLast(count)),
            4 => new Step<OfflineFilesItem>($"{count}..^1", q => q.Take(count..^1), r => r.Take(count..^1)),
            _ => new Step<OfflineFilesItem>($"^{count}..4", q => q.Take(^count..4), r => r.Take(^count..4)),
        }));

    private static readonly Gen<RowStepOf> RowStep = Pick.Of<RowStepOf>(
        new("name a", q => q.Where(x => x.Name == "a"), r => r.Where(x => IgnoringCase.Equals(x.Name, "a"))),
        new("size 0", q => q.Where(x => x.Size == 0), r => r.Where(x => x.Size == 0)),
        new("name a, size 0", q => q.Where(x => x.Name == "a" && x.Size == 0), r => r.Where(x => IgnoringCase.Equals(x.Name, "a") && x.Size == 0)),
        new("no parent", q => q.Where(x => x.Parent == null), r => r.Where(x => x.Parent == null)),
        new("by size", q => q.OrderBy(x => x.Size).ThenBy(x => x.Name), r => r.OrderBy(x => x.Size).ThenBy(x => x.Name, IgnoringCase)),
        new("by name, size", q => q.OrderBy(x => x.Name).ThenByDescending(x => x.Size), r => r.OrderBy(x => x.Name, IgnoringCase).ThenByDescending(x => x.Size)),
        new("take 3", q => q.Take(3), r => r.Take(3)),
        new("skip 1", q => q.Skip(1), r => r.Skip(1)),
        new("other name", q => q.Select(x => new Row { Name = x.Parent, Parent = x.Name, Size = x.Size + 1 }), r => r.Select(x => new RowInMemory { Name = x.Parent, Parent = x.Name, Size = x.Size + 1 })),
        new("compared", q => q.Select(x => new Row { Name = x.Name == "A" ? "yes" : x.Name, Parent = x.Parent, Size = x.Parent!.StartsWith(@"\\S") ? 1 : 0 }),
            r => r.Select(x => new RowInMemory { Name = IgnoringCase.Equals(x.Name, "A") ? "yes" : x.Name, Parent = x.Parent, Size = x.Parent?.StartsWith(@"\\S", StringComparison.OrdinalIgnoreCase) == true ? 1 : 0 })),
        new("zip", q => q.Zip(q.Select(x => x.Name), (x, name) => new Row { Name = x.Name + name, Parent = name, Size = x.Name == name ? 1 : 0 }),
            r => r.Zip(r.Select(x => x.Name), (x, name) => new RowInMemory { Name = x.Name + name, Parent = name, Size = IgnoringCase.Equals(x.Name, name) ? 1 : 0 })),
        new("distinct by name", q => q.DistinctBy(x => x.Name), r => r.DistinctBy(x => x.Name, IgnoringCase)));

    private static readonly Gen<End> Ends = Pick.Of<End>(
        new("rows", q => q.ToList(), r => r.Select(Outside).ToList()),
        new("count", q => q.Count(), r => r.Count()),
        new("count a", q => q.Count(x => x.Name == "a"), r => r.Count(x => IgnoringCase.Equals(x.Name, "a"))),
        new("any 0", q => q.Any(x => x.Size == 0), r => r.Any(x => x.Size == 0)),
        new("all 0", q => q.All(x => x.Size == 0), r => r.All(x => x.Size == 0)),
        new("first", q => q.FirstOrDefault(x => x.Size > 0), r => Outside(r.FirstOrDefault(x => x.Size > 0))),
        new("last", q => q.LastOrDefault(), r => Outside(r.LastOrDefault())),
        new("least name", q => q.MinBy(x => x.Name), r => Outside(r.MinBy(x => x.Name, IgnoringCase))),
        new("names", q => q.Select(x => x.Name).Distinct().ToList(), r => r.Select(x => x.Name).Distinct(IgnoringCase).ToList()),
        new("groups", q => q.GroupBy(x => x.Name).Select(g => new { g.Key, Count = g.Count() }).ToList(), r => r.GroupBy(x => x.Name, IgnoringCase).Select(g => new { g.Key, Count = g.Count() }).ToList()),
        new("in twos", q => q.Chunk(2).Select(c => c.Length).ToList(), r => r.Chunk(2).Select(c => c.Length).ToList()));

    /// <summary>Up to five operators, some on items and some on what is selected of them, and an end.</summary>
    public static Gen<Chain> Chain { get; } = Gen.Select(ItemStep.Array[0, 3], RowStep.Array[0, 2], Ends, (items, rows, end) => new Chain(
        string.Join(" | ", [.. items.Select(step => step.Name), "select", .. rows.Select(step => step.Name), end.Name]),
        query => end.Query(rows.Aggregate(
            items.Aggregate(query, (q, step) => step.Query(q)).Select(i => new Row { Name = i.ItemName, Parent = i.ParentItemPath, Size = i.FileSysInfo!.LocalSize }),
            (q, step) => step.Query(q))),
        memory => end.InMemory(rows.Aggregate(
            items.Aggregate(Streamed(memory), (r, step) => step.InMemory(r)).Select(i => new RowInMemory { Name = i.ItemName, Parent = i.ParentItemPath, Size = i.FileSysInfo?.LocalSize }),
            (r, step) => step.InMemory(r)))));

    // Enumerable takes short cuts through lists, and one of them throws: Skip past the end with something prepended or appended to it.
    private static IEnumerable<OfflineFilesItem> Streamed(IEnumerable<OfflineFilesItem> rows)
    {
        foreach (var row in rows) yield return row;
    }

    public static string Text(object? value) => value is IEnumerable rows and not string ? string.Join("; ", rows.Cast<object?>()) : $"{value}";

    private sealed record Row
    {
        public string? Name { get; init; }

        public string? Parent { get; init; }

        public long Size { get; init; }
    }

    // In memory the size says itself that it can be null; outside of a query it is the default then.
    private sealed record RowInMemory
    {
        public string? Name { get; init; }

        public string? Parent { get; init; }

        public long? Size { get; init; }
    }

    private static Row? Outside(RowInMemory? row) => row is null ? null : new Row { Name = row.Name, Parent = row.Parent, Size = row.Size ?? 0 };

    private sealed record Step<T>(string Name, Func<IQueryable<T>, IQueryable<T>> Query, Func<IEnumerable<T>, IEnumerable<T>> InMemory);

    private sealed record RowStepOf(string Name, Func<IQueryable<Row>, IQueryable<Row>> Query, Func<IEnumerable<RowInMemory>, IEnumerable<RowInMemory>> InMemory);

    private sealed record End(string Name, Func<IQueryable<Row>, object?> Query, Func<IEnumerable<RowInMemory>, object?> InMemory);
}

/// <summary>A chain of operators over a cache, and the same over rows in memory.</summary>
internal sealed record Chain(string Text, Func<IQueryable<OfflineFilesItem>, object?> Query, Func<IEnumerable<OfflineFilesItem>, object?> InMemory);
