using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>
/// What do queries over a large cache take, compared with a statement of SQLite's own over the same file? Argument: how many files. Both find the same
/// before a time counts; each time is the middle one of five, and the memory what the process takes more at most.
/// </summary>
internal static class LargeCache
{
    public const string Name = "large-cache";

    private const int Rounds = 5;

    public static async Task RunAsync(string[] arguments)
    {
        var files = arguments is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000;
        await using var store = await SampleStore.MakeAsync(files);
        var items = store.Cache.Items;
        using var sqlite = store.Connect();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files"));
        await CompareAsync(
            "Count()", async () => await items.CountAsync(), () => Scalar(sqlite, "SELECT count(*) FROM items"));
        await CompareAsync(
            "Count(of a size)",
            async () => await items.CountAsync(item => item.FileSysInfo!.LocalSize < 1_000),
            () => Scalar(sqlite, "SELECT count(*) FROM items WHERE local_size < 1000"));
        await CompareAsync(
            "Any(of a size)",
            async () => await items.AnyAsync(item => item.FileSysInfo!.LocalSize == 19_999) ? 1L : 0,
            () => Scalar(sqlite, "SELECT EXISTS(SELECT 1 FROM items WHERE local_size = 19999)"));
        await CompareAsync(
            "Sum(size)",
            async () => await items.SumAsync(item => item.FileSysInfo!.LocalSize),
            () => Scalar(sqlite, "SELECT sum(local_size) FROM items"));
        await CompareAsync(
            "Max(size)",
            async () => await items.MaxAsync(item => item.FileSysInfo!.LocalSize),
            () => Scalar(sqlite, "SELECT max(local_size) FROM items"));
        await CompareAsync(
            "OrderByDescending(size).Take(10)",
            async () => (await items.OrderByDescending(item => item.FileSysInfo!.LocalSize).Take(10).ToListAsync()).Sum(item => item.FileSysInfo!.LocalSize),
            () => Scalar(sqlite, "SELECT sum(local_size) FROM (SELECT local_size FROM items ORDER BY local_size DESC, id LIMIT 10)"));
        await CompareAsync(
            "OrderBy(path).Take(10)",
            async () => (await items.OrderBy(item => item.ItemPath).Take(10).ToListAsync()).Count,
            () => Scalar(sqlite, "SELECT count(*) FROM (SELECT path FROM items ORDER BY path_key LIMIT 10)"));
        await CompareAsync(
            "1,000 rows below a directory",
            async () => (await items.Where(item => item.ItemPath.StartsWith(@"\\srv\share\directory 7\")).ToListAsync()).Count,
            () => Read(sqlite, @"SELECT * FROM items WHERE path_key >= '\\SRV\SHARE\DIRECTORY 7\' AND path_key < '\\SRV\SHARE\DIRECTORY 7]'"));
        await CompareAsync(
            "all items, as a stream",
            async () =>
            {
                var read = 0L;
                await foreach (var item in items.AsAsyncEnumerable()) read++;
                return read;
            },
            () => Read(sqlite, "SELECT * FROM items"));
    }

    private static async Task CompareAsync(string what, Func<Task<long>> ours, Func<long> theirs)
    {
        var (found, time, memory) = await MeasureAsync(ours);
        var (expected, floor, _) = await MeasureAsync(() => Task.Run(theirs));
        if (found != expected) throw new InvalidOperationException($"{what} is {found}, and SQLite's {expected}.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-34} {time.TotalMilliseconds,9:0.00} ms, SQLite {floor.TotalMilliseconds,9:0.00} ms, {time / floor,5:0.0} times, {memory / 1024 / 1024,4} MiB"));
    }

    private static async Task<(long Found, TimeSpan Time, long Memory)> MeasureAsync(Func<Task<long>> work)
    {
        var found = await work();
        var peak = new PeakMemory();
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            found = await work();
            times.Add(watch.Elapsed);
        }

        times.Sort();
        return (found, times[Rounds / 2], peak.Grown());
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static long Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        var read = 0L;
        for (; reader.Read(); read++) _ = reader.GetValues(values);
        return read;
    }
}
