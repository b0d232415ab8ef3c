using static OfflineFiles.Sdk.Tests.Linq.OperatorCase;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>Every operator in every form it has: queries that yield one value.</summary>
internal static class ResultCases
{
    private static readonly StringComparer IgnoringCase = StringComparer.OrdinalIgnoreCase;
    private static readonly OfflineFilesItem Other = new(@"\\new\share", OfflineFilesItemType.Share);

    public static IEnumerable<OperatorCase> Elements() =>
    [
        Value(items => items.First()),
        Value(items => items.First(i => i.ItemType == OfflineFilesItemType.File)),
        Value(items => items.First(i => i.ItemName == "none")),
        Value(items => items.FirstOrDefault()),
        Value(items => items.FirstOrDefault(Other)),
        Value(items => items.FirstOrDefault(i => i.ItemName == "none")),
        Value(items => items.FirstOrDefault(i => i.ItemName == "none", Other)),
        Value(items => items.Last()),
        Value(items => items.Last(i => i.ItemType == OfflineFilesItemType.Share)),
        Value(items => items.LastOrDefault()),
        Value(items => items.LastOrDefault(Other)),
        Value(items => items.LastOrDefault(i => i.ItemName == "none")),
        Value(items => items.LastOrDefault(i => i.ItemName == "none", Other)),
        Value(items => items.Single()),
        Value(items => items.Single(i => i.ItemName == "srv")),
        Value(items => items.SingleOrDefault()),
        Value(items => items.Take(0).SingleOrDefault(Other)),
        Value(items => items.SingleOrDefault(i => i.ItemName == "none")),
        Value(items => items.SingleOrDefault(i => i.ItemName == "none", Other)),
        Value(items => items.ElementAt(3)),
        Value(items => items.ElementAt(-1)),
        Value(items => items.ElementAt(99), rows => rows.Where(_ => true).ElementAt(99)),
        Value(items => items.ElementAt(^3)),
        Value(items => items.ElementAt(^99), rows => rows.Where(_ => true).ElementAt(^99)),
        Value(items => items.ElementAt(^0)),
        Value(items => items.ElementAtOrDefault(3)),
        Value(items => items.ElementAtOrDefault(-1)),
        Value(items => items.ElementAtOrDefault(99)),
        Value(items => items.ElementAtOrDefault(^3)),
        Value(items => items.ElementAtOrDefault(^99)),
        Value(items => items.Select(i => i.ItemName.Length).ElementAtOrDefault(99)),
        Value(items => items.Select(i => new { i.ItemName, i.ItemType }).First(x => x.ItemType == OfflineFilesItemType.File)),
    ];

    public static IEnumerable<OperatorCase> Tests() =>
    [
        Value(items => items.Any()),
        Value(items => items.Take(0).Any()),
        Value(items => items.Any(i => i.ItemName == "none")),
        Value(items => items.All(i => i.ItemName.Length > 2)),
        Value(items => items.All(i => i.ItemType == OfflineFilesItemType.File)),
        Value(items => items.Contains(Other)),
        Value(items => items.Contains(new OfflineFilesItem(@"\\SRV\data"))),
        Value(items => items.Contains(null!)),
        Value(items => items.Contains(Other, EqualityComparer<OfflineFilesItem>.Default)),
        Value(items => items.Select(i => i.ItemName).Contains("DATA"), _ => true),
        Value(items => items.Select(i => i.ItemName).Contains("DATA", StringComparer.Ordinal)),
        Value(items => items.Select(i => i.ParentItemPath).Contains(null)),
        Value(items => items.Select(i => i.ItemType).Contains(OfflineFilesItemType.Share)),
        Value(items => items.Select(i => new { i.ItemName }).Contains(new { ItemName = "DATA" }), _ => true),
        Value(items => items.SequenceEqual(items)),
        Value(items => items.SequenceEqual(items.Take(3))),
        Value(items => items.Take(3).SequenceEqual(items)),
        Value(items => items.Take(2).Select(i => i.ItemName).SequenceEqual(new[] { "SRV", "other" }), _ => true),
        Value(items => items.Take(2).Select(i => i.ItemName).SequenceEqual(new[] { "SRV", "other" }, StringComparer.Ordinal)),
    ];

    public static IEnumerable<OperatorCase> Numbers() =>
    [
        Value(items => items.Count()),
        Value(items => items.Count(i => i.ItemType == OfflineFilesItemType.File)),
        Value(items => items.LongCount()),
        Value(items => items.LongCount(i => i.ItemType == OfflineFilesItemType.File)),
        Value(items => items.Select(i => new { i.ItemName, i.FileSysInfo }).Count(x => x.ItemName == "SRV"), _ => 1),
        Value(items => items.Sum(i => i.ItemName.Length)),
        Value(items => items.Sum(i => (int?)i.ItemName.Length)),
        Value(items => items.Sum(i => (long)i.ItemName.Length)),
        Value(items => items.Sum(i => i.FileSysInfo!.RemoteSize), rows => rows.Sum(i => i.FileSysInfo?.RemoteSize)),
        Value(items => items.Sum(i => i.ItemName.Length / 3f)),
        Value(items => items.Sum(i => (float?)i.ItemName.Length)),
        Value(items => items.Sum(i => i.ItemName.Length / 3d)),
        Value(items => items.Sum(i => (double?)i.ItemName.Length)),
        Value(items => items.Sum(i => i.ItemName.Length / 3m)),
        Value(items => items.Sum(i => (decimal?)i.ItemName.Length)),
        Value(items => items.Sum(i => int.MaxValue)),
        Value(items => items.Sum(i => long.MaxValue)),
        Value(items => items.Select(i => i.ItemName.Length).Sum()),
        Value(items => items.Select(i => (int?)i.ItemName.Length).Sum()),
        Value(items => items.Select(i => (long)i.ItemName.Length).Sum()),
        Value(items => items.Select(i => (long?)null).Sum()),
        Value(items => items.Select(i => i.ItemName.Length / 3f).Sum()),
        Value(items => items.Select(i => (float?)null).Sum()),
        Value(items => items.Select(i => i.ItemName.Length / 3d).Sum()),
        Value(items => items.Select(i => (double?)null).Sum()),
        Value(items => items.Select(i => i.ItemName.Length / 3m).Sum()),
        Value(items => items.Select(i => (decimal?)null).Sum()),
        Value(items => items.Average(i => i.ItemName.Length)),
        Value(items => items.Average(i => (int?)i.ItemName.Length)),
        Value(items => items.Average(i => (long)i.ItemName.Length)),
        Value(items => items.Average(i => i.FileSysInfo!.RemoteSize), rows => rows.Average(i => i.FileSysInfo?.RemoteSize)),
        Value(items => items.Average(i => i.FileSysInfo!.LocalSize), rows => rows.Average(i => i.FileSysInfo?.LocalSize)!.Value),
        Value(items => items.Where(i => i.ItemType == OfflineFilesItemType.Server).Average(i => i.FileSysInfo!.LocalSize), _ => throw new InvalidOperationException()),
        Value(items => items.Average(i => i.ItemName.Length / 3f)),
        Value(items => items.Average(i => (float?)i.ItemName.Length)),
        Value(items => items.Average(i => i.ItemName.Length / 3d)),
        Value(items => items.Average(i => (double?)i.ItemName.Length)),
        Value(items => items.Average(i => i.ItemName.Length / 3m)),
        Value(items => items.Average(i => (decimal?)i.ItemName.Length)),
        Value(items => items.Select(i => i.ItemName.Length).Average()),
        Value(items => items.Select(i => (int?)null).Average()),
        Value(items => items.Select(i => i.FileSysInfo!.LocalSize).Average(), rows => rows.Average(i => i.FileSysInfo?.LocalSize)!.Value),
        Value(items => items.Select(i => (long?)null).Average()),
        Value(items => items.Select(i => i.ItemName.Length / 3f).Average()),
        Value(items => items.Select(i => (float?)null).Average()),
        Value(items => items.Select(i => i.ItemName.Length / 3d).Average()),
        Value(items => items.Select(i => (double?)null).Average()),
        Value(items => items.Select(i => i.ItemName.Length / 3m).Average()),
        Value(items => items.Select(i => (decimal?)null).Average()),
        Value(items => items.Take(0).Average(i => i.ItemName.Length)),
        Value(items => items.Take(0).Sum(i => i.ItemName.Length)),
    ];

    public static IEnumerable<OperatorCase> Extremes() =>
    [
        Value(items => items.Min(i => i.ItemName.Length)),
        Value(items => items.Max(i => i.ItemName.Length)),
        Value(items => items.Min(i => i.ItemName), rows => rows.Select(i => i.ItemName).Min(IgnoringCase)),
        Value(items => items.Max(i => i.ItemName), rows => rows.Select(i => i.ItemName).Max(IgnoringCase)),
        Value(items => items.Min(i => i.FileSysInfo!.LocalLastWriteTime), rows => rows.Min(i => i.FileSysInfo?.LocalLastWriteTime)),
        Value(items => items.Max(i => i.FileSysInfo!.RemoteSize), rows => rows.Max(i => i.FileSysInfo?.RemoteSize)),
        Value(items => items.Take(0).Max(i => i.ItemName.Length)),
        Value(items => items.Take(0).Max(i => i.ItemName)),
        Value(items => items.Select(i => i.ItemName.Length).Min()),
        Value(items => items.Select(i => i.ItemName.Length).Max()),
        Value(items => items.Select(i => i.ItemName.Length / 3d - double.NaN).Max()),
        Value(items => items.Select(i => i.ItemName).Min(StringComparer.Ordinal)),
        Value(items => items.Select(i => i.ItemName).Max(StringComparer.Ordinal)),
        Value(items => items.MinBy(i => i.ItemName.Length)),
        Value(items => items.MaxBy(i => i.ItemName.Length)),
        Value(items => items.MinBy(i => i.ItemName), rows => rows.MinBy(i => i.ItemName, IgnoringCase)),
        Value(items => items.MaxBy(i => i.FileSysInfo!.LocalSize), rows => rows.MaxBy(i => i.FileSysInfo?.LocalSize)),
        Value(items => items.MinBy(i => i.FileSysInfo!.LocalSize), rows => rows.OrderBy(i => i.ItemPath, IgnoringCase).MinBy(i => i.FileSysInfo?.LocalSize)),
        Value(items => items.Take(0).MinBy(i => i.ItemName.Length)),
        Value(items => items.Select(i => i.ItemName.Length).Take(0).MinBy(n => n)),
#if NET10_0_OR_GREATER
        Value(items => items.MinBy(i => i.ItemName, (IComparer<string>)StringComparer.Ordinal)),
        Value(items => items.MaxBy(i => i.ItemName, (IComparer<string>)StringComparer.Ordinal)),
#endif
    ];

    public static IEnumerable<OperatorCase> Aggregates() =>
    [
        Value(items => items.Select(i => i.ItemName).Aggregate((all, name) => all + name)),
        Value(items => items.Select(i => i.ItemName).Take(0).Aggregate((all, name) => all + name)),
        Value(items => items.Aggregate("", (all, i) => all + i.ItemName)),
        Value(items => items.Aggregate(0, (sum, i) => sum + i.ItemName.Length, sum => sum / 2)),
    ];
}
