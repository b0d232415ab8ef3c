using OfflineFiles.Sdk.Tests.Support;
using static OfflineFiles.Sdk.Tests.Acceptance.AcceptanceCase;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>What Select makes of rows; null where a type has none is its default.</summary>
internal static class ProjectionQueries
{
    private const int Factor = 1024;
    private static readonly DateTimeOffset Now = SampleCache.Now;

    public static IReadOnlyList<AcceptanceCase> All { get; } =
    [
        // Scalars.
        Case(items => items.Select(i => i.ItemPath)),
        Case(items => items.Select(i => i.ItemName)),
        Case(items => items.Select(i => i.ParentItemPath)),
        Case(items => items.Select(i => i.ItemType)),
        Case(items => items.Select(i => i.Path)),
        Case(items => items.Select(i => i.Path.Share)),
        Case(items => items.Select(i => i.Path.Parent)),
        Case(items => items.Select(i => i.Encrypted)),
        Case(items => items.Select(i => i.Sparse ?? false)),
        Case(items => items.Select(i => i.PinInfo!.Pinned)),
        Case(items => items.Select(i => !i.PinInfo!.Pinned)),
        Case(items => items.Select(i => i.PinInfo!.PinnedForUser)),
        Case(items => items.Select(i => i.PinInfo)),
        Case(items => items.Select(i => i.FileSysInfo!.LocalSize)),
        Case(items => items.Select(i => (long?)i.FileSysInfo!.LocalSize)),
        Case(items => items.Select(i => i.FileSysInfo!.RemoteSize)),
        Case(items => items.Select(i => i.FileSysInfo!.LocalLastWriteTime)),
        Case(items => items.Select(i => i.FileSysInfo!.LocalLastWriteTime!.Value.Year)),
        Case(items => items.Select(i => i.FileSysInfo!.RemoteLastWriteTime ?? i.FileSysInfo.LocalLastWriteTime)),
        Case(items => items.Select(i => i.FileSysInfo!.LocalSize / Factor)),
        Case(items => items.Select(i => i.ItemName.Length)),
        Case(items => items.Select(i => i.ItemName.ToUpperInvariant())),
        Case(items => items.Select(i => i.ParentItemPath!.Length)),
        Case(items => items.Select(i => i.ItemName + " in " + i.ParentItemPath)),
        Case(items => items.Select(i => $"{i.ItemName}: {i.FileSysInfo!.LocalSize}")),
        Case(items => items.Select(i => i.PinInfo == null)),
        Case(items => items.Select(i => i.FileSysInfo!.LocalSize > 1000)),
        Case(items => items.Select(i => i.PinInfo!.Pinned ? "pinned" : "loose")),
        Case(items => items.Select(i => (int)i.ItemType + 1)),
        Case(items => items.Select(i => Now - i.FileSysInfo!.LocalLastWriteTime)),
        Case(items => items.Select(_ => 1)),

        // Objects.
        Case(items => items.Select(i => new { i.ItemName, i.ItemType })),
        Case(items => items.Select(i => new { i.ItemName, i.PinInfo!.Pinned, i.ChangeInfo!.Dirty })),
        Case(items => items.Select(i => new { Name = i.ItemName, Size = i.FileSysInfo!.LocalSize, Remote = i.FileSysInfo.RemoteSize })),
        Case(items => items.Select(i => new { i.ItemName, Where = new { i.Path.Server, i.Path.Share } })),
        Case(items => items.Select(i => new { Item = i, i.ItemName })),
        Case(items => items.Select(i => new NamedSize(i.ItemName, i.FileSysInfo!.LocalSize))),
        Case(items => items.Select(i => new Row { Path = i.ItemPath, IsPinned = i.PinInfo!.Pinned })),
        Case(items => items.Select(i => new[] { i.ItemName, i.ParentItemPath })),
        Case(items => items.Select(i => new List<string> { i.ItemName, i.ItemPath })),
        Case(items => items.Select(i => Tuple.Create(i.ItemName, i.ItemType))),
        Case(items => items.Select(i => new KeyValuePair<string, bool>(i.ItemName, i.ChangeInfo!.Dirty))),

        // Methods, of the row and of its members.
        Case(items => items.Select(i => Extension(i.ItemName))),
        Case(items => items.Select(i => Label(i))),
        Case(items => items.Select(i => i.ToString())),
        Case(items => items.Select(i => i)),

        // What comes after.
        Case(items => items.Select(i => i.ItemName).Where(name => name.StartsWith("B"))),
        Case(items => items.Select(i => i.ItemName).Where(name => name.Length > 12).OrderBy(name => name)),
        Case(items => items.Select(i => new { i.ItemName, Size = i.FileSysInfo!.LocalSize }).Where(x => x.Size > 1_000_000).OrderByDescending(x => x.Size).Select(x => x.ItemName)),
        Case(items => items.Select(i => new { i.ItemName, i.FileSysInfo }).Where(x => x.FileSysInfo!.LocalSize > 100_000_000).Select(x => x.ItemName)),
        Case(items => items.Select(i => i.FileSysInfo!.LocalSize).Where(size => size > 0).OrderBy(size => size).First()),
        Case(items => items.Select(i => i.FileSysInfo!.LocalSize).Count(size => size == 0)),
        Case(items => items.Select(i => i.PinInfo).Count(pin => pin == null)),
        Case(items => items.Select(i => i.PinInfo).Count(pin => pin!.Pinned)),
        Case(items => items.Select(i => i.ItemPath).Any(path => path.EndsWith(".MKV"))),
        Case(items => items.Where(i => i.ItemName == "gone").Select(i => i.FileSysInfo!.LocalSize).FirstOrDefault()),
        Case(items => items.Where(i => i.ItemType == OfflineFilesItemType.File).Select(i => i.Path).Select(path => path.Share).Where(share => share != null).Count()),
    ];

    private static string Extension(string name) => System.IO.Path.GetExtension(name);

    private static string Label(OfflineFilesItem item) => $"{item.ItemType} {item.ItemName} {item.PinInfo?.Pinned}";

    private sealed record NamedSize(string Name, long Size);

    private sealed record Row
    {
        public string Path { get; init; } = "";

        public bool IsPinned { get; init; }
    }
}
