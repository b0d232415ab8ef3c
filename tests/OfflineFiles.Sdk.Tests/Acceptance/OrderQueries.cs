using static OfflineFiles.Sdk.Tests.Acceptance.AcceptanceCase;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>Order, pages, and the operators that make one value of rows.</summary>
internal static class OrderQueries
{
    private static readonly int Page = 2;

    public static IReadOnlyList<AcceptanceCase> All { get; } =
    [
        // Keys: null first, text ignoring case, equal keys in the order of the rows.
        Case(items => items.OrderBy(i => i.ItemName).Select(i => i.ItemName)),
        Case(items => items.OrderByDescending(i => i.ItemName).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemName, StringComparer.Ordinal).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemName, StringComparer.OrdinalIgnoreCase).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ParentItemPath).ThenBy(i => i.ItemName).Select(i => i.ItemPath)),
        Case(items => items.OrderByDescending(i => i.ParentItemPath).ThenByDescending(i => i.ItemName).Select(i => i.ItemPath)),
        Case(items => items.OrderBy(i => i.ItemType).ThenBy(i => i.ItemPath).Select(i => i.ItemPath)),
        Case(items => items.OrderBy(i => i.ItemType).ThenByDescending(i => i.FileSysInfo!.LocalSize).ThenBy(i => i.ItemName).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.FileSysInfo!.LocalSize).Select(i => i.ItemPath)),
        Case(items => items.OrderByDescending(i => i.FileSysInfo!.LocalLastWriteTime).Select(i => i.ItemPath)),
        Case(items => items.OrderBy(i => i.FileSysInfo!.RemoteSize).ThenBy(i => i.ItemPath).Select(i => i.ItemPath)),
        Case(items => items.OrderBy(i => i.Encrypted).ThenBy(i => i.ItemPath).Select(i => i.ItemPath)),
        Case(items => items.OrderBy(i => i.PinInfo!.Pinned).ThenBy(i => i.ItemPath).Select(i => i.ItemPath)),
        Case(items => items.OrderBy(i => i.ItemName.Length).ThenBy(i => i.ItemName).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.Path.Depth).ThenBy(i => i.ItemName).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ConnectionInfo!.ConnectState).ThenBy(i => i.ItemPath).Select(i => i.ItemPath)),
        Case(items => items.OrderBy(i => i.ItemName).OrderBy(i => i.ItemType).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemName).Where(i => i.PinInfo!.Pinned).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.PinInfo!.Pinned).OrderBy(i => i.ItemName).Where(i => i.ItemName.Length > 10).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemName)),
        Case(items => items.Where(i => i.ChangeInfo!.Dirty).OrderBy(i => i.FileSysInfo!.LocalSize)),
        Case(items => items.Select(i => i.ItemName).OrderByDescending(name => name.Length).ThenBy(name => name)),
        Case(items => items.OrderBy(i => i.FileSysInfo!.LocalSize > 1_000_000 ? i.ItemName : null).ThenBy(i => i.ItemPath).Select(i => i.ItemPath)),

        // Pages.
        Case(items => items.OrderBy(i => i.ItemPath).Take(3).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemPath).Skip(50).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemPath).Skip(Page * 10).Take(10).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemPath).Take(10).Skip(8).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemPath).Take(0)),
        Case(items => items.OrderBy(i => i.ItemPath).Take(-1)),
        Case(items => items.OrderBy(i => i.ItemPath).Skip(-1).Take(1)),
        Case(items => items.OrderBy(i => i.ItemPath).Skip(1000)),
        Case(items => items.OrderBy(i => i.ItemPath).Take(1000).Count()),
        Case(items => items.OrderBy(i => i.ItemPath).Take(5).Where(i => i.PinInfo!.Pinned).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemPath).Take(5).Count(i => i.PinInfo!.Pinned)),
        Case(items => items.OrderBy(i => i.ItemPath).Skip(5).Any(i => i.ItemType == OfflineFilesItemType.Server)),
        Case(items => items.OrderBy(i => i.ItemPath).Take(20).OrderByDescending(i => i.ItemName).Take(3).Select(i => i.ItemName)),
        Case(items => items.OrderBy(i => i.ItemPath).Take(5).All(i => i.IsUnder(@"\\files\Admin$"))),
        Case(items => items.Take(3).Count()),
        Case(items => items.Skip(3).Count()),
        Case(items => items.Where(i => i.ChangeInfo!.Dirty).Take(2).Count()),

        // One value.
        Case(items => items.Count()),
        Case(items => items.LongCount()),
        Case(items => items.LongCount(i => i.ItemType == OfflineFilesItemType.File)),
        Case(items => items.Any()),
        Case(items => items.Where(i => i.ItemName == "gone").Any()),
        Case(items => items.All(i => i.ItemName.Length > 0)),
        Case(items => items.All(i => i.PinInfo!.Pinned)),
        Case(items => items.Where(i => i.ItemName == "gone").All(i => i.PinInfo!.Pinned)),
        Case(items => items.OrderBy(i => i.ItemName).First().ItemName),
        Case(items => items.OrderBy(i => i.ItemName).First()),
        Case(items => items.OrderBy(i => i.ItemName).First(i => i.PinInfo!.Pinned)),
        Case(items => items.OrderBy(i => i.ItemName).FirstOrDefault(i => i.ItemName == "gone")),
        Case(items => items.First(i => i.ItemName == "gone")),
        Case(items => items.OrderBy(i => i.ItemName).Last()),
        Case(items => items.OrderBy(i => i.ItemName).Last(i => i.ItemType == OfflineFilesItemType.Share)),
        Case(items => items.OrderBy(i => i.ItemName).LastOrDefault(i => i.ItemName == "gone")),
        Case(items => items.Last(i => i.ItemName == "gone")),
        Case(items => items.Single(i => i.ItemName == "TODO.txt")),
        Case(items => items.Single(i => i.ItemName == "taxes.zip")),
        Case(items => items.Single(i => i.ItemName == "gone")),
        Case(items => items.SingleOrDefault(i => i.ItemName == "gone")),
        Case(items => items.SingleOrDefault(i => i.ItemName == "taxes.zip")),
        Case(items => items.Where(i => i.ItemName == "todo.TXT").Select(i => i.FileSysInfo!.LocalSize).Single()),
    ];
}
