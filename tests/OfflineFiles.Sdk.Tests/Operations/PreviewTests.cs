using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>What an operation would do, told by look-ups and queries alone: the verbs of this backend throw.</summary>
[TestFixture]
public sealed class PreviewTests
{
    private const BackendCapabilities Everything = (BackendCapabilities)(((int)BackendCapabilities.Configuration << 1) - 1);

    private static readonly PinInfo ForUser = new() { Pinned = true, PinnedForUser = PinState.Pinned };
    private static readonly PinInfo ForBoth = new() { Pinned = true, PinnedForUser = PinState.Pinned, PinnedForComputer = PinState.Pinned };
    private static readonly ConnectionInfo Online = new() { ConnectState = ConnectState.Online, OfflineReason = OfflineReason.NotApplicable };

    private static readonly OfflineFilesItem[] Rows =
    [
        new(@"\\srv", OfflineFilesItemType.Server),
        Item("docs", OfflineFilesItemType.Share),
        Item(@"docs\a", OfflineFilesItemType.Directory, ForUser),
        Item(@"docs\a\1", OfflineFilesItemType.File, ForUser),
        Item(@"docs\a\2", OfflineFilesItemType.File, ForBoth, dirty: true),
        Item(@"docs\a\s", OfflineFilesItemType.File, ForUser, sparse: true),
        Item(@"docs\a\sub", OfflineFilesItemType.Directory),
        Item(@"docs\a\sub\n", OfflineFilesItemType.File, created: true),
        Item(@"docs\b", OfflineFilesItemType.Directory, suspended: true, root: true),
        Item(@"docs\b\1", OfflineFilesItemType.File, suspended: true),
        Item(@"docs\b\c", OfflineFilesItemType.Directory, suspended: true, root: true),
        Item(@"docs\b\c\1", OfflineFilesItemType.File, suspended: true),
        Item(@"docs\e", OfflineFilesItemType.File, encrypted: true),
    ];

    private static UncPath At(string name) => UncPath.Parse($@"\\srv\{name}");

    private static IEnumerable<TestCaseData<Func<OperationPreviews, Task<OperationPreview>>, string>> Cases()
    {
        static TestCaseData<Func<OperationPreviews, Task<OperationPreview>>, string> Case(string name, Func<OperationPreviews, Task<OperationPreview>> ask, string expected) =>
            new TestCaseData<Func<OperationPreviews, Task<OperationPreview>>, string>(ask, expected).SetArgDisplayNames(name);

        yield return Case("deleting spares what is dirty and what holds it", p => p.DeleteItemsAsync(At(@"docs\a")),
            @"docs\a spared; docs\a\1 change; docs\a\2 spared; docs\a\s change; docs\a\sub spared; docs\a\sub\n spared");
        yield return Case("deleting what is dirty too", p => p.DeleteItemsAsync(At(@"docs\a"), new DeleteOptions { Flags = DeleteFlags.DeleteModified }),
            @"docs\a change; docs\a\1 change; docs\a\2 change; docs\a\s change; docs\a\sub change; docs\a\sub\n change");
        yield return Case("deleting spares pinned items", p => p.DeleteItemsAsync(At(@"docs\a"), new DeleteOptions { Flags = DeleteFlags.NoPinned | DeleteFlags.DeleteModified }),
            @"docs\a spared; docs\a\1 spared; docs\a\2 spared; docs\a\s spared; docs\a\sub change; docs\a\sub\n change");
        yield return Case("deleting spares what is not pinned", p => p.DeleteItemsAsync(At(@"docs\a"), new DeleteOptions { Flags = DeleteFlags.NoAutoCached | DeleteFlags.DeleteModified }),
            @"docs\a spared; docs\a\1 change; docs\a\2 change; docs\a\s change; docs\a\sub spared; docs\a\sub\n spared");
        yield return Case("deleting a share, and one path inside it again", p => p.DeleteItemsAsync([At("docs"), At(@"docs\b\c"), At(@"docs\x")], new DeleteOptions { Flags = DeleteFlags.DeleteModified | DeleteFlags.NoPinned }),
            @"docs spared; docs\a spared; docs\a\1 spared; docs\a\2 spared; docs\a\s spared; docs\a\sub change; docs\a\sub\n change; docs\b change; docs\b\1 change; docs\b\c change; docs\b\c\1 change; docs\e change; docs\x fail");
        yield return Case("pinning deep", p => p.PinAsync(At(@"docs\a")),
            @"docs\a unchanged; docs\a\1 unchanged; docs\a\2 unchanged; docs\a\s change; docs\a\sub change; docs\a\sub\n change");
        yield return Case("pinning without content", p => p.PinAsync(At(@"docs\a\s"), new PinOptions { Flags = PinControlFlags.ForUser }), @"docs\a\s unchanged");
        yield return Case("pinning the container alone for another reason", p => p.PinAsync(At(@"docs\a"), new PinOptions { Flags = PinControlFlags.ForAll, Deep = false }), @"docs\a change");
        yield return Case("pinning what is not here, and a server", p => p.PinAsync([At("docs"), At(@"docs\x"), UncPath.Parse(@"\\srv")], new PinOptions { Deep = false }), @" unknown; docs change; docs\x unknown");
        yield return Case("unpinning deep", p => p.UnpinAsync(At(@"docs\a")),
            @"docs\a change; docs\a\1 change; docs\a\2 change; docs\a\s change; docs\a\sub unchanged; docs\a\sub\n unchanged");
        yield return Case("unpinning only the files directly in it", p => p.UnpinAsync(At(@"docs\a"), new UnpinOptions { Flags = PinControlFlags.ForAll, Deep = false }),
            @"docs\a unchanged; docs\a\1 unchanged; docs\a\2 change; docs\a\s unchanged");
        yield return Case("unpinning what is not here", p => p.UnpinAsync(At(@"docs\x")), @"docs\x fail");
        yield return Case("synchronising both ways", p => p.SynchronizeAsync(At(@"docs\a")),
            @"docs\a unknown; docs\a\1 unknown; docs\a\2 change; docs\a\s change; docs\a\sub unknown; docs\a\sub\n change");
        yield return Case("synchronising out without new files", p => p.SynchronizeAsync(At(@"docs\a"), new SyncOptions { Flags = SyncControlFlags.SyncOut | SyncControlFlags.NoNewFilesOut }),
            @"docs\a unchanged; docs\a\1 unchanged; docs\a\2 change; docs\a\s unchanged; docs\a\sub unchanged; docs\a\sub\n spared");
        yield return Case("synchronising in leaves what is dirty", p => p.SynchronizeAsync(At(@"docs\a\2"), new SyncOptions { Flags = SyncControlFlags.SyncIn }), @"docs\a\2 spared");
        yield return Case("synchronising past suspended trees", p => p.SynchronizeAsync(At(@"docs\b"), new SyncOptions { Flags = SyncControlFlags.SyncIn | SyncControlFlags.SkipSuspendedDirs }),
            @"docs\b spared; docs\b\1 spared; docs\b\c spared; docs\b\c\1 spared");
        yield return Case("suspending what holds a suspended tree", p => p.SuspendRootAsync(At("docs")),
            @"docs change; docs\a change; docs\a\1 change; docs\a\2 change; docs\a\s change; docs\a\sub change; docs\a\sub\n change; docs\b spared; docs\b\1 unchanged; docs\b\c spared; docs\b\c\1 unchanged; docs\e change");
        yield return Case("suspending what is suspended", p => p.SuspendRootAsync(At(@"docs\b")), @"docs\b unchanged");
        yield return Case("suspending a file", p => p.SuspendRootAsync(At(@"docs\e")), @"docs\e fail");
        yield return Case("suspending a server", p => p.SuspendRootAsync(UncPath.Parse(@"\\srv")), " fail");
        yield return Case("resuming leaves a tree inside that is suspended by itself", p => p.ResumeRootAsync(At(@"docs\b")), @"docs\b change; docs\b\1 change; docs\b\c spared; docs\b\c\1 spared");
        yield return Case("resuming what is not suspended", p => p.ResumeRootAsync(At(@"docs\a")), @"docs\a unchanged");
        yield return Case("going offline takes the whole share", p => p.TransitionOfflineAsync(At(@"docs\a\1")), "docs change");
        yield return Case("going offline with what is not here", p => p.TransitionOfflineAsync(At(@"docs\x")), @"docs\x fail");
        yield return Case("going online where it is", p => p.TransitionOnlineAsync(At("docs")), "docs unchanged");
        yield return Case("going online with a server", p => p.TransitionOnlineAsync(UncPath.Parse(@"\\srv")), " fail");
        yield return Case("renaming takes all of it along", p => p.RenameItemExAsync(At(@"docs\b\c"), At("new")), @"docs\b\c change; docs\b\c\1 change");
        yield return Case("renaming to what is there", p => p.RenameItemAsync(At(@"docs\b"), At(@"docs\a")), @"docs\b fail");
        yield return Case("renaming what is not here", p => p.RenameItemAsync(At(@"docs\x"), At("new")), @"docs\x fail");
        yield return Case("encrypting", p => p.EncryptAsync(true), @"docs\a\1 change; docs\a\2 change; docs\a\s change; docs\a\sub\n change; docs\b\1 change; docs\b\c\1 change; docs\e unchanged");
        yield return Case("enabling what is enabled", p => p.EnableAsync(true), "");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task A_preview_tells_what_would_become_of_each_item(Func<OperationPreviews, Task<OperationPreview>> ask, string expected)
    {
        foreach (var profile in new[] { PushdownProfile.Everything, PushdownProfile.WindowsProvider })
        {
            await using var cache = Open(profile);

            var preview = await ask(cache.WhatIf);

            Assert.That(Describe(preview), Is.EqualTo(expected), profile.Name);
            Assert.That(preview.WouldChange, Is.EqualTo(expected.Contains(" change", StringComparison.Ordinal)));
        }
    }

    [Test]
    public async Task What_cannot_be_known_before_is_said()
    {
        await using var cache = Open(PushdownProfile.Everything);

        Assert.That((await cache.WhatIf.PinAsync(At("docs"))).Unknown, Has.Some.Contains("only the server knows"));
        Assert.That((await cache.WhatIf.TransitionOfflineAsync(At("docs"))).Unknown, Has.Some.Contains("open and not cached prevent it"));
        Assert.That((await cache.WhatIf.TransitionOfflineAsync(At("docs"), new OfflineTransitionOptions { Force = true })).Unknown, Has.Some.Contains("may lose data"));
        Assert.That((await cache.WhatIf.DeleteItemsAsync(At("docs"), new DeleteOptions { Flags = DeleteFlags.Admin })).Unknown, Has.Some.Contains("other users"));
        Assert.That((await cache.WhatIf.SynchronizeAsync()).Unknown, Has.Some.Contains("recorded as a conflict"));
    }

    private static IEnumerable<TestCaseData<SyncOptions, string>> ConflictCases()
    {
        static TestCaseData<SyncOptions, string> Case(SyncConflictPolicy policy, SyncControlFlags flags, string expected) =>
            new(new SyncOptions { Flags = flags, ConflictPolicy = policy }, expected) { TestName = $"{policy} {flags}" };

        const SyncControlFlags Both = SyncControlFlags.SyncIn | SyncControlFlags.SyncOut;
        yield return Case(SyncConflictPolicy.Log, Both, "changed spared: Log leaves both; deleted spared: Log leaves both; kind spared: Log leaves both; below spared: It lies below");
        yield return Case(SyncConflictPolicy.Log, SyncControlFlags.SyncIn, "changed spared: Log leaves both; deleted spared: Log leaves both; kind spared: Log leaves both; below spared: It lies below");
        yield return Case(SyncConflictPolicy.Log, SyncControlFlags.FillSparse, "changed spared: Log leaves both; deleted spared: Log leaves both; kind spared: Log leaves both; below spared: It lies below");
        yield return Case(SyncConflictPolicy.KeepLocal, Both, "changed change: KeepLocal would bring what is here to the server; deleted change: KeepLocal would bring the deletion here to the server; kind change: KeepLocal would bring what is here to the server; below unknown: It lies below");
        yield return Case(SyncConflictPolicy.KeepLocal, SyncControlFlags.SyncIn, "changed unknown: KeepLocal would bring what is here to the server, but without SyncOut; deleted unknown: KeepLocal would bring the deletion; kind unknown: KeepLocal; below unknown: It lies below");
        yield return Case(SyncConflictPolicy.KeepRemote, Both, "changed change: KeepRemote would bring the server's state here, and what changed here would be lost; deleted change: KeepRemote; kind change: KeepRemote; below unknown: It lies below");
        yield return Case(SyncConflictPolicy.KeepRemote, SyncControlFlags.SyncOut, "changed unknown: KeepRemote would bring the server's state here, but without SyncIn; deleted unknown: KeepRemote; kind unknown: KeepRemote; below unknown: It lies below");
        yield return Case(SyncConflictPolicy.KeepLatest, Both, "changed change: KeepLatest would keep the later change; deleted change: KeepLatest; kind change: KeepLatest; below unknown: It lies below");
        yield return Case(SyncConflictPolicy.KeepLatest, SyncControlFlags.SyncOut, "changed unknown: KeepLatest would keep the later change, but only SyncIn and SyncOut; deleted unknown: KeepLatest; kind unknown: KeepLatest; below unknown: It lies below");
    }

    [TestCaseSource(nameof(ConflictCases))]
    public async Task What_becomes_of_a_conflict_is_said_for_each_policy(SyncOptions options, string expected)
    {
        var conflict = new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.NeedToSyncItem };
        var origin = new FileSysInfo { OriginalAttributes = FileAttributes.Normal, OriginalLastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        await using var cache = new OfflineFilesCache(new InMemoryBackend(
            [
                Item("docs", OfflineFilesItemType.Share),
                With(@"docs\changed", OfflineFilesItemType.File, new ChangeInfo { Dirty = true, ModifiedData = true }, conflict),
                With(@"docs\deleted", OfflineFilesItemType.File, new ChangeInfo { Dirty = true, DeletedOffline = true }, conflict),
                With(@"docs\kind", OfflineFilesItemType.Directory, new ChangeInfo { Dirty = true, CreatedOffline = true }, Online, origin),
                With(@"docs\kind\below", OfflineFilesItemType.File, new ChangeInfo { Dirty = true, CreatedOffline = true }, Online),
            ],
            PushdownProfile.Everything)
        { More = Everything });

        var preview = await cache.WhatIf.SynchronizeAsync(options);

        var cases = expected.Split("; ");
        Assert.That(preview.Items, Has.Count.EqualTo(1 + cases.Length));
        foreach (var each in cases)
        {
            var (name, verdict, reason) = (each.Split(' ')[0], each.Split(' ', ':')[1], each.Split(": ")[1]);
            var item = preview.Items.Single(item => item.Path.Name == name);
            Assert.That((Short(item.Verdict), item.Reason), Is.EqualTo((verdict, item.Reason)), item.ToString());
            Assert.That(item.Reason, Does.Contain(reason).And.Contain(name == "below" ? "conflict" : name == "kind" ? "It is a directory here and a file on the server" : "It is a recorded conflict."));
        }
    }

    [TestCase(SyncConflictPolicy.Log, "spared", "It is a recorded conflict. Log leaves both sides as they are")]
    [TestCase(SyncConflictPolicy.KeepLocal, "unknown", "It is a recorded conflict. It is offline because it was asked to be.")]
    public async Task A_conflict_is_one_though_its_share_is_offline(SyncConflictPolicy policy, string verdict, string reason)
    {
        var offline = new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.WorkingOffline };
        var item = new OfflineFilesItem(At(@"docs\changed"), OfflineFilesItemType.File)
        {
            ChangeInfo = new ChangeInfo { Dirty = true, ModifiedData = true },
            ConnectionInfo = offline,
            InConflict = true,
        };
        await using var cache = new OfflineFilesCache(
            new InMemoryBackend([Item("docs", OfflineFilesItemType.Share), item], PushdownProfile.Everything) { More = Everything });

        var preview = await cache.WhatIf.SynchronizeAsync(new SyncOptions { ConflictPolicy = policy });

        var judged = preview.Items.Single(each => each.Path.Name == "changed");
        Assert.That((Short(judged.Verdict), judged.Reason), Is.EqualTo((verdict, judged.Reason)), judged.ToString());
        Assert.That(judged.Reason, Does.StartWith(reason));
    }

    private static OfflineFilesItem With(string name, OfflineFilesItemType type, ChangeInfo change, ConnectionInfo connection, FileSysInfo? facts = null) =>
        new(At(name).ToString(), type) { PinInfo = new PinInfo(), ChangeInfo = change, ConnectionInfo = connection, FileSysInfo = facts, SuspendInfo = new SuspendInfo(), Sparse = type == OfflineFilesItemType.File ? false : null };

    [Test]
    public async Task A_restart_is_foretold_where_it_is_certain()
    {
        await using var cache = Open(PushdownProfile.Everything);

        Assert.That((await cache.WhatIf.RenameItemAsync(At(@"docs\b"), At("new"))).RestartRequired, Is.True);
        Assert.That((await cache.WhatIf.RenameItemExAsync(At(@"docs\b"), At("new"))).RestartRequired, Is.Null);
        Assert.That((await cache.WhatIf.EnableAsync(false)).RestartRequired, Is.True);
        Assert.That((await cache.WhatIf.EnableAsync(true)).RestartRequired, Is.False);
    }

    [Test]
    public async Task A_transition_and_a_single_file_are_looked_up_and_never_searched_for()
    {
        var backend = new InMemoryBackend(Rows, PushdownProfile.WindowsProvider) { More = Everything };
        await using var cache = new OfflineFilesCache(backend);

        await cache.WhatIf.TransitionOfflineAsync(At(@"docs\a\1"));
        await cache.WhatIf.DeleteItemsAsync([At(@"docs\a\1"), At(@"docs\e")]);

        Assert.That(backend.Queries, Is.Empty);
    }

    [Test]
    public async Task A_subtree_is_walked_and_the_cache_not_scanned()
    {
        var backend = new InMemoryBackend(Rows, PushdownProfile.WindowsProvider) { More = Everything };
        await using var cache = new OfflineFilesCache(backend);

        await cache.WhatIf.DeleteItemsAsync(At(@"docs\b"));

        Assert.That(backend.Queries, Is.Not.Empty.And.All.Contains("ParentItemPath = "));
    }

    [Test]
    public async Task The_options_of_the_cache_may_forbid_a_scan_and_say_nothing_of_our_own_predicates()
    {
        var options = new QueryOptions { ClientEvaluation = ClientEvaluation.Throw, RefuseFullScan = true };
        await using var cache = new OfflineFilesCache(new InMemoryBackend(Rows, PushdownProfile.WindowsProvider) { More = Everything }, options);

        Assert.That((await cache.WhatIf.UnpinAsync(At(@"docs\a"))).Items, Has.Count.EqualTo(6));
        await Assert.ThatAsync(() => cache.WhatIf.EncryptAsync(true), Throws.TypeOf<QueryTranslationException>());
        // The shares are what the operation asks for too.
        Assert.That((await cache.WhatIf.SynchronizeAsync()).Items.Select(item => item.ItemType), Does.Contain(OfflineFilesItemType.Share).And.Not.Contain(OfflineFilesItemType.Server));
    }

    [Test]
    public async Task What_the_operation_refuses_its_preview_refuses()
    {
        await using var cache = Open(PushdownProfile.Everything);
        await using var less = new OfflineFilesCache(new InMemoryBackend(Rows, PushdownProfile.Everything));

        Assert.That(() => cache.WhatIf.PinAsync(At("docs"), new PinOptions { Flags = PinControlFlags.Fill }), Throws.TypeOf<InvalidOptionsException>());
        Assert.That(() => cache.WhatIf.DeleteItemsAsync([]), Throws.TypeOf<InvalidOptionsException>());
        await Assert.ThatAsync(() => less.WhatIf.DeleteItemsAsync(At("docs")), Throws.TypeOf<OperationNotSupportedException>().With.Property("Operation").EqualTo("DeleteItems"));
        await Assert.ThatAsync(() => less.WhatIf.TransitionOnlineAsync(At("docs")), Throws.TypeOf<OperationNotSupportedException>());
    }

    [Test]
    public async Task A_preview_is_counted_for_people()
    {
        await using var cache = Open(PushdownProfile.Everything);

        var preview = await cache.WhatIf.DeleteItemsAsync([At(@"docs\a"), At(@"docs\x")]);

        Assert.That(preview.ToString(), Is.EqualTo("DeleteItems would be: 2 WouldChange, 4 WouldBeSpared, 1 WouldFail"));
        Assert.That(preview.With(PreviewVerdict.WouldFail).Single().ToString(), Is.EqualTo(@"\\srv\docs\x: WouldFail: It is not in the cache."));
        Assert.That((await cache.WhatIf.EnableAsync(false)).ToString(), Is.EqualTo("Enable would be: the cache as a whole, restart required"));
        Assert.That((await cache.WhatIf.EnableAsync(true)).ToString(), Is.EqualTo("Enable would be: nothing to do"));
    }

    [Test]
    public void Every_operation_has_its_preview_with_the_same_parameters_but_progress()
    {
        static IEnumerable<string> Verbs(Type type) =>
            from method in type.GetMethods()
            where method.Name.EndsWith("Async", StringComparison.Ordinal) && method.ReturnType.IsGenericType
                && (method.ReturnType.GenericTypeArguments[0] == typeof(OperationReport) || method.ReturnType.GenericTypeArguments[0] == typeof(OperationPreview))
            select $"{method.Name}({string.Join(", ", method.GetParameters().Where(parameter => parameter.Name != "progress").Select(parameter => $"{parameter.ParameterType} {parameter.Name}"))})";

        Assert.That(Verbs(typeof(OperationPreviews)), Is.EquivalentTo(Verbs(typeof(OfflineFilesCache))));
    }

    private static OfflineFilesCache Open(PushdownProfile profile) => new(new InMemoryBackend(Rows, profile) { More = Everything });

    private static string Describe(OperationPreview preview) => string.Join("; ", preview.Items.Select(item => $"{item.Path.ToString().Substring(5).TrimStart('\\')} {Short(item.Verdict)}"));

    private static string Short(PreviewVerdict verdict) => verdict switch
    {
        PreviewVerdict.WouldChange => "change",
        PreviewVerdict.WouldBeSpared => "spared",
        PreviewVerdict.WouldFail => "fail",
        PreviewVerdict.Unknown => "unknown",
        _ => "unchanged",
    };

    private static OfflineFilesItem Item(
        string name, OfflineFilesItemType type, PinInfo? pins = null, bool dirty = false, bool created = false, bool sparse = false,
        bool suspended = false, bool root = false, bool encrypted = false) => new(At(name).ToString(), type)
        {
            PinInfo = pins ?? new PinInfo(),
            ChangeInfo = new ChangeInfo { Dirty = dirty || created, CreatedOffline = created, ModifiedData = dirty },
            ConnectionInfo = Online,
            SuspendInfo = new SuspendInfo { Suspended = suspended, SuspendedRoot = root },
            Encrypted = type == OfflineFilesItemType.File ? encrypted : null,
            Sparse = type == OfflineFilesItemType.File ? sparse : null,
        };
}
