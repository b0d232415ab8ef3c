namespace OfflineFiles.Sdk.Tests.Model;

[TestFixture]
public sealed class OfflineFilesItemTests
{
    private static readonly UncPath Path = UncPath.Parse(@"\\srv\share\dir\a.txt");

    [Test]
    public void An_item_made_from_a_path_has_its_parent_and_name()
    {
        var item = new OfflineFilesItem(Path, OfflineFilesItemType.File);

        Assert.Multiple(() =>
        {
            Assert.That(item.ItemPath, Is.EqualTo(@"\\srv\share\dir\a.txt"));
            Assert.That(item.ParentItemPath, Is.EqualTo(@"\\srv\share\dir"));
            Assert.That(item.ItemName, Is.EqualTo("a.txt"));
            Assert.That(item.Path, Is.SameAs(Path));
        });
    }

    [Test]
    public void A_server_has_no_parent()
    {
        Assert.That(new OfflineFilesItem(UncPath.Parse(@"\\srv"), OfflineFilesItemType.Server).ParentItemPath, Is.Null);
    }

    [Test]
    public void Items_are_equal_when_their_paths_are_ignoring_case()
    {
        var item = new OfflineFilesItem(Path, OfflineFilesItemType.File) { Sparse = true };
        var same = new OfflineFilesItem(@"\\SRV\share\dir\A.TXT");

        Assert.Multiple(() =>
        {
            Assert.That(item, Is.EqualTo(same));
            Assert.That(item == same, Is.True);
            Assert.That(item.GetHashCode(), Is.EqualTo(same.GetHashCode()));
            Assert.That(item != new OfflineFilesItem(@"\\srv\share\dir\b.txt"), Is.True);
        });
    }

    [Test]
    public void A_member_that_was_not_selected_throws_and_names_the_query()
    {
        var item = new OfflineFilesItem(Path.ToString()) { LoadedMembers = ItemMembers.ItemName, Origin = "SELECT ItemName FROM Win32_OfflineFilesItem" };

        Assert.That(() => item.PinInfo, Throws.TypeOf<MemberNotLoadedException>()
            .With.Message.EqualTo(@"PinInfo of \\srv\share\dir\a.txt was read, but the row does not hold it: "
                + "the query \"SELECT ItemName FROM Win32_OfflineFilesItem\" did not select it. "
                + "Select PinInfo as well, or read the whole item with FindAsync."));
    }

    private static readonly Dictionary<ItemMembers, Func<OfflineFilesItem, object?>> Readers = new()
    {
        [ItemMembers.ParentItemPath] = item => item.ParentItemPath,
        [ItemMembers.ItemName] = item => item.ItemName,
        [ItemMembers.ItemType] = item => item.ItemType,
        [ItemMembers.FileSysInfo] = item => item.FileSysInfo,
        [ItemMembers.PinInfo] = item => item.PinInfo,
        [ItemMembers.ChangeInfo] = item => item.ChangeInfo,
        [ItemMembers.ConnectionInfo] = item => item.ConnectionInfo,
        [ItemMembers.SuspendInfo] = item => item.SuspendInfo,
        [ItemMembers.DirtyInfo] = item => item.DirtyInfo,
        [ItemMembers.Encrypted] = item => item.Encrypted,
        [ItemMembers.Sparse] = item => item.Sparse,
    };

    [Test]
    public void Each_member_is_guarded_by_its_own_bit_and_the_key_is_always_there([ValueSource(nameof(Members))] ItemMembers member)
    {
        var without = new OfflineFilesItem(Path.ToString()) { LoadedMembers = ItemMembers.All & ~member };
        var with = new OfflineFilesItem(Path.ToString()) { LoadedMembers = member };

        Assert.Multiple(() =>
        {
            Assert.That(() => Readers[member](without), Throws.TypeOf<MemberNotLoadedException>().With.Property("Member").EqualTo(member));
            Assert.That(() => Readers[member](with), Throws.Nothing);
            Assert.That(without.ItemPath, Is.EqualTo(Path.ToString()));
        });
    }

    [Test]
    public void The_text_of_an_item_tells_what_is_out_of_the_ordinary()
    {
        var item = new OfflineFilesItem(Path, OfflineFilesItemType.File)
        {
            PinInfo = new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned },
            ChangeInfo = new ChangeInfo { Dirty = true, ModifiedData = true },
            ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.WorkingOffline },
        };

        Assert.Multiple(() =>
        {
            Assert.That(item.ToString(), Is.EqualTo(@"File \\srv\share\dir\a.txt (pinned; dirty: data; offline (WorkingOffline))"));
            Assert.That(new OfflineFilesItem(Path, OfflineFilesItemType.File).ToString(), Is.EqualTo(@"File \\srv\share\dir\a.txt"));
            Assert.That(new OfflineFilesItem(Path.ToString()) { LoadedMembers = ItemMembers.None }.ToString(), Is.EqualTo(@"Item \\srv\share\dir\a.txt"));
        });
    }

    [TestCaseSource(nameof(Texts))]
    public void Every_info_object_reads_well(object info, string expected)
    {
        Assert.That(info.ToString(), Is.EqualTo(expected));
    }

    private static IEnumerable<ItemMembers> Members() => Readers.Keys;

    private static IEnumerable<TestCaseData> Texts()
    {
        yield return new(new PinInfo(), "not pinned");
        yield return new(new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned, PinnedForComputer = PinState.PinnedInherit }, "pinned for user, computer");
        yield return new(new ChangeInfo(), "clean");
        yield return new(new ChangeInfo { Dirty = true, CreatedOffline = true, ModifiedData = true }, "dirty: created, data");
        yield return new(new ConnectionInfo { ConnectState = ConnectState.Online }, "Online");
        yield return new(new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.NeedToSyncItem }, "offline (NeedToSyncItem)");
        yield return new(new SuspendInfo { Suspended = true, SuspendedRoot = true }, "suspended here");
        yield return new(new SuspendInfo { Suspended = true }, "suspended above");
        yield return new(new SuspendInfo(), "not suspended");
        yield return new(new DirtyInfo { LocalDirtyByteCount = 5 }, "5 bytes out, 0 bytes in");
        yield return new(new FileSysInfo { LocalSize = 7, LocalLastWriteTime = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) }, "7 bytes, written 2026-01-02 03:04:05Z");
        yield return new(new OfflineFilesCacheState { Enabled = true, Active = true, Location = @"C:\Windows\CSC" }, @"enabled, active, C:\Windows\CSC");
        yield return new(new OfflineFilesCacheState(), "disabled, not active, no location");
    }
}
