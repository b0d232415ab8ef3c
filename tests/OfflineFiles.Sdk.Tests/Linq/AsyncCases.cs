using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;
using static OfflineFiles.Sdk.Tests.Linq.OperatorCase;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>The asynchronous twin of every operator that ends a query.</summary>
internal static class AsyncCases
{
    private static readonly StringComparer IgnoringCase = StringComparer.OrdinalIgnoreCase;

    public static IEnumerable<OperatorCase> Rows() =>
    [
        Async(items => items.ToListAsync(), rows => rows.ToList()),
        Async(items => items.Select(i => i.ItemType).ToArrayAsync(), rows => rows.Select(i => i.ItemType).ToArray()),
        Async(items => items.Select(i => i.ItemName.Substring(0, 1)).ToHashSetAsync(), rows => rows.Select(i => i.ItemName[..1]).Distinct(IgnoringCase)),
        Async(items => items.Select(i => i.ItemName.Substring(0, 1)).ToHashSetAsync(StringComparer.Ordinal), rows => rows.Select(i => i.ItemName[..1]).Distinct()),
        Async(items => items.Select(i => new { Key = i.ItemName.Substring(0, 1) }).ToHashSetAsync(),
            rows => rows.Select(i => new { Key = i.ItemName[..1] }).DistinctBy(x => x.Key, IgnoringCase)),
        Async(async items => (await items.ToDictionaryAsync(i => i.ItemName))["SRV"], rows => rows[0]),
        Async(async items => (await items.ToDictionaryAsync(i => i.ItemName, StringComparer.Ordinal)).ContainsKey("SRV"), _ => false),
        Async(async items => (await items.ToDictionaryAsync(i => i.ItemName, i => i.ItemType))["DATA"], _ => OfflineFilesItemType.Share),
        Async(async items => (await items.ToDictionaryAsync(i => i.ItemName, i => i.ItemType, StringComparer.Ordinal)).Count, rows => rows.Count),
        Async(async items => (await items.ToLookupAsync(i => i.ParentItemPath))[@"\\SRV\DATA"].Count(), _ => 4),
        Async(async items => (await items.ToLookupAsync(i => i.ItemName, StringComparer.Ordinal))["SRV"].Count(), _ => 0),
        Async(async items => (await items.ToLookupAsync(i => i.ItemType, i => i.ItemName))[OfflineFilesItemType.Share].ToList(), _ => new[] { "data", "data2" }),
        Async(async items => (await items.ToLookupAsync(i => i.ItemName, i => i.ItemType, StringComparer.Ordinal))["srv"].ToList(), _ => new[] { OfflineFilesItemType.Server }),
        Async(ReadEach, rows => rows.Select(i => i.ItemName).Concat(rows.Select(i => i.ItemName)).ToList()),
    ];

    public static IEnumerable<OperatorCase> Elements() =>
    [
        Async(items => items.FirstAsync(), rows => rows[0]),
        Async(items => items.FirstAsync(i => i.ItemName == "none"), rows => rows.First(i => i.ItemName == "none")),
        Async(items => items.FirstOrDefaultAsync(), rows => rows[0]),
        Async(items => items.Select(i => i.ItemName.Length).FirstOrDefaultAsync(n => n > 99), _ => 0),
        Async(items => items.LastAsync(), rows => rows[^1]),
        Async(items => items.LastAsync(i => i.ItemType == OfflineFilesItemType.Share), rows => rows.Last(i => i.ItemType == OfflineFilesItemType.Share)),
        Async(items => items.LastOrDefaultAsync(), rows => rows[^1]),
        Async(items => items.LastOrDefaultAsync(i => i.ItemName == "none"), _ => null),
        Async(items => items.SingleAsync(), rows => rows.Single()),
        Async(items => items.SingleAsync(i => i.ItemName == "SRV"), rows => rows[0]),
        Async(items => items.SingleOrDefaultAsync(), rows => rows.SingleOrDefault()),
        Async(items => items.SingleOrDefaultAsync(i => i.ItemName == "none"), _ => null),
        Async(items => items.ElementAtAsync(3), rows => rows[3]),
        Async(items => items.ElementAtAsync(-1), _ => throw new ArgumentOutOfRangeException()),
        Async(items => items.ElementAtAsync(99), _ => throw new ArgumentOutOfRangeException()),
        Async(items => items.ElementAtOrDefaultAsync(3), rows => rows[3]),
        Async(items => items.ElementAtOrDefaultAsync(-1), _ => null),
        Async(items => items.ElementAtOrDefaultAsync(99), _ => null),
    ];

    public static IEnumerable<OperatorCase> Values() =>
    [
        Async(items => items.AnyAsync(), _ => true),
        Async(items => items.AnyAsync(i => i.ItemName == "none"), _ => false),
        Async(items => items.AllAsync(i => i.ItemName.Length > 2), _ => true),
        Async(items => items.Select(i => i.ItemName).ContainsAsync("SRV"), _ => true),
        Async(items => items.Select(i => i.ItemName).ContainsAsync("SRV", StringComparer.Ordinal), _ => false),
        Async(items => items.SequenceEqualAsync(items), _ => true),
        Async(items => items.Take(1).Select(i => i.ItemName).SequenceEqualAsync(["SRV"]), _ => true),
        Async(items => items.Take(1).Select(i => i.ItemName).SequenceEqualAsync(["SRV"], StringComparer.Ordinal), _ => false),
        Async(items => items.CountAsync(), rows => rows.Count),
        Async(items => items.CountAsync(i => i.ItemName == "SRV"), _ => 1),
        Async(items => items.LongCountAsync(), rows => (long)rows.Count),
        Async(items => items.LongCountAsync(i => i.ItemName == "SRV"), _ => 1L),
        Async(items => items.Select(i => i.ItemName).AggregateAsync((all, name) => all + name), rows => string.Concat(rows.Select(i => i.ItemName))),
        Async(items => items.AggregateAsync(1, (sum, i) => sum + i.ItemName.Length), rows => 1 + rows.Sum(i => i.ItemName.Length)),
        Async(items => items.AggregateAsync(1, (sum, i) => sum + i.ItemName.Length, sum => $"{sum}"), rows => $"{1 + rows.Sum(i => i.ItemName.Length)}"),
        Async(items => items.Select(i => i.ItemName).MinAsync(), rows => rows.Select(i => i.ItemName).Min(IgnoringCase)),
        Async(items => items.Select(i => i.ItemName.Length).MaxAsync(), rows => rows.Max(i => i.ItemName.Length)),
        Async(items => items.MinAsync(i => i.FileSysInfo!.LocalSize), _ => 0L),
        Async(items => items.MaxAsync(i => i.ItemName), rows => rows.Select(i => i.ItemName).Max(IgnoringCase)),
        Async(items => items.Take(0).MaxAsync(i => i.ItemName.Length), _ => throw new InvalidOperationException()),
        Async(items => items.MinByAsync(i => i.ItemName), rows => rows.MinBy(i => i.ItemName, IgnoringCase)),
        Async(items => items.MaxByAsync(i => i.ItemName), rows => rows.MaxBy(i => i.ItemName, IgnoringCase)),
        Async(items => items.MinByAsync(i => i.ItemName, StringComparer.Ordinal), rows => rows.MinBy(i => i.ItemName, StringComparer.Ordinal)),
        Async(items => items.MaxByAsync(i => i.ItemName, StringComparer.Ordinal), rows => rows.MaxBy(i => i.ItemName, StringComparer.Ordinal)),
    ];

    public static IEnumerable<OperatorCase> Numbers() =>
    [
        Async(items => items.Select(i => i.ItemName.Length).SumAsync(), rows => rows.Sum(i => i.ItemName.Length)),
        Async(items => items.Select(i => (int?)i.ItemName.Length).SumAsync(), rows => rows.Sum(i => (int?)i.ItemName.Length)),
        Async(items => items.Select(i => (long)i.ItemName.Length).SumAsync(), rows => rows.Sum(i => (long)i.ItemName.Length)),
        Async(items => items.Select(i => i.FileSysInfo!.RemoteSize).SumAsync(), rows => rows.Sum(i => i.FileSysInfo?.RemoteSize)),
        Async(items => items.Select(i => i.ItemName.Length / 3f).SumAsync(), rows => rows.Sum(i => i.ItemName.Length / 3f)),
        Async(items => items.Select(i => (float?)null).SumAsync(), _ => 0f),
        Async(items => items.Select(i => i.ItemName.Length / 3d).SumAsync(), rows => rows.Sum(i => i.ItemName.Length / 3d)),
        Async(items => items.Select(i => (double?)null).SumAsync(), _ => 0d),
        Async(items => items.Select(i => i.ItemName.Length / 3m).SumAsync(), rows => rows.Sum(i => i.ItemName.Length / 3m)),
        Async(items => items.Select(i => (decimal?)null).SumAsync(), _ => 0m),
        Async(items => items.SumAsync(i => i.ItemName.Length), rows => rows.Sum(i => i.ItemName.Length)),
        Async(items => items.SumAsync(i => int.MaxValue), rows => rows.Sum(_ => int.MaxValue)),
        Async(items => items.SumAsync(i => (int?)null), _ => 0),
        Async(items => items.SumAsync(i => i.FileSysInfo!.LocalSize), rows => rows.Sum(i => i.FileSysInfo?.LocalSize ?? 0)),
        Async(items => items.SumAsync(i => i.FileSysInfo!.RemoteSize), rows => rows.Sum(i => i.FileSysInfo?.RemoteSize)),
        Async(items => items.SumAsync(i => i.ItemName.Length / 3f), rows => rows.Sum(i => i.ItemName.Length / 3f)),
        Async(items => items.SumAsync(i => (float?)null), _ => 0f),
        Async(items => items.SumAsync(i => i.ItemName.Length / 3d), rows => rows.Sum(i => i.ItemName.Length / 3d)),
        Async(items => items.SumAsync(i => (double?)null), _ => 0d),
        Async(items => items.SumAsync(i => i.ItemName.Length / 3m), rows => rows.Sum(i => i.ItemName.Length / 3m)),
        Async(items => items.SumAsync(i => (decimal?)null), _ => 0m),
        Async(items => items.Select(i => i.ItemName.Length).AverageAsync(), rows => rows.Average(i => i.ItemName.Length)),
        Async(items => items.Select(i => (int?)null).AverageAsync(), _ => null),
        Async(items => items.Select(i => (long)i.ItemName.Length).AverageAsync(), rows => rows.Average(i => (long)i.ItemName.Length)),
        Async(items => items.Select(i => i.FileSysInfo!.RemoteSize).AverageAsync(), rows => rows.Average(i => i.FileSysInfo?.RemoteSize)),
        Async(items => items.Select(i => i.ItemName.Length / 3f).AverageAsync(), rows => rows.Average(i => i.ItemName.Length / 3f)),
        Async(items => items.Select(i => (float?)null).AverageAsync(), _ => null),
        Async(items => items.Select(i => i.ItemName.Length / 3d).AverageAsync(), rows => rows.Average(i => i.ItemName.Length / 3d)),
        Async(items => items.Select(i => (double?)null).AverageAsync(), _ => null),
        Async(items => items.Select(i => i.ItemName.Length / 3m).AverageAsync(), rows => rows.Average(i => i.ItemName.Length / 3m)),
        Async(items => items.Select(i => (decimal?)null).AverageAsync(), _ => null),
        Async(items => items.AverageAsync(i => i.ItemName.Length), rows => rows.Average(i => i.ItemName.Length)),
        Async(items => items.Take(0).AverageAsync(i => i.ItemName.Length), _ => throw new InvalidOperationException()),
        Async(items => items.AverageAsync(i => (int?)null), _ => null),
        Async(items => items.AverageAsync(i => i.FileSysInfo!.LocalSize), rows => rows.Average(i => i.FileSysInfo?.LocalSize)!.Value),
        Async(items => items.AverageAsync(i => i.FileSysInfo!.RemoteSize), rows => rows.Average(i => i.FileSysInfo?.RemoteSize)),
        Async(items => items.AverageAsync(i => i.ItemName.Length / 3f), rows => rows.Average(i => i.ItemName.Length / 3f)),
        Async(items => items.AverageAsync(i => (float?)null), _ => null),
        Async(items => items.AverageAsync(i => i.ItemName.Length / 3d), rows => rows.Average(i => i.ItemName.Length / 3d)),
        Async(items => items.AverageAsync(i => (double?)null), _ => null),
        Async(items => items.AverageAsync(i => i.ItemName.Length / 3m), rows => rows.Average(i => i.ItemName.Length / 3m)),
        Async(items => items.AverageAsync(i => (decimal?)null), _ => null),
    ];

    private static async Task<List<string>> ReadEach(IQueryable<OfflineFilesItem> items)
    {
        var names = new List<string>();
        await items.ForEachAsync(i => names.Add(i.ItemName));
        await items.ForEachAsync(async (i, token) =>
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            names.Add(i.ItemName);
        });
        return names;
    }
}
