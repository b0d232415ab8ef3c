using OfflineFiles.Sdk.Tests.Support;
using static OfflineFiles.Sdk.Tests.Acceptance.AcceptanceCase;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>Where the values come from: constants, captured variables, fields, properties, calls; and numbers, points of time, sets.</summary>
internal static class ValueQueries
{
    private const string Constant = "Alpha";
    private static readonly string Field = "beta";
    private static readonly string[] Names = ["media", "archive"];
    private static readonly Filter Wanted = new("plan.md", new Range(1_000, 5_000));
    private static readonly Dictionary<string, OfflineFilesItemType> Types = new() { ["share"] = OfflineFilesItemType.Share };
    private static readonly HashSet<long> Sizes = [7, 11, 26];
    private static readonly long?[] SizesOrNull = [null, 4_097];
    private static readonly List<OfflineReason> Reasons = [OfflineReason.SlowConnection, OfflineReason.ItemSuspended];
    private static readonly DateTimeOffset Now = SampleCache.Now;

    public static IReadOnlyList<AcceptanceCase> All { get; } = Make("Straße.JPG", 2_400_000, PinState.PinnedInherit, new { Name = "one.mp3" });

    private static string Property => "two.MP3";

    private static string Method(int number) => number == 1 ? "notes.txt" : "none";

    private static List<AcceptanceCase> Make<T>(string parameter, long size, PinState pin, T anonymous)
    {
        var local = "three.flac";
        var index = 1;
        return
        [
            Case(items => items.Where(i => i.ItemName == Constant)),
            Case(items => items.Where(i => i.ItemName == Field)),
            Case(items => items.Where(i => i.ItemName == Property)),
            Case(items => items.Where(i => i.ItemName == Method(1))),
            Case(items => items.Where(i => i.ItemName == parameter)),
            Case(items => items.Where(i => i.ItemName == local)),
            Case(items => items.Where(i => i.ItemName == Names[0])),
            Case(items => items.Where(i => i.ItemName == Names[index])),
            Case(items => items.Where(i => i.ItemName == Wanted.Name)),
            Case(items => items.Where(i => i.ItemName == anonymous!.ToString()!.Split(' ')[3])),
            Case(items => items.Where(i => i.ItemName == $"{Constant}bet")),
            Case(items => items.Where(i => i.ItemName == string.Concat("main", ".cs"))),
            Case(items => items.Where(i => i.ItemName == local.Replace("three.flac", "todo.txt"))),
            Case(items => items.Count(i => i.ItemType == Types["share"])),
            Case(items => items.Count(i => i.FileSysInfo!.LocalSize >= size && i.FileSysInfo.LocalSize <= size + 1)),
            Case(items => items.Count(i => i.FileSysInfo!.LocalSize >= Wanted.Size.Low && i.FileSysInfo.LocalSize < Wanted.Size.High)),
            Case(items => items.Count(i => i.PinInfo!.PinnedForUser == pin)),
            Case(items => items.Count(i => i.FileSysInfo!.LocalSize == 2L * 256)),
            Case(items => items.Count(i => i.FileSysInfo!.LocalSize < -1)),
            Case(items => items.Count(i => i.FileSysInfo!.LocalSize > int.MaxValue)),
            Case(items => items.Count(i => i.FileSysInfo!.LocalSize > 511.5)),
            Case(items => items.Count(i => (int)i.ItemType == 9)),
            Case(items => items.Count(i => (long)i.ItemType >= 2)),
            Case(items => items.Where(i => local != null && i.ItemName == local.Trim())),
            Case(items => items.Count(i => index == 1 || i.ItemName == "none")),
            Case(items => items.Count(i => index != 1 && i.PinInfo!.Pinned)),
            Case(items => items.Count(i => index == 1 ? i.PinInfo!.Pinned : i.ChangeInfo!.Dirty)),

            // Points of time: any kind, any offset, finer than WQL.
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime > Now.AddDays(-10))),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime >= Now.AddDays(-1).AddTicks(1))),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime > Now.AddDays(-1).AddTicks(1))),
            Case(items => items.Where(i => i.FileSysInfo!.LocalLastWriteTime == Now.AddDays(-3).AddTicks(3))),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime != Now.AddDays(-3).AddTicks(3))),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime < Now.AddDays(-100).ToOffset(TimeSpan.FromHours(9)))),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime < new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)))),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime < new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc))),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Year == 2023)),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Date == Now.Date)),
            Case(items => items.Count(i => Now - i.FileSysInfo!.LocalLastWriteTime < TimeSpan.FromDays(30))),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime!.Value.AddDays(30) > Now)),
            Case(items => items.Count(i => i.FileSysInfo!.LocalCreationTime < i.FileSysInfo.LocalLastWriteTime)),
            Case(items => items.Count(i => i.FileSysInfo!.LocalChangeTime == i.FileSysInfo.LocalLastWriteTime)),
            Case(items => items.Count(i => i.FileSysInfo!.RemoteLastWriteTime > Now.AddDays(-30))),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime < DateTimeOffset.MaxValue)),
            Case(items => items.Count(i => i.FileSysInfo!.LocalLastAccessTime == DateTimeOffset.MinValue)),

            // Sets of values.
            Case(items => items.Where(i => Sizes.Contains(i.FileSysInfo!.LocalSize))),
            Case(items => items.Count(i => !Sizes.Contains(i.FileSysInfo!.LocalSize))),
            Case(items => items.Count(i => SizesOrNull.Contains(i.FileSysInfo!.RemoteSize))),
            Case(items => items.Count(i => Reasons.Contains(i.ConnectionInfo!.OfflineReason))),
            Case(items => items.Count(i => new[] { OfflineFilesItemType.Server, OfflineFilesItemType.Share }.Contains(i.ItemType))),
            Case(items => items.Count(i => Enumerable.Range(0, 2_000).Select(number => (long)number).ToList().Contains(i.FileSysInfo!.LocalSize))),
        ];
    }

    private sealed record Filter(string Name, Range Size);

    private sealed record Range(long Low, long High);
}
