using System.Diagnostics;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>Unpinning whatever the reason: the reasons that are set are read, and no other is tried.</summary>
[TestFixture]
public sealed class UnpinWhateverReasonTests
{
    private const PinControlFlags User = PinControlFlags.ForUser, Policy = PinControlFlags.ForUserPolicy, All = PinControlFlags.ForAll,
        Redirection = PinControlFlags.ForRedirection;

    private static readonly OfflineFilesItem[] Rows =
    [
        new(@"\\srv", OfflineFilesItemType.Server),
        Item("docs", OfflineFilesItemType.Share),
        Item(@"docs\user", OfflineFilesItemType.File, new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned }),
        Item(@"docs\policy", OfflineFilesItemType.File, new PinInfo { Pinned = true, PinnedForUserByPolicy = PinState.PinnedInherit }),
        Item(@"docs\free", OfflineFilesItemType.File),
        Item(@"docs\home", OfflineFilesItemType.Directory, new PinInfo { Pinned = true, PinnedForFolderRedirection = PinState.PinnedInherit }),
        Item(@"docs\home\all", OfflineFilesItemType.File, new PinInfo { Pinned = true, PinnedForComputer = PinState.Pinned, PinnedForUser = PinState.Pinned }),
        Item(@"docs\home\sub", OfflineFilesItemType.Directory),
        Item(@"docs\home\sub\deep", OfflineFilesItemType.File, new PinInfo { Pinned = true, PinnedForUserByPolicy = PinState.Pinned }),
    ];

    [TestCase(@"docs\user", true, User)]
    [TestCase(@"docs\policy", true, Policy)]
    [TestCase(@"docs\home", true, Redirection | All | User | Policy, Description = "everything below")]
    [TestCase(@"docs\home", false, Redirection | All | User, Description = "only the files directly in it")]
    [TestCase(@"docs\home\all", true, All | User)]
    [TestCase("docs", true, Redirection | All | User | Policy)]
    [TestCase(@"docs\free", true, User, Description = "nothing is set, so the backend is asked for what changes nothing")]
    [TestCase(@"docs\gone", true, User, Description = "the backend says that it is not there")]
    public async Task The_reasons_that_are_set_are_asked_for_and_no_other(string path, bool isDeep, PinControlFlags expected)
    {
        var backend = new UnpinningBackend();
        await using var cache = new OfflineFilesCache(backend);

        await cache.UnpinAsync(At(path), UnpinOptions.WhateverReason with { Deep = isDeep, Flags = All | PinControlFlags.Background });

        Assert.That(backend.Unpinned, Is.EqualTo(new[] { new UnpinOptions { Deep = isDeep, Flags = expected | PinControlFlags.Background } }));
    }

    [Test]
    public async Task The_outcome_says_why_an_item_was_pinned()
    {
        await using var cache = new OfflineFilesCache(new UnpinningBackend());

        var report = await cache.UnpinAsync([At(@"docs\user"), At(@"docs\home\all"), At(@"docs\free")], UnpinOptions.WhateverReason);

        Assert.That(report.Outcomes.Select(outcome => outcome.Message), Is.EqualTo(new[]
        {
            "It was pinned by a user, as \"Always available offline\".",
            "It was pinned by a user, as \"Always available offline\" and for everyone on this computer, by a policy or an administrator.",
            null,
        }));
    }

    [Test]
    public async Task Who_may_not_remove_a_pin_is_told_what_it_takes()
    {
        await using var cache = new OfflineFilesCache(new UnpinningBackend { Code = unchecked((int)0x80070005) });

        var report = await cache.UnpinAsync(At(@"docs\policy"), UnpinOptions.WhateverReason);

        Assert.That(report.Outcomes.Single().Message, Is.EqualTo(
            "Access is denied. It is pinned by a policy for the user; an administrator may be needed for a pin by policy or for everyone."));
    }

    [Test]
    public async Task Cancelled_while_the_reasons_are_read_it_has_a_report_and_nothing_was_done()
    {
        var backend = new UnpinningBackend();
        await using var cache = new OfflineFilesCache(backend);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var error = await Assert.ThrowsAsync<OperationCancelledException>(
            async () => await cache.UnpinAsync([At("docs"), At(@"docs\free")], UnpinOptions.WhateverReason, null, source.Token));

        Assert.That(error!.Report.Outcomes.Select(outcome => (outcome.Path, outcome.Status)),
            Is.EqualTo(new[] { (At("docs"), OutcomeStatus.Cancelled), (At(@"docs\free"), OutcomeStatus.Cancelled) }));
        Assert.That(backend.Unpinned, Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Reading_the_reasons_is_a_part_of_the_operation_for_those_who_watch(bool isCancelled)
    {
        var watched = new List<Activity>();
        using var listener = Activities.Hear(activity => { lock (watched) watched.Add(activity); });
        await using var cache = new OfflineFilesCache(new UnpinningBackend());
        using var root = new Activity("test").Start();
        using var source = new CancellationTokenSource();
        if (isCancelled) await source.CancelAsync();

        var run = () => cache.UnpinAsync(At("docs"), UnpinOptions.WhateverReason, null, source.Token);
        if (isCancelled) await Assert.ThatAsync(run, Throws.TypeOf<OperationCancelledException>());
        else await run();

        var own = watched.Where(activity => activity.TraceId == root.TraceId).ToList();
        var operation = own.Single(activity => activity.OperationName == "OfflineFiles.Unpin");
        Assert.That(operation.ParentSpanId, Is.EqualTo(root.SpanId));
        Assert.That(own.Where(activity => activity != operation).Select(activity => activity.ParentSpanId), Is.All.EqualTo(operation.SpanId));
    }

    [Test]
    public async Task Its_preview_says_why_each_item_is_pinned()
    {
        await using var cache = new OfflineFilesCache(new UnpinningBackend());

        var preview = await cache.WhatIf.UnpinAsync([At(@"docs\policy"), At(@"docs\free")], UnpinOptions.WhateverReason);

        Assert.That(preview.Items.Select(item => $"{item.Path.Name} {item.Verdict} {item.Reason}"), Is.EqualTo(new[]
        {
            "free Unchanged It is not pinned.",
            "policy WouldChange It is pinned by a policy for the user. It may be evicted at any time.",
        }));
    }

    [Test]
    public void Flags_without_a_reason_are_no_fault_then_and_an_unknown_bit_is()
    {
        var cache = new OfflineFilesCache(new UnpinningBackend());

        Assert.That(() => cache.UnpinAsync(At("docs"), UnpinOptions.WhateverReason with { Flags = PinControlFlags.None }), Throws.Nothing);
        Assert.That(() => cache.UnpinAsync(At("docs"), UnpinOptions.WhateverReason with { Flags = PinControlFlags.Fill }), Throws.TypeOf<InvalidOptionsException>());
    }

    private static UncPath At(string name) => UncPath.Parse($@"\\srv\{name}");

    private static OfflineFilesItem Item(string name, OfflineFilesItemType type, PinInfo? pins = null) =>
        new(At(name), type) { PinInfo = pins ?? new PinInfo() };

    private sealed class UnpinningBackend() : InMemoryBackend(UnpinWhateverReasonTests.Rows, PushdownProfile.Everything)
    {
        public List<UnpinOptions> Unpinned { get; } = [];

        public int Code { get; init; }

        public override BackendCapabilities Capabilities => base.Capabilities | BackendCapabilities.Unpin;

        public override Task<OperationReport> UnpinAsync(
            IReadOnlyList<UncPath> paths, UnpinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
        {
            Unpinned.Add(options);
            return Task.FromResult(new OperationReport { Operation = OfflineFilesOperation.Unpin, Outcomes = [.. paths.Select(Outcome)] });
        }

        private ItemOutcome Outcome(UncPath path) => Code == 0
            ? new ItemOutcome { Path = path, Status = OutcomeStatus.Done }
            : new ItemOutcome { Path = path, Status = OutcomeStatus.Failed, NativeCode = Code, Message = "Access is denied." };
    }
}
