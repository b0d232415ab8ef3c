using static OfflineFiles.Sdk.Tests.Acceptance.AcceptanceCase;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>Keys, parents and subtrees.</summary>
internal static class PathQueries
{
    private static readonly UncPath Alpha = @"\\FILES\projects\alpha";
    private static readonly UncPath? NoPath = Array.Empty<UncPath>().FirstOrDefault();
    private static readonly string[] Keys = [@"\\files\users", @"\\FILES\USERS", @"\\nas01\media\", @"\\files\gone", "no path"];
    private static readonly List<UncPath> Paths = [Alpha, @"\\nas01"];
    private static readonly string[] Many = [.. Enumerable.Range(0, 400).Select(number => $@"\\files\gone\{number}"), @"\\files\users\bob\todo.txt"];

    public static IReadOnlyList<AcceptanceCase> All { get; } =
    [
        // By key.
        Case(items => items.Where(i => i.ItemPath == @"\\files\users")),
        Case(items => items.Where(i => i.ItemPath == @"\\FILES\Users")),
        Case(items => items.Where(i => i.ItemPath == @"\\files\users\")),
        Case(items => items.Where(i => i.ItemPath == "no path")),
        Case(items => items.Where(i => i.ItemPath == null)),
        Case(items => items.Single(i => i.ItemPath == @"\\files\users\anna\Documents\it's.txt")),
        Case(items => items.SingleOrDefault(i => i.ItemPath == @"\\files\gone")),
        Case(items => items.First(i => i.ItemPath == @"\\files\gone")),
        Case(items => items.Any(i => i.ItemPath == @"\\files\users\anna\Documents\[draft].docx" && i.ChangeInfo!.Dirty)),
        Case(items => items.Count(i => i.ItemPath == @"\\files\users" && i.ItemPath == @"\\files\projects")),
        Case(items => items.Where(i => i.ItemPath == @"\\files\users" || i.ItemPath == @"\\files\projects")),
        Case(items => items.Where(i => i.ItemPath == @"\\files\users" || i.ItemPath == @"\\files\projects" && i.PinInfo!.Pinned)),
        Case(items => items.Where(i => i.ItemPath == @"\\files" || i.ItemType == OfflineFilesItemType.Share)),
        Case(items => items.Count(i => i.ItemPath != @"\\files\users")),
        Case(items => items.Count(i => !(i.ItemPath == @"\\files\users"))),
        Case(items => items.Where(i => i.Path == Alpha)),
        Case(items => items.Count(i => i.Path != Alpha)),
        Case(items => items.Where(i => Alpha == i.Path && i.PinInfo!.Pinned).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.Path.Equals(Alpha))),
        Case(items => items.Where(i => i.Path == NoPath)),
        Case(items => items.Where(i => i.Path == (UncPath)@"\\nas01")),
        Case(items => items.Where(i => Keys.Contains(i.ItemPath))),
        Case(items => items.Where(i => Keys.Contains(i.ItemPath) && i.ItemType == OfflineFilesItemType.Share).OrderBy(i => i.ItemPath).Select(i => i.ItemPath)),
        Case(items => items.Count(i => !Keys.Contains(i.ItemPath))),
        Case(items => items.Where(i => Paths.Contains(i.Path))),
        Case(items => items.Where(i => Many.Contains(i.ItemPath))),
        Case(items => items.Count(i => !Many.Contains(i.ItemPath))),

        // By parent.
        Case(items => items.Where(i => i.ParentItemPath == @"\\files\users\ANNA\documents").OrderBy(i => i.ItemName).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.ParentItemPath == @"\\files\gone")),
        Case(items => items.Where(i => i.ParentItemPath == Alpha.ToString() && i.ChangeInfo!.Dirty)),
        Case(items => items.Where(i => i.Path.Parent == Alpha)),
        Case(items => items.Count(i => i.ParentItemPath != @"\\files\users")),
        Case(items => items.Where(i => i.ParentItemPath == @"\\nas01" || i.ParentItemPath == @"\\files")),
        Case(items => items.Where(i => i.ParentItemPath == @"\\nas01" || i.SuspendInfo!.SuspendedRoot)),
        Case(items => items.Where(i => i.ParentItemPath == @"\\nas01\media" && i.ParentItemPath == @"\\NAS01\Media")),
        Case(items => items.Where(i => i.ParentItemPath!.StartsWith(@"\\nas01\ar"))),
        Case(items => items.Where(i => i.ItemPath == @"\\files\users\bob" && i.ParentItemPath == @"\\files\users")),
        Case(items => items.Where(i => i.ItemPath == @"\\files\users\bob" && i.ParentItemPath == @"\\files\projects")),

        // By subtree.
        Case(items => items.Where(i => i.IsUnder(Alpha)).OrderBy(i => i.ItemPath).Select(i => i.ItemPath)),
        Case(items => items.Where(i => i.Path.IsUnder(Alpha) && i.ItemType == OfflineFilesItemType.Directory)),
        Case(items => items.Where(i => i.Path.IsAtOrUnder(Alpha)).Count()),
        Case(items => items.Count(i => !i.IsUnder(Alpha))),
        Case(items => items.Where(i => i.IsUnder(Alpha) || i.IsUnder(@"\\nas01\archive\2022"))),
        Case(items => items.Where(i => i.IsUnder(@"\\files") && !i.IsUnder(@"\\files\users") && i.ItemType == OfflineFilesItemType.File).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.IsUnder(NoPath!))),
        Case(items => items.Count(i => !i.IsUnder(NoPath!))),
        Case(items => items.Where(i => i.ItemPath.StartsWith(@"\\files\projects\alpha"))),
        Case(items => items.Where(i => i.ItemPath.StartsWith(@"\\FILES\projects\alpha\", StringComparison.Ordinal))),
        Case(items => items.Where(i => i.ItemPath.Contains(@"\src\") || i.ItemPath.EndsWith(@"\src"))),

        // By the parts of a path.
        Case(items => items.Where(i => i.Path.Depth == 2).OrderBy(i => i.ItemName).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.Path.Share == "MEDIA" && i.ItemType == OfflineFilesItemType.File)),
        Case(items => items.Count(i => i.Path.Share == null)),
        Case(items => items.Count(i => i.Path.ShareRoot == (UncPath)@"\\files\users")),
        Case(items => items.Count(i => i.Path.Server == "FILES")),
        Case(items => items.Where(i => i.Path < Alpha && i.ItemType == OfflineFilesItemType.Share).Select(i => i.ItemName)),
        Case(items => items.OrderByDescending(i => i.Path).Select(i => i.ItemPath).Take(2)),
        Case(items => items.OrderBy(i => i.Path.Parent).ThenBy(i => i.ItemName).Select(i => i.ItemPath).Take(6)),
    ];
}
