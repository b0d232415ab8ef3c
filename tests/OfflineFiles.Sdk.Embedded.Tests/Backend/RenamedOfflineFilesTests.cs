namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>A rename offline: the item stays the one it was, and the share learns of a deletion and a creation.</summary>
[TestFixture]
internal sealed class RenamedOfflineFilesTests
{
    [Test]
    public async Task A_rename_is_told_as_one_and_leaves_a_deletion_where_the_item_was()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync();
        await test.OfflineAsync();

        var told = await ChangesOfAsync(test, () => test.MoveAsync("a.txt", "moved.txt"));

        Assert.That(told.Where(change => change.Path == TestCache.At("moved.txt")).Select(change => change.Kind), Has.Exactly(1).EqualTo(CacheChangeKind.ItemRenamed));
        Assert.That(told.Single(change => change.Kind == CacheChangeKind.ItemRenamed).OldPath, Is.EqualTo(TestCache.At("a.txt")));
        Assert.That(told.Single(change => change.Kind == CacheChangeKind.ItemAdded).Path, Is.EqualTo(TestCache.At("a.txt")));
        Assert.That((await test.ItemAsync("a.txt")).ChangeInfo!.DeletedOffline, Is.True);
        Assert.That((await test.ItemAsync("moved.txt")).ChangeInfo!.CreatedOffline, Is.True);
    }

    public static IEnumerable<TestCaseData> Renames() =>
    [
        Case("a file", [("a.txt", "b.txt")], ["b.txt=a", "sub", @"sub\c.txt=c", @"sub\deep", @"sub\deep\d.txt=d"]),
        Case("a directory with what is in it", [("sub", "moved")], ["a.txt=a", "moved", @"moved\c.txt=c", @"moved\deep", @"moved\deep\d.txt=d"]),
        Case("there and back", [("sub", "moved"), ("moved", "sub")], ["a.txt=a", "sub", @"sub\c.txt=c", @"sub\deep", @"sub\deep\d.txt=d"]),
        Case("twice", [("a.txt", "b.txt"), ("b.txt", "c.txt")], ["c.txt=a", "sub", @"sub\c.txt=c", @"sub\deep", @"sub\deep\d.txt=d"]),
        Case("into the place of another", [(@"sub\c.txt", "c.txt"), ("a.txt", @"sub\c.txt")], ["c.txt=c", "sub", @"sub\c.txt=a", @"sub\deep", @"sub\deep\d.txt=d"]),
        Case("two change places", [("a.txt", "x"), (@"sub\c.txt", "a.txt"), ("x", @"sub\c.txt")], ["a.txt=c", "sub", @"sub\c.txt=a", @"sub\deep", @"sub\deep\d.txt=d"]),
        Case("a directory out of another", [(@"sub\deep", "deep"), ("sub", @"deep\sub")], ["a.txt=a", "deep", @"deep\d.txt=d", @"deep\sub", @"deep\sub\c.txt=c"]),
        Case("a directory to the place of a file", [("a.txt", "b.txt"), ("sub", "a.txt")], ["a.txt", @"a.txt\c.txt=c", @"a.txt\deep", @"a.txt\deep\d.txt=d", "b.txt=a"]),
    ];

    [TestCaseSource(nameof(Renames))]
    public async Task Both_sides_end_as_it_was_renamed_here((string From, string To)[] renames, string[] tree)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\c.txt", "c"), (@"sub\deep\d.txt", "d"));
        await test.PinAsync();
        await test.OfflineAsync();

        foreach (var (from, to) in renames) await test.MoveAsync(from, to);

        Assert.That(await TreeAsync(test), Is.EqualTo(tree));
        await test.RestartAsync();
        Assert.That(await TreeAsync(test), Is.EqualTo(tree));
        await test.OnlineAsync();
        for (var pass = 0; pass < 3; pass++) await test.SyncAsync();
        if (tree.Contains("a.txt")) return;
        Assert.That(ShareTree(test), Is.EqualTo(tree));
        Assert.That(await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem WHERE ChangeInfo.Dirty = TRUE"), Is.Empty);
    }

    [Test]
    public async Task A_name_that_differs_in_case_only_is_given_at_once([Values] bool isDirectory)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\c.txt", "c"));
        await test.PinAsync();
        await test.OfflineAsync();
        var (old, name) = isDirectory ? ("sub", "SUB") : ("a.txt", "A.txt");

        var told = await ChangesOfAsync(test, () => test.MoveAsync(old, name));

        Assert.That(await test.ListAsync(), Does.Contain(name).And.Not.Contain(old));
        Assert.That((await test.ItemAsync(name)).ItemName, Is.EqualTo(name));
        Assert.That((await test.ItemAsync(name)).ChangeInfo!.Dirty, Is.True);
        Assert.That(told.Select(change => change.Kind), Does.Not.Contain(CacheChangeKind.ItemAdded).And.Not.Contain(CacheChangeKind.ItemRemoved));
        Assert.That(await test.ReadAsync(isDirectory ? @"SUB\c.txt" : "A.txt"), Is.EqualTo(isDirectory ? "c" : "a"));
        await test.MoveAsync(name, old);
        Assert.That((await test.ItemAsync(old)).ChangeInfo!.Dirty, Is.False, "put back");
    }

    private static async Task<List<CacheChange>> ChangesOfAsync(TestCache test, Func<Task> work)
    {
        var told = new List<CacheChange>();
        using var ended = new SemaphoreSlim(0);
        using (test.Backend.Changes.Subscribe(new Recorder(told, ended)))
        {
            await work();
            // Changes come in their order: this one is the last.
            await test.Backend.UnpinAsync([TestCache.Share], UnpinOptions.Default with { Flags = PinControlFlags.ForUser }, null, CancellationToken.None);
            await ended.WaitAsync();
        }

        return told;
    }

    private static async Task<string[]> TreeAsync(TestCache test, string? directory = null)
    {
        var tree = new List<string>();
        foreach (var name in await test.ListAsync(directory))
        {
            var path = directory is null ? name : $@"{directory}\{name}";
            var entry = (await test.Files.FindAsync(TestCache.At(path), CancellationToken.None))!;
            tree.Add(entry.ItemType == OfflineFilesItemType.File ? $"{path}={await test.ReadAsync(path)}" : path);
            if (entry.ItemType == OfflineFilesItemType.Directory) tree.AddRange(await TreeAsync(test, path));
        }

        return [.. tree];
    }

    private static string[] ShareTree(TestCache test) =>
    [
        .. Directory.EnumerateFileSystemEntries(test.ShareDirectory, "*", SearchOption.AllDirectories)
            .Where(entry => !Path.GetFileName(entry).StartsWith(".~of", StringComparison.Ordinal))
            .Select(entry => (Path: Path.GetRelativePath(test.ShareDirectory, entry).Replace(Path.DirectorySeparatorChar, '\\'), IsFile: File.Exists(entry)))
            .Select(each => each.IsFile ? $"{each.Path}={test.ReadShare(each.Path)}" : each.Path)
            .Order(StringComparer.Ordinal),
    ];

    private static TestCaseData Case(string name, (string, string)[] renames, string[] tree) => new TestCaseData(renames, tree).SetArgDisplayNames(name);

    private sealed class Recorder(List<CacheChange> told, SemaphoreSlim ended) : IObserver<CacheChange>
    {
        public void OnNext(CacheChange value)
        {
            if (value.Path == TestCache.Share) ended.Release();
            else told.Add(value);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
