using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Tests.Changes;

[TestFixture]
internal sealed class CacheChangesTests
{
    private static readonly OfflineFilesItem File = Make(@"\\srv\docs\a.txt");
    private static readonly OfflineFilesItem Share = new(@"\\srv\docs", OfflineFilesItemType.Share);

    private static IEnumerable<TestCaseData> Pairs()
    {
        TestCaseData Case(string name, OfflineFilesItem? previous, OfflineFilesItem? current, params string[] expected) =>
            new TestCaseData(previous, current, expected).SetArgDisplayNames(name);
        var pinned = new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned };
        yield return Case("nothing and nothing", null, null);
        yield return Case("the same object", File, File);
        yield return Case("equal items", File, Make(@"\\srv\docs\a.txt"));
        yield return Case("a new item", null, File, @"ItemAdded \\srv\docs\a.txt");
        yield return Case("a new pinned item", null, Make(pin: pinned), @"ItemAdded \\srv\docs\a.txt", @"ItemPinned \\srv\docs\a.txt [PinInfo]");
        yield return Case("an item that is gone", Make(pin: pinned), null, @"ItemRemoved \\srv\docs\a.txt");
        yield return Case("a file that grew", File, Make(size: 9), @"ItemModified \\srv\docs\a.txt [FileSysInfo]");
        yield return Case("a path in another case", File, Make(@"\\srv\docs\A.txt"),
            @"ItemRenamed \\srv\docs\a.txt -> \\srv\docs\A.txt", @"ItemModified \\srv\docs\A.txt [ItemPath, ItemName]");
        yield return Case("the first pin", Make(pin: new PinInfo()), Make(pin: pinned), @"ItemModified \\srv\docs\a.txt [PinInfo]", @"ItemPinned \\srv\docs\a.txt [PinInfo]");
        yield return Case("a pin where there was no information", File, Make(pin: pinned), @"ItemModified \\srv\docs\a.txt [PinInfo]", @"ItemPinned \\srv\docs\a.txt [PinInfo]");
        yield return Case("a pin for one reason more", Make(pin: pinned), Make(pin: pinned with { PinnedForComputer = PinState.Pinned }),
            @"ItemModified \\srv\docs\a.txt [PinInfo]", @"ItemPinned \\srv\docs\a.txt [PinInfo]");
        yield return Case("one of two pins gone", Make(pin: pinned with { PinnedForComputer = PinState.Pinned }), Make(pin: pinned),
            @"ItemModified \\srv\docs\a.txt [PinInfo]", @"ItemUnpinned \\srv\docs\a.txt [PinInfo]");
        yield return Case("information without a pin instead of none", File, Make(pin: new PinInfo()), @"ItemModified \\srv\docs\a.txt [PinInfo]");
        yield return Case("a share that went offline", Online(ConnectState.Online), Online(ConnectState.Offline), @"ItemDisconnected \\srv\docs [ConnectionInfo]");
        yield return Case("a share that came online", Online(ConnectState.Offline), Online(ConnectState.TransparentlyCached), @"ItemReconnected \\srv\docs [ConnectionInfo]");
        yield return Case("a share that is offline for another reason",
            Online(ConnectState.Offline), Online(ConnectState.Offline, OfflineReason.SlowConnection), @"ItemModified \\srv\docs [ConnectionInfo]");
        yield return Case("a share whose state is not known any more", Online(ConnectState.Offline), Online(ConnectState.Unknown), @"ItemModified \\srv\docs [ConnectionInfo]");
        yield return Case("a share that has no state any more", Online(ConnectState.Online), Share, @"ItemModified \\srv\docs [ConnectionInfo]");
        yield return Case("a file that is served by the cache now", Make(connection: ConnectState.Online), Make(connection: ConnectState.Offline),
            @"ItemModified \\srv\docs\a.txt [ConnectionInfo]");
        yield return Case("members that were not loaded", Partly(ItemMembers.ItemPath | ItemMembers.ItemName), Make(size: 9));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Two_versions_of_an_item_differ_by(OfflineFilesItem? previous, OfflineFilesItem? current, string[] expected)
    {
        var changes = CacheChanges.Between(previous, current).ToList();

        Assert.That(changes.Select(change => change.ToString()), Is.EqualTo(expected));
        foreach (var change in changes)
        {
            Assert.That(change.Previous, Is.SameAs(previous));
            Assert.That(change.Current, Is.SameAs(current));
            Assert.That(change.ItemType, Is.EqualTo((current ?? previous)!.ItemType));
        }
    }

    [Test]
    public void Containers_come_before_what_they_hold_and_go_after_it()
    {
        OfflineFilesItem[] tree = [Make(@"\\srv\docs\a b\c"), Make(@"\\srv\docs\a"), Make(@"\\srv\docs\a\x"), Share, Make(@"\\srv\docs\a b")];
        string[] topDown = [@"\\srv\docs", @"\\srv\docs\a", @"\\srv\docs\a b", @"\\srv\docs\a b\c", @"\\srv\docs\a\x"];

        Assert.That(CacheChanges.Between([], tree).Select(change => change.Path!.ToString()), Is.EqualTo(topDown));
        Assert.That(CacheChanges.Between(tree, []).Select(change => change.Path!.ToString()), Is.EqualTo(Enumerable.Reverse(topDown)));
    }

    [Test]
    public void A_look_that_is_given_up_leaves_the_snapshot_as_it_was()
    {
        var snapshot = new CacheSnapshot([Share, File]);
        snapshot.Compare().Add(Make(size: 9));

        var second = snapshot.Compare();
        second.Add(Share);
        second.Add(Make(size: 9));

        Assert.That(second.Accept().Select(change => change.ToString()), Is.EqualTo(new[] { @"ItemModified \\srv\docs\a.txt [FileSysInfo]" }));
        Assert.That(snapshot.Count, Is.EqualTo(2));
    }

    [Test]
    public void A_look_that_was_overtaken_is_refused()
    {
        var snapshot = new CacheSnapshot();
        var first = snapshot.Compare();
        snapshot.Compare();

        Assert.That(() => first.Accept(), Throws.InvalidOperationException);
    }

    [Test]
    public void An_item_that_did_not_change_stays_the_object_it_is()
    {
        var snapshot = new CacheSnapshot([File]);
        var look = snapshot.Compare();
        look.Add(Make(@"\\srv\docs\a.txt"));

        Assert.That(look.Accept(), Is.Empty);
        Assert.That(snapshot.Items.Single(), Is.SameAs(File));
    }

    [Test]
    public void An_item_that_comes_twice_in_one_look_counts_as_it_was_last()
    {
        var snapshot = new CacheSnapshot([File]);
        var look = snapshot.Compare();
        look.Add(Make(size: 9));
        look.Add(Make(@"\\srv\docs\a.txt"));

        Assert.That(look.Accept(), Is.Empty);
    }

    private static OfflineFilesItem Online(ConnectState state, OfflineReason reason = OfflineReason.WorkingOffline) =>
        new(@"\\srv\docs", OfflineFilesItemType.Share) { ConnectionInfo = new ConnectionInfo { ConnectState = state, OfflineReason = reason } };

    private static OfflineFilesItem Partly(ItemMembers members) => new(@"\\srv\docs\a.txt", OfflineFilesItemType.File) { LoadedMembers = members };

    private static OfflineFilesItem Make(
        string path = @"\\srv\docs\a.txt", OfflineFilesItemType type = OfflineFilesItemType.File, PinInfo? pin = null, long size = 5, ConnectState? connection = null) =>
        new(path, type)
        {
            PinInfo = pin,
            FileSysInfo = new FileSysInfo { LocalSize = size },
            ConnectionInfo = connection is { } state ? new ConnectionInfo { ConnectState = state } : null,
        };
}
