using static OfflineFiles.Sdk.Tests.Linq.OperatorCase;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>Every operator in every form it has: queries that yield rows.</summary>
internal static class OperatorCases
{
    private static readonly StringComparer IgnoringCase = StringComparer.OrdinalIgnoreCase;
    private static readonly string[] Names = ["SRV", "q1.XLSX", "q2.xlsx", "q2.xlsx", "none"];
    private static readonly OfflineFilesItemType[] Types = [OfflineFilesItemType.File, OfflineFilesItemType.Share, OfflineFilesItemType.Share];
    private static readonly OfflineFilesItem Other = new(@"\\new\share", OfflineFilesItemType.Share);

    public static IEnumerable<OperatorCase> Filters() =>
    [
        Rows(items => items.Where(i => i.ItemType == OfflineFilesItemType.File)),
        Rows(items => items.Where((i, n) => n % 2 == 0 && i.ItemType == OfflineFilesItemType.File)),
        Rows(items => items.Where((_, n) => n > 3).Where(i => i.ItemType == OfflineFilesItemType.File)),
        Rows(items => items.OfType<OfflineFilesItem>()),
        Rows(items => items.OfType<object>()),
        Rows(items => items.Select(i => (object)i.ItemName.Length).OfType<string>()),
        Rows(items => items.Select(i => (object?)(i.ItemType == OfflineFilesItemType.File ? i.ItemName : null)).OfType<string>().Where(n => n.Length > 8)),
        Rows(items => items.Cast<object>()),
        Rows(items => items.Select(i => (object)i.ItemName.Length).Cast<int>()),
        Rows(items => items.Select(i => (object)i.ItemName).Cast<int>()),
        Rows(items => items.Select(i => (object?)null).Cast<string>()),
    ];

    public static IEnumerable<OperatorCase> Projections() =>
    [
        Rows(items => items.Select(i => i.ItemName)),
        Rows(items => items.Select((i, n) => i.ItemName + n)),
        Rows(items => items.Select(i => new { i.ItemName, i.ItemType }).Where(x => x.ItemType == OfflineFilesItemType.File).Select(x => x.ItemName)),
        Rows(items => items.Select(i => new { i.ItemName, Length = i.ItemName.Length }).Where(x => x.Length > 4 && x.ItemName == "data2").Select(x => x.Length)),
        Rows(items => items.Select(i => new { i, Info = i.FileSysInfo }).Where(x => x.Info!.LocalSize > 50).Select(x => x.i.ItemName),
            rows => rows.Where(i => i.FileSysInfo?.LocalSize > 50).Select(i => i.ItemName)),
        Rows(items => items.Select(i => new { Outer = new { i.ItemName } }).Where(x => x.Outer.ItemName == "SRV").Select(x => x.Outer.ItemName), _ => ["srv"]),
        Rows(items => items.Select(i => new Pair { Name = i.ItemName, Type = i.ItemType }).Where(p => p.Name == "DATA").Select(p => p.Type), _ => [OfflineFilesItemType.Share]),
        Rows(items => items.Select(i => new Loud { Name = i.ItemName }).Where(p => p.Name == "srv!").Select(p => p.Name), _ => ["srv!"]),
        Rows(items => items.Select(i => new { i.FileSysInfo!.LocalSize }).Where(x => x.LocalSize == 0).Select(x => x.LocalSize),
            rows => rows.Where(i => i.FileSysInfo?.LocalSize == 0).Select(_ => 0L)),
        Rows(items => items.Select(i => i.PinInfo!.Pinned).Where(p => !p), rows => rows.Select(i => i.PinInfo?.Pinned ?? false).Where(p => !p)),
        Rows(items => items.Select(i => i.ItemName).Take(5).Where(n => n == "DATA"), _ => ["data"]),
        Rows(items => from i in items let name = i.ItemName where name.Length > 6 orderby name.Length, i.ItemType select name.Length),
        Rows(items => items.Select(i => i.FileSysInfo).Distinct().Select(f => f!.LocalSize), rows => rows.Select(i => i.FileSysInfo).Distinct().Select(f => f?.LocalSize ?? 0)),
        Rows(items => items.SelectMany(i => i.ItemName)),
        Rows(items => items.SelectMany((i, n) => Enumerable.Repeat(i.ItemName, n % 3))),
        Rows(items => items.SelectMany(i => Types, (i, t) => new { i.ItemName, Same = i.ItemType == t })),
        Rows(items => items.SelectMany((i, n) => i.ItemName.Take(n), (i, c) => new { i.ItemType, c })),
        Rows(items => items.SelectMany(i => i.ParentItemPath!), rows => rows.SelectMany(i => i.ParentItemPath ?? "")),
        Rows(items => from i in items from t in Types where i.ItemType == t select new { i.ItemName, t }),
    ];

    public static IEnumerable<OperatorCase> Orders() =>
    [
        Rows(items => items.OrderBy(i => i.ItemName.Length)),
        Rows(items => items.OrderBy(i => i.ItemName), rows => rows.OrderBy(i => i.ItemName, IgnoringCase)),
        Rows(items => items.OrderBy(i => i.ItemName, StringComparer.Ordinal)),
        Rows(items => items.OrderBy(i => i.ItemType, new ByNumber())),
        Rows(items => items.OrderByDescending(i => i.ItemType)),
        Rows(items => items.OrderByDescending(i => i.ItemName, StringComparer.Ordinal)),
        Rows(items => items.OrderBy(i => i.FileSysInfo!.LocalSize, Comparer<long>.Default), rows => rows.OrderBy(i => i.FileSysInfo?.LocalSize)),
        Rows(items => items.OrderBy(i => i.ItemType).ThenBy(i => i.ItemName.Length)),
        Rows(items => items.OrderBy(i => i.ItemType).ThenBy(i => i.ItemName, StringComparer.Ordinal)),
        Rows(items => items.OrderBy(i => i.ItemType).ThenByDescending(i => i.ItemName.Length)),
        Rows(items => items.OrderBy(i => i.ItemType).ThenByDescending(i => i.ItemName, StringComparer.Ordinal)),
        Rows(items => items.Select(i => i.ItemName.Length).Order()),
        Rows(items => items.Select(i => i.ItemName).Order(), rows => rows.Select(i => i.ItemName).Order(IgnoringCase)),
        Rows(items => items.Select(i => i.ItemName).Order(StringComparer.Ordinal)),
        Rows(items => items.Select(i => i.ItemName.Length).OrderDescending()),
        Rows(items => items.Select(i => i.ItemName).OrderDescending(StringComparer.Ordinal)),
        Rows(items => items.Reverse()),
        Rows(items => items.Select(i => new { i.ItemType, Length = i.ItemName.Length }).OrderBy(x => x.ItemType).ThenByDescending(x => x.Length)),
        Rows(items => items.OrderBy(i => i.ItemName.Length).Where(i => i.ItemType == OfflineFilesItemType.File).Reverse()),
        Rows(items => items.OrderBy(i => i.ItemType).Select(i => i.ItemName).Where(n => n == "DATA"), _ => ["data"]),
    ];

    public static IEnumerable<OperatorCase> Pages() =>
    [
        Rows(items => items.Skip(3)),
        Rows(items => items.Skip(-1)),
        Rows(items => items.Take(3)),
        Rows(items => items.Take(-1)),
        Rows(items => items.Take(2..5)),
        Rows(items => items.Take(5..2)),
        Rows(items => items.Take(2..^3)),
        Rows(items => items.Take(^5..^2)),
        Rows(items => items.Take(^9..6)),
        Rows(items => items.Take(^99..2)),
        Rows(items => items.TakeLast(3)),
        Rows(items => items.TakeLast(0)),
        Rows(items => items.TakeLast(99)),
        Rows(items => items.SkipLast(3)),
        Rows(items => items.SkipLast(0)),
        Rows(items => items.SkipLast(99)),
        Rows(items => items.TakeWhile(i => i.ItemType != OfflineFilesItemType.File)),
        Rows(items => items.TakeWhile((i, n) => n < 4 && i.ItemName.Length > 2)),
        Rows(items => items.SkipWhile(i => i.ItemType != OfflineFilesItemType.File)),
        Rows(items => items.SkipWhile((i, n) => n < 4 && i.ItemName.Length > 2)),
        Rows(items => items.Skip(2).Take(5).Where(i => i.ItemType == OfflineFilesItemType.Directory)),
        Rows(items => items.Chunk(5)),
        Rows(items => items.Select(i => i.ItemName.Length).Chunk(5)),
        Rows(items => items.Take(0).Chunk(5)),
    ];

    public static IEnumerable<OperatorCase> Sets() =>
    [
        Rows(items => items.Distinct()),
        Rows(items => items.Distinct().Where(i => i.ItemType == OfflineFilesItemType.File)),
        Rows(items => items.Select(i => i.ItemType).Distinct()),
        Rows(items => items.Select(i => i.ParentItemPath).Distinct(StringComparer.Ordinal)),
        Rows(items => items.Select(i => i.ItemName.Substring(0, 1)).Distinct(), rows => rows.Select(i => i.ItemName[..1]).Distinct(IgnoringCase)),
        Rows(items => items.Select(i => i.ItemName.Substring(0, 1)).Distinct(StringComparer.Ordinal)),
        Rows(items => items.Select(i => i.ItemName.Substring(0, 1)).Distinct().Where(n => n.Equals("Q", StringComparison.Ordinal)), _ => []),
        Rows(items => items.Select(i => new { First = i.ItemName.Substring(0, 1), i.ItemType }).Distinct(),
            rows => rows.Select(i => new { First = i.ItemName[..1], i.ItemType }).DistinctBy(x => (x.First.ToUpperInvariant(), x.ItemType))),
        Rows(items => items.DistinctBy(i => i.ItemType)),
        Rows(items => items.DistinctBy(i => i.ItemName.Length, EqualityComparer<int>.Default)),
        Rows(items => items.DistinctBy(i => new { Key = i.ItemName.Substring(0, 1) }), rows => rows.DistinctBy(i => i.ItemName[..1], IgnoringCase)),
        Rows(items => items.DistinctBy(i => i.FileSysInfo!.LocalSize), rows => rows.DistinctBy(i => i.FileSysInfo?.LocalSize)),
        Rows(items => items.Union(items.Where(i => i.ItemName.Length > 3))),
        Rows(items => items.Select(i => i.ItemName).Union(Names), rows => rows.Select(i => i.ItemName).Union(Names, IgnoringCase)),
        Rows(items => items.Select(i => i.ItemName).Union(Names, StringComparer.Ordinal)),
        Rows(items => items.UnionBy(new[] { Other }, i => i.ItemType)),
        Rows(items => items.UnionBy(new[] { Other }, i => i.ItemType, EqualityComparer<OfflineFilesItemType>.Default)),
        Rows(items => items.Intersect(items.Where(i => i.ItemType == OfflineFilesItemType.Share))),
        Rows(items => items.Select(i => i.ItemName).Intersect(Names), rows => rows.Select(i => i.ItemName).Intersect(Names, IgnoringCase)),
        Rows(items => items.Select(i => i.ItemName).Intersect(Names, StringComparer.Ordinal)),
        Rows(items => items.IntersectBy(Types, i => i.ItemType)),
        Rows(items => items.IntersectBy(Names, i => i.ItemName, StringComparer.Ordinal)),
        Rows(items => items.Except(items.Where(i => i.ItemType == OfflineFilesItemType.File))),
        Rows(items => items.Select(i => i.ItemName).Except(Names), rows => rows.Select(i => i.ItemName).Except(Names, IgnoringCase)),
        Rows(items => items.Select(i => i.ItemName).Except(Names, StringComparer.Ordinal)),
        Rows(items => items.ExceptBy(Types, i => i.ItemType)),
        Rows(items => items.ExceptBy(Names, i => i.ItemName, StringComparer.Ordinal)),
        Rows(items => items.Except(items.Take(2)).Except(items.Skip(5)).Take(2)),
        Rows(items => items.Except(Array.Empty<OfflineFilesItem>()).Where(i => i.ItemType == OfflineFilesItemType.Share)),
    ];

    public static IEnumerable<OperatorCase> Sequences() =>
    [
        Rows(items => items.Concat(items)),
        Rows(items => items.Concat(new[] { Other }).Where(i => i.ItemType == OfflineFilesItemType.Share)),
        Rows(items => items.Take(2).Concat(items.Skip(9)).Concat(items.Take(1)).Skip(1)),
        Rows(items => items.Take(2).Concat(items.OrderBy(i => i.ItemName.Length).Concat(items.Take(1))).Take(9)),
        Rows(items => items.Select(i => i.ItemName).Concat(items.Select(i => i.ItemPath)).Take(15)),
        Rows(items => items.Append(Other)),
        Rows(items => items.Append(Other).Take(3)),
        Rows(items => items.Prepend(Other)),
        Rows(items => items.Where(i => i.ItemName == "none").Prepend(Other).Append(Other)),
        Rows(items => items.DefaultIfEmpty()),
        Rows(items => items.Where(i => i.ItemName == "none").DefaultIfEmpty()),
        Rows(items => items.Where(i => i.ItemName == "none").DefaultIfEmpty().Select(i => i!.ItemName), _ => [null!]),
        Rows(items => items.Where(i => i.ItemName == "none").DefaultIfEmpty(Other)),
        Rows(items => items.Where(i => i.ItemName == "none").Select(i => i.ItemName.Length).DefaultIfEmpty()),
        Rows(items => items.Where(i => i.ItemName == "none").Select(i => i.ItemName.Length).DefaultIfEmpty(7)),
        Rows(items => items.Zip(Names)),
        Rows(items => items.Zip(Infinite())),
        Rows(items => items.Zip(items.Skip(2), items.Select(i => i.ItemType))),
        Rows(items => items.Zip(items.OrderBy(i => i.ItemName.Length), (a, b) => a.ItemName + b.ItemName)),
        Rows(items => items.Zip(Types, (i, t) => new { i.ItemName, t }).Where(x => x.t == OfflineFilesItemType.Share)),
    ];

    public static IEnumerable<OperatorCase> Groups() =>
    [
        Rows(items => items.GroupBy(i => i.ItemType)),
        Rows(items => items.GroupBy(i => i.ItemName.Substring(0, 1)), rows => rows.GroupBy(i => i.ItemName[..1], IgnoringCase)),
        Rows(items => items.GroupBy(i => i.ItemName.Substring(0, 1), StringComparer.Ordinal)),
        Rows(items => items.GroupBy(i => i.ItemType, i => i.ItemName)),
        Rows(items => items.GroupBy(i => i.ItemName.Substring(0, 1), i => i.ItemName.Length, StringComparer.Ordinal)),
        Rows(items => items.GroupBy(i => i.ItemType, (type, all) => new { type, Count = all.Count() })),
        Rows(items => items.GroupBy(i => i.ItemName.Substring(0, 1), (key, all) => new { key, First = all.First().ItemName }, StringComparer.Ordinal)),
        Rows(items => items.GroupBy(i => i.ItemType, i => i.ItemName.Length, (type, all) => new { type, Sum = all.Sum() })),
        Rows(items => items.GroupBy(i => i.ItemName.Substring(0, 1), i => i.ItemName.Length, (key, all) => key + all.Max(), StringComparer.Ordinal)),
        Rows(items => items.GroupBy(i => new { Key = i.ItemName.Substring(0, 1), i.ItemType }).Select(g => g.Key.Key + g.Count()),
            rows => rows.GroupBy(i => (i.ItemName[..1].ToUpperInvariant(), i.ItemType)).Select(g => g.First().ItemName[..1] + g.Count())),
        Rows(items => items.GroupBy(i => i.ParentItemPath).Select(g => g.Key),
            rows => rows.GroupBy(i => i.ParentItemPath, IgnoringCase).Select(g => g.Key)),
        Rows(items => items.GroupBy(i => i.FileSysInfo!.LocalSize).Select(g => g.Key), rows => rows.GroupBy(i => i.FileSysInfo?.LocalSize).Select(g => g.Key ?? 0)),
        Rows(items => items.GroupBy(i => i.ItemType).Where(g => g.Count() > 1).OrderByDescending(g => g.Count()).Select(g => new { g.Key, Longest = g.Max(i => i.ItemName.Length) })),
        Rows(items => items.Select(i => new { i.ItemType, i.ItemName }).GroupBy(x => x.ItemType, x => x.ItemName)),
        Rows(items => items.GroupBy(i => i.ItemType).SelectMany(g => g)),
    ];

    public static IEnumerable<OperatorCase> Joins() =>
    [
        Rows(items => items.Join(Names, i => i.ItemName, n => n, (i, n) => new { i.ItemName, n }),
            rows => rows.Join(Names, i => i.ItemName, n => n, (i, n) => new { i.ItemName, n }, IgnoringCase)),
        Rows(items => items.Join(Names, i => i.ItemName, n => n, (i, n) => new { i.ItemName, n }, StringComparer.Ordinal)),
        Rows(items => items.Join(items, i => i.ParentItemPath, p => p.ItemPath, (i, p) => new { i.ItemName, Parent = p.ItemName }),
            rows => rows.Join(rows, i => i.ParentItemPath, p => p.ItemPath, (i, p) => new { i.ItemName, Parent = p.ItemName }, IgnoringCase)),
        Rows(items => from i in items join p in items.Where(p => p.ItemType == OfflineFilesItemType.Share) on i.ParentItemPath equals p.ItemPath where i.ItemName.Length > 5 select i.ItemName,
            rows => rows.Where(i => i.ItemName.Length > 5 && rows.Any(p => p.ItemType == OfflineFilesItemType.Share && IgnoringCase.Equals(p.ItemPath, i.ParentItemPath))).Select(i => i.ItemName)),
        Rows(items => items.Join(Names, i => new { Key = i.ItemName }, n => new { Key = n }, (i, n) => n),
            rows => rows.Join(Names, i => i.ItemName, n => n, (i, n) => n, IgnoringCase)),
        Rows(items => items.Join(new long[] { 0, 7 }, i => i.FileSysInfo!.LocalSize, size => size, (i, size) => i.ItemName),
            rows => rows.Where(i => i.FileSysInfo?.LocalSize is 0 or 7).Select(i => i.ItemName)),
        Rows(items => items.GroupJoin(Types, i => i.ItemType, t => t, (i, all) => new { i.ItemName, Count = all.Count() })),
        Rows(items => items.GroupJoin(Names, i => i.ItemName, n => n, (i, all) => all.Count(), StringComparer.Ordinal)),
        Rows(items => from p in items join i in items on p.ItemPath equals i.ParentItemPath into children select new { p.ItemName, Children = children.Count() },
            rows => rows.GroupJoin(rows, p => p.ItemPath, i => i.ParentItemPath, (p, children) => new { p.ItemName, Children = children.Count() }, IgnoringCase)),
    ];

#if NET10_0_OR_GREATER
    public static IEnumerable<OperatorCase> New() =>
    [
        Rows(items => items.Index()),
        Rows(items => items.CountBy(i => i.ItemType)),
        Rows(items => items.CountBy(i => i.ItemName.Substring(0, 1)), rows => rows.CountBy(i => i.ItemName[..1], IgnoringCase)),
        Rows(items => items.CountBy(i => i.ItemName.Substring(0, 1), StringComparer.Ordinal)),
        Rows(items => items.AggregateBy(i => i.ItemType, 5, (sum, i) => sum + i.ItemName.Length)),
        Rows(items => items.AggregateBy(i => i.ItemName.Substring(0, 1), 5, (sum, i) => sum + i.ItemName.Length, StringComparer.Ordinal)),
        Rows(items => items.AggregateBy(i => i.ItemType, type => type.ToString(), (text, i) => text + i.ItemName)),
        Rows(items => items.LeftJoin(Names, i => i.ItemName, n => n, (i, n) => i.ItemName + n), rows => rows.LeftJoin(Names, i => i.ItemName, n => n, (i, n) => i.ItemName + n, IgnoringCase)),
        Rows(items => items.LeftJoin(Types, i => i.ItemType, t => t, (i, t) => new { i.ItemName, t }, EqualityComparer<OfflineFilesItemType>.Default)),
        Rows(items => items.LeftJoin(items, i => i.ParentItemPath, p => p.ItemPath, (i, p) => new { i.ItemName, Parent = p!.ItemName }),
            rows => rows.LeftJoin(rows, i => i.ParentItemPath, p => p.ItemPath, (i, p) => new { i.ItemName, Parent = p?.ItemName! }, IgnoringCase)),
        Rows(items => items.RightJoin(Names, i => i.ItemName, n => n, (i, n) => i!.ItemName + n), rows => rows.RightJoin(Names, i => i.ItemName, n => n, (i, n) => i?.ItemName + n, IgnoringCase)),
        Rows(items => items.RightJoin(Names, i => i.ItemName, n => n, (i, n) => i!.ItemName + n, StringComparer.Ordinal),
            rows => rows.RightJoin(Names, i => i.ItemName, n => n, (i, n) => i?.ItemName + n, StringComparer.Ordinal)),
        Rows(items => items.Shuffle().OrderBy(i => i.ItemPath), rows => rows.OrderBy(i => i.ItemPath, IgnoringCase)),
    ];
#endif

    private static IEnumerable<int> Infinite()
    {
        for (var i = 0; ; i++) yield return i;
    }

    private sealed class Pair
    {
        public string Name { get; init; } = "";

        public OfflineFilesItemType Type { get; init; }
    }

    private sealed class Loud
    {
        private readonly string _name = "";

        public string Name
        {
            get => _name + "!";
            init => _name = value;
        }
    }

    private sealed class ByNumber : IComparer<OfflineFilesItemType>
    {
        public int Compare(OfflineFilesItemType x, OfflineFilesItemType y) => ((int)y).CompareTo((int)x);
    }
}
