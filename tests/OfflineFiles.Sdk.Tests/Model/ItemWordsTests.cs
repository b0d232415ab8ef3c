using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Model;

/// <summary>Why an item is pinned, offline, dirty, cached: every state in words, and what becomes of them in a query.</summary>
[TestFixture]
public sealed class ItemWordsTests
{
    private const string User = "by a user, as \"Always available offline\"";
    private const string Everyone = "for everyone on this computer, by a policy or an administrator";
    private const string Later = "; what appears below it later is pinned too";

    private static IEnumerable<TestCaseData> Pins()
    {
        static TestCaseData Case(PinInfo? pins, string? words) => new TestCaseData(pins, words).SetArgDisplayNames(words ?? $"nothing of {pins}");

        yield return Case(null, null);
        yield return Case(new PinInfo(), null);
        yield return Case(new PinInfo { Pinned = true }, "It is pinned for a reason that is not known.");
        yield return Case(new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned }, $"It is pinned {User}.");
        yield return Case(new PinInfo { Pinned = true, PinnedForUser = PinState.PinnedInherit }, $"It is pinned {User}{Later}.");
        yield return Case(new PinInfo { Pinned = true, PinnedForUserByPolicy = PinState.Pinned }, "It is pinned by a policy for the user.");
        yield return Case(new PinInfo { Pinned = true, PinnedForComputer = PinState.Pinned }, $"It is pinned {Everyone}.");
        yield return Case(new PinInfo { Pinned = true, PinnedForFolderRedirection = PinState.Pinned }, "It is pinned by folder redirection.");
        yield return Case(new PinInfo { Pinned = true, PinnedForUser = (PinState)9 }, $"It is pinned {User}.");
        yield return Case(
            new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned, PinnedForUserByPolicy = PinState.PinnedInherit, PinnedForFolderRedirection = PinState.Pinned },
            $"It is pinned {User}, by a policy for the user and by folder redirection{Later}.");
    }

    [TestCaseSource(nameof(Pins))]
    public void Why_it_is_pinned(PinInfo? pins, string? words) => Assert.That(Item(pins: pins).WhyPinned, Is.EqualTo(words));

    [Test]
    public void Every_reason_to_pin_has_its_words()
    {
        foreach (var reason in typeof(PinInfo).GetProperties().Where(property => property.PropertyType == typeof(PinState)))
        {
            var pins = new PinInfo();
            reason.SetValue(pins, PinState.Pinned);
            Assert.That(Item(pins: pins).WhyPinned, Is.Not.Null.And.Not.Contains("not known"), reason.Name);
        }
    }

    [TestCase(ConnectState.Online, OfflineReason.NotApplicable, null)]
    [TestCase(ConnectState.Online, OfflineReason.SlowConnection, null, Description = "a reason counts only while it is offline")]
    [TestCase(ConnectState.TransparentlyCached, OfflineReason.NotApplicable, null)]
    [TestCase(ConnectState.PartlyTransparentlyCached, OfflineReason.NotApplicable, null)]
    [TestCase(ConnectState.Unknown, OfflineReason.Unknown, "Whether it is online could not be determined.")]
    [TestCase((ConnectState)9, OfflineReason.Unknown, "The state of its connection is 9, which is not known here.")]
    [TestCase(ConnectState.Offline, OfflineReason.Unknown, "It is offline for a reason that is not known.")]
    [TestCase(ConnectState.Offline, OfflineReason.NotApplicable, "It is offline, and no reason is given.")]
    [TestCase(ConnectState.Offline, OfflineReason.WorkingOffline, "It is offline because somebody chose to work offline. It stays so until it is taken online.")]
    [TestCase(ConnectState.Offline, OfflineReason.SlowConnection,
        "It is offline because the link to the server is slower than the policy allows. It goes online by itself when the link is faster.")]
    [TestCase(ConnectState.Offline, OfflineReason.NetDisconnected,
        "It is offline because the server or the share cannot be reached. It goes online by itself when it can be reached again.")]
    [TestCase(ConnectState.Offline, OfflineReason.NeedToSyncItem, "It is offline because of a conflict. It goes online when the conflict is resolved.")]
    [TestCase(ConnectState.Offline, OfflineReason.ItemSuspended, "It is offline because it, or an item above it, is suspended. It stays so until it is resumed.")]
    [TestCase(ConnectState.Offline, (OfflineReason)9, "It is offline for reason 9, which is not known here.")]
    public void Why_it_is_offline(ConnectState state, OfflineReason reason, string? words) =>
        Assert.That(Item(connection: new ConnectionInfo { ConnectState = state, OfflineReason = reason }).WhyOffline, Is.EqualTo(words));

    [Test]
    public void Every_reason_to_be_offline_has_its_words() => Assert.That(
        Enum.GetValues<OfflineReason>().Select(reason =>
            Item(connection: new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = reason }).WhyOffline),
        Is.Unique.And.None.Contains("not known here"));

    [TestCase(true, true, "It is offline because it is suspended. It stays so until it is resumed.")]
    [TestCase(true, false, "It is offline because an item above it is suspended. It stays so until it is resumed.")]
    public void Where_it_is_suspended(bool suspended, bool root, string words)
    {
        var item = new OfflineFilesItem(@"\\srv\docs\a")
        {
            ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.ItemSuspended },
            SuspendInfo = new SuspendInfo { Suspended = suspended, SuspendedRoot = root },
        };

        Assert.That(item.WhyOffline, Is.EqualTo(words));
    }

    private static IEnumerable<TestCaseData> Changes()
    {
        static TestCaseData Case(ChangeInfo? changes, string? words, long bytes = 0) =>
            new TestCaseData(changes, bytes, words).SetArgDisplayNames(words ?? $"nothing of {changes}");

        yield return Case(null, null);
        yield return Case(new ChangeInfo(), null);
        yield return Case(new ChangeInfo { Dirty = true }, "It is not synchronised: what changed is not known.");
        yield return Case(new ChangeInfo { Dirty = true, DeletedOffline = true }, "It is not synchronised: it was deleted here.");
        yield return Case(new ChangeInfo { Dirty = true, ModifiedAttributes = true }, "It is not synchronised: its attributes changed here.");
        yield return Case(new ChangeInfo { Dirty = true, ModifiedData = true, ModifiedTime = true },
            "It is not synchronised: its content changed and its times changed here; 12 bytes are to be sent.", 12);
        yield return Case(new ChangeInfo { Dirty = true, CreatedOffline = true, ModifiedData = true, ModifiedTime = true },
            "It is not synchronised: it was created, its content changed and its times changed here.");
    }

    [TestCaseSource(nameof(Changes))]
    public void Why_it_is_dirty(ChangeInfo? changes, long bytes, string? words)
    {
        var item = new OfflineFilesItem(@"\\srv\docs\a") { ChangeInfo = changes, DirtyInfo = new DirtyInfo { LocalDirtyByteCount = bytes } };

        Assert.That(item.WhyDirty, Is.EqualTo(words));
    }

    [TestCase(OfflineFilesItemType.File, false, false, false, "It was cached automatically because a program opened it, or stayed when its last pin was removed; it can be evicted at any time.")]
    [TestCase(OfflineFilesItemType.File, true, false, false, "It was cached automatically, in part, because a program opened it, or stayed when its last pin was removed; it can be evicted at any time.")]
    [TestCase(OfflineFilesItemType.File, false, true, false,
        "It was cached automatically because a program opened it, or stayed when its last pin was removed; its changes keep it until they are synchronised.")]
    [TestCase(OfflineFilesItemType.File, false, true, true, "It is in the cache because it was created here; the server does not have it yet.")]
    [TestCase(OfflineFilesItemType.Directory, false, false, false, "It is in the cache because something in it is, or was.")]
    [TestCase(OfflineFilesItemType.Server, false, false, false, "It is in the cache because something in it is, or was.")]
    public void Why_it_is_cached(OfflineFilesItemType type, bool sparse, bool dirty, bool created, string words)
    {
        var item = new OfflineFilesItem(@"\\srv\docs\a", type) { Sparse = sparse, ChangeInfo = new ChangeInfo { Dirty = dirty, CreatedOffline = created } };

        Assert.That(item.WhyCached, Is.EqualTo(words));
        Assert.That(Item(pins: new PinInfo { PinnedForUser = PinState.Pinned }).WhyCached, Is.EqualTo($"It is pinned {User}."));
    }

    [Test]
    public void A_row_that_does_not_hold_the_member_says_so_and_does_not_throw()
    {
        var row = new OfflineFilesItem(@"\\srv\docs\a") { LoadedMembers = ItemMembers.ItemPath };

        Assert.That(row.WhyPinned, Is.EqualTo("Not known: the row does not hold PinInfo. Select PinInfo as well, or read the whole item with FindAsync."));
        Assert.That(row.WhyOffline, Does.StartWith("Not known: the row does not hold ConnectionInfo."));
        Assert.That(row.WhyDirty, Does.StartWith("Not known: the row does not hold ChangeInfo."));
        Assert.That(row.WhyCached, Does.StartWith("Not known: the row does not hold ItemType, PinInfo."));
    }

    [Test]
    public async Task In_a_query_the_words_are_read_in_the_caller_from_whole_items([Values] bool isWindows)
    {
        var backend = new InMemoryBackend(SampleItems.All, isWindows ? PushdownProfile.WindowsProvider : PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);
        var expected = SampleItems.All.Where(item => item.WhyOffline != null).Select(item => (item.ItemPath, item.WhyOffline, item.WhyPinned)).ToList();

        var query = cache.Items.Where(item => item.WhyOffline != null);

        Assert.That(await query.Select(item => new ValueTuple<string, string?, string?>(item.ItemPath, item.WhyOffline, item.WhyPinned)).ToListAsync(),
            Is.EquivalentTo(expected));
        Assert.That(await cache.Items.Where(item => item.WhyDirty!.Contains("CONTENT CHANGED")).CountAsync(),
            Is.EqualTo(SampleItems.All.Count(item => item.ChangeInfo?.Dirty == true)), "as every text in a query, ignoring case and null");
        Assert.That(await cache.Items.Select(item => item.WhyCached).ToListAsync(), Is.EquivalentTo(SampleItems.All.Select(item => item.WhyCached)));
        Assert.That(query.Explain().ToString(), Does.Contain("WhyOffline"));
    }

    [Test]
    public void A_query_that_must_not_run_in_the_caller_refuses_the_words()
    {
        var cache = new OfflineFilesCache(
            new InMemoryBackend(SampleItems.All, PushdownProfile.Everything), new QueryOptions { ClientEvaluation = ClientEvaluation.Throw });

        Assert.That(() => cache.Items.Where(item => item.WhyPinned != null).ToListAsync(),
            Throws.TypeOf<QueryTranslationException>().With.Message.Contains("item.WhyPinned"));
    }

    private static OfflineFilesItem Item(PinInfo? pins = null, ConnectionInfo? connection = null) =>
        new(@"\\srv\docs\a") { PinInfo = pins, ConnectionInfo = connection };
}
