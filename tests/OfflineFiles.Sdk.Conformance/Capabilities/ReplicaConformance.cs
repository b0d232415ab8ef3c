using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

/// <summary>
/// Whoever keeps a copy of the cache by its changes alone has the cache: each item with all its members, after whatever was done. What Windows tells is
/// the net effect of two looks, so there the copy is right when the look after the last change has been taken; the embedded cache tells each commit.
/// </summary>
public abstract class ReplicaConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    private static readonly UncPath[] Files =
        [CacheScene.Readme, CacheScene.Plan2024, CacheScene.At(@"plans\2025.txt"), CacheScene.At("new.txt"), CacheScene.At(@"plans\made.txt"), CacheScene.At(@"other\x.txt")];

    private static readonly UncPath[] Places = [CacheScene.Share, CacheScene.Plans, CacheScene.At("other"), .. Files];

    public override BackendCapabilities Capability => BackendCapabilities.Changes;

    private static IEnumerable<TestCaseData> Scripts()
    {
        TestCaseData Case(string name, params string[] script) => new TestCaseData([script]).SetArgDisplayNames(name);
        yield return Case("a share goes offline and comes back", "pin docs", "offline docs", "online docs");
        yield return Case(
            "a conflict in a share that goes offline and comes back",
            "pin docs", "offline docs", "write readme.txt", "share readme.txt", "online docs", "sync docs", "offline docs", "online docs");
        yield return Case("a directory is moved offline", "pin docs", "offline docs", "move plans other", @"write other\x.txt", "online docs", "sync docs");
        yield return Case("a directory is moved online", "pin docs", "move plans other", "offline docs", "online docs");
        yield return Case("a name in another case", "pin docs", "move readme.txt README.txt", "share README.txt", "sync docs");
        yield return Case(
            "a file takes the place of a directory", "pin docs", "offline docs", "delete plans", "write plans", "online docs", "sync docs", "offline docs");
        yield return Case(
            "a share leaves the cache while it is offline and comes again",
            "pin docs", "offline docs", "unpin docs", "drop docs", "online docs", "pin docs", "offline docs");
        yield return Case(
            "a share that is gone and returns", "pin docs", "lose docs", "write readme.txt", "write new.txt", "find docs", "online docs", "sync docs");
        for (var seed = 1; seed <= 4; seed++) yield return Case($"seed {seed}", Random(seed, 18));
    }

    [TestCaseSource(nameof(Scripts))]
    public Task A_copy_that_is_fed_by_the_changes_is_the_cache_after_each_step(string[] script) => RuleAsync(async () =>
    {
        await using var copy = new Replica(Cache);
        // A subscription of WMI has taken its first look when an operation has returned.
        await Cache.PinAsync(CacheScene.Readme);
        await copy.FillAsync();
        var done = new List<string>();
        foreach (var step in script)
        {
            done.Add($"{step}{await TryAsync(step)}");
            await copy.IsTheCacheAsync(string.Join(", ", done));
        }
    });

    [Test]
    public Task Each_item_whose_connection_changes_is_told_once_and_no_other() => RuleAsync(async () =>
    {
        await MakeConflictAsync();
        await using var copy = new Replica(Cache);
        await Cache.PinAsync(CacheScene.Readme);
        await copy.FillAsync();

        foreach (var step in (string[])["offline docs", "online docs"])
        {
            copy.Forget();
            var before = (await Cache.Items.ToListAsync()).ToDictionary(item => item.ItemPath, item => item.ConnectionInfo);
            await TryAsync(step);
            await copy.IsTheCacheAsync(step);

            var expected = (await Cache.Items.ToListAsync()).Where(item => !Equals(item.ConnectionInfo, before[item.ItemPath])).Select(item => item.ItemPath).ToList();
            var told = copy.Told.Where(change => change.ChangedMembers.HasFlag(ItemMembers.ConnectionInfo)).ToList();
            Assert.That(expected, Has.Count.EqualTo(5), "the share, a directory and three files, one of them in conflict");
            Assert.That(told.Select(change => change.Path!.ToString()), Is.EquivalentTo(expected), step);
            foreach (var change in told)
                Assert.That(
                    (change.Previous!.ConnectionInfo, change.Current!.ConnectionInfo),
                    Is.EqualTo((before[change.Path!.ToString()], (await Scene.FindAsync(change.Path!)).ConnectionInfo)), change.ToString());
        }
    });

    protected override Task AttemptAsync() => Task.FromResult(Cache.Changes.Subscribe(_ => { }));

    private static string[] Random(int seed, int length)
    {
        var random = new Random(seed);
        string Of(UncPath[] paths) => Name(paths[random.Next(paths.Length)]);
        string Step() => random.Next(13) switch
        {
            0 or 1 => $"pin {Of(Places)}",
            2 => $"unpin {Of(Places)}",
            3 or 4 => $"write {Of(Files)}",
            5 => $"share {Of(Files)}",
            6 => $"erase {Of(Files)}",
            7 => $"delete {Of(Places[1..])}",
            8 => $"move {Of(Places[1..])} {Of(Places[1..])}",
            9 => $"drop {Of(Places)}",
            10 => "offline docs",
            11 => "online docs",
            _ => "sync docs",
        };
        return [.. Enumerable.Range(0, length).Select(_ => Step()).Prepend("pin docs").Append("online docs").Append("sync docs")];
    }

    private static string Name(UncPath path) => path == CacheScene.Share ? "docs" : path.RelativeToShare!;

    private static UncPath At(string name) => name == "docs" ? CacheScene.Share : CacheScene.At(name);

    /// <summary>Does a step. What it says of its failure is a part of the script: many a step cannot be done where the ones before have led.</summary>
    private async Task<string> TryAsync(string step)
    {
        try
        {
            await DoAsync(step.Split(' '));
            return "";
        }
        catch (Exception error) when (error is OfflineFilesException or IOException or UnauthorizedAccessException)
        {
            return $" ({error.GetType().Name})";
        }
    }

    private Task DoAsync(string[] step) => step switch
    {
        ["pin", var name] => Cache.PinAsync(At(name)),
        ["unpin", var name] => Cache.UnpinAsync(At(name)),
        ["write", var name] => Scene.WriteLocallyAsync(At(name), $"written here {name}"),
        ["delete", var name] => Scene.DeleteLocallyAsync(At(name)),
        ["move", var name, var to] => Scene.MoveLocallyAsync(At(name), At(to)),
        ["share", var name] => Scene.AddOnShareAsync(At(name), $"written on the share, {name}"),
        ["erase", var name] => Scene.DeleteOnShareAsync(At(name)),
        ["drop", var name] => Cache.DeleteItemsAsync(At(name), new DeleteOptions { Flags = DeleteFlags.DeleteModified }),
        ["offline", var name] => Cache.TransitionOfflineAsync(At(name)),
        ["online", var name] => Cache.TransitionOnlineAsync(At(name)),
        ["lose", _] => Scene.LoseShareAsync(),
        ["find", _] => Scene.FindShareAsync(),
        _ => Cache.SynchronizeAsync(At(step[1])),
    };

    private async Task MakeConflictAsync()
    {
        foreach (var step in (string[])["pin docs", "offline docs", @"write plans\2024.txt", @"share plans\2024.txt", "online docs", "sync docs"]) await TryAsync(step);
        Assert.That((await Scene.FindAsync(CacheScene.Plan2024)).ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.NeedToSyncItem));
    }
}
