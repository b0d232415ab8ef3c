using OfflineFiles.Sdk.Tests.Support;
using static OfflineFiles.Sdk.Tests.Operations.ReportCases;

namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>
/// An item has one outcome, and each path that was asked for has one. What lies below another path is worked on once, with that path, when the
/// operation works on the whole tree there.
/// </summary>
/// <param name="isMade">Whether the backend makes its outcomes when they are looked at.</param>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class OneOutcomeAnItemTests(bool isMade)
{
    private const string Trees = "everything below a path";
    private const string Items = "the item alone";

    private static readonly Dictionary<string, (string Reach, Func<OfflineFilesCache, UncPath[], Task<OperationReport>> RunAsync)> Operations = new()
    {
        ["Pin"] = (Trees, (cache, paths) => cache.PinAsync(paths)),
        ["Pin, not deep"] = (Items, (cache, paths) => cache.PinAsync(paths, new PinOptions { Deep = false })),
        ["Unpin"] = (Trees, (cache, paths) => cache.UnpinAsync(paths)),
        ["Unpin, not deep"] = (Items, (cache, paths) => cache.UnpinAsync(paths, new UnpinOptions { Deep = false })),
        ["Synchronize"] = (Trees, (cache, paths) => cache.SynchronizeAsync(paths)),
        ["DeleteItems"] = (Trees, (cache, paths) => cache.DeleteItemsAsync(paths)),
    };

    private static IEnumerable<string> Names => Operations.Keys;

    [TestCase("each path by itself", new[] { "a", "b" }, new[] { "a", "b" })]
    [TestCase("a path given twice", new[] { "a", "a" }, new[] { "a" })]
    [TestCase("the same path in other case", new[] { "plans", "PLANS" }, new[] { "plans" })]
    [TestCase("the same path with a separator at its end", new[] { "plans", @"plans\" }, new[] { "plans" })]
    [TestCase("a child after its parent", new[] { "plans", @"plans\a" }, new[] { "plans" })]
    [TestCase("a child before its parent", new[] { @"plans\a", "plans" }, new[] { "plans" })]
    [TestCase("a child of a parent in other case", new[] { "plans", @"PLANS\a" }, new[] { "plans" })]
    [TestCase("a grandchild, without what is between", new[] { "", @"plans\a" }, new[] { "" })]
    [TestCase("a share below a server", new[] { @"\\srv", "", @"\\srv\other\a" }, new[] { @"\\srv" })]
    [TestCase("a name that begins as another does is not below it", new[] { "plan", "plans" }, new[] { "plan", "plans" })]
    [TestCase("another share", new[] { "", @"\\srv\docs2\a" }, new[] { "", @"\\srv\docs2\a" })]
    public async Task The_backend_is_asked_for(string what, string[] asked, string[] roots)
    {
        foreach (var (name, (reach, runAsync)) in Operations)
        {
            var backend = new ReportingBackend(call => call.Report(isMade, call.Paths.Select(path => new ItemOutcome { Path = path, Status = OutcomeStatus.Done })));
            await using var cache = new OfflineFilesCache(backend);

            var report = await runAsync(cache, At(asked));

            Assert.That(backend.Calls.Single().Paths, Is.EqualTo(reach == Trees ? At(roots) : At(asked).Distinct()), $"{name}: {what}");
            Assert.That(report.Outcomes.Select(outcome => outcome.Path), Is.EquivalentTo(At(asked).Distinct()), $"{name}: {what}");
        }
    }

    [TestCase("nothing is missing", new[] { "plans" }, "Done plans; Done plans\\a", "Done plans; Done plans\\a")]
    [TestCase("an item told of twice: the worse one", new[] { "a" }, "Done a; Failed a", "Failed a")]
    [TestCase("an item told of twice: the worse one, whatever comes first", new[] { "a" }, "Failed a; Done a", "Failed a")]
    [TestCase("done and then nothing left to do is done", new[] { "a" }, "Done a; Unchanged a", "Done a")]
    [TestCase("an item told of twice in other case", new[] { "plans" }, "Done plans; Unchanged PLANS", "Done plans")]
    [TestCase("a conflict is worse than what was spared", new[] { "a" }, "Skipped a; Conflict a; Done a", "Conflict a")]
    [TestCase("a failure is worse than a cancellation", new[] { "a" }, "Cancelled a; Failed a", "Failed a")]
    [TestCase("said of the item itself counts for more", new[] { "a" }, "Done? a; Done a", "Done a")]
    [TestCase("a path that nothing is told of", new[] { "a", "b" }, "Done a", "Done a; Done? b")]
    [TestCase("a container that nothing is told of is done if something in it is", new[] { "" }, "Done a; Unchanged b", "Done a; Unchanged b; Done? \\\\srv\\docs")]
    [TestCase("a container that nothing is told of is unchanged if all in it is", new[] { "" }, "Unchanged a", "Unchanged a; Unchanged? \\\\srv\\docs")]
    [TestCase("a child that is told of", new[] { "plans", "plans\\a" }, "Done plans; Skipped plans\\a", "Done plans; Skipped plans\\a")]
    [TestCase("a child that nothing is told of", new[] { "plans", "plans\\a" }, "Done plans", "Done plans; Done? plans\\a")]
    [TestCase("a child of what failed", new[] { "plans", "plans\\a" }, "Failed plans", "Failed plans; Failed? plans\\a")]
    [TestCase("a child of what is in conflict", new[] { "", "plans\\a" }, "Done \\\\srv\\docs; Conflict plans", "Done \\\\srv\\docs; Conflict plans; Conflict? plans\\a")]
    [TestCase("an item that nobody asked for", new[] { "a" }, "Done a; Done b", "Done a; Done b")]
    public async Task The_report_has(string what, string[] asked, string told, string expected)
    {
        foreach (var (name, (reach, runAsync)) in Operations)
        {
            // What is not reduced was told of by the backend itself.
            if (reach == Items && asked.Length > 1 && asked[1].Contains('\\')) continue;
            var backend = new ReportingBackend(call => call.Report(isMade, Outcomes(told.Split("; "))));
            await using var cache = new OfflineFilesCache(backend);

            var report = await runAsync(cache, At(asked));

            Assert.That(Words(report), Is.EqualTo(expected.Split("; ")), $"{name}: {what}");
        }
    }

    // What went wrong in it has an outcome of its own.
    [TestCase("Synchronize", "Conflict a", "Unchanged?")]
    [TestCase("Synchronize", "Failed a; Done b", "Done?")]
    [TestCase("Pin", "Failed a", "Unchanged?")]
    [TestCase("DeleteItems", "Done a", "Done?")]
    [TestCase("DeleteItems", "Done a; Skipped b", "Skipped?")]
    [TestCase("DeleteItems", "Done a; Failed b", "Skipped?")]
    public async Task A_container_that_nothing_is_told_of_is(string name, string told, string expected)
    {
        await using var cache = new OfflineFilesCache(new ReportingBackend(call => call.Report(isMade, Outcomes(told.Split("; ")))));

        Assert.That(Words(await Operations[name].RunAsync(cache, [At("")])), Is.EqualTo(told.Split("; ").Append($@"{expected} \\srv\docs")));
    }

    [Test]
    public async Task A_synchronisation_of_all_has_no_outcome_for_a_share_that_nobody_named()
    {
        await using var cache = new OfflineFilesCache(new ReportingBackend(call => call.Report(isMade, Outcomes("Done a"))) { Items = [new(@"\\srv\docs", OfflineFilesItemType.Share)] });

        Assert.That(Words(await cache.SynchronizeAsync()), Is.EqualTo(new[] { "Done a" }));
    }

    [Test]
    public async Task Bytes_of_an_item_that_was_told_of_twice_add_up()
    {
        await using var cache = new OfflineFilesCache(new ReportingBackend(call => call.Report(isMade, Outcomes("Done a", "Unchanged a", "Done A"))));

        Assert.That((await cache.SynchronizeAsync(At("a"))).Outcomes.Single().Bytes, Is.EqualTo(3));
    }

    [Test]
    public async Task A_child_that_is_not_told_of_says_with_which_path_it_was_done_and_why_not()
    {
        await using var cache = new OfflineFilesCache(new ReportingBackend(call => call.Report(isMade, Outcome("Failed plans"))));

        var child = (await cache.DeleteItemsAsync(At("plans", @"plans\a"))).Outcomes[1];

        Assert.That((child.Message, child.NativeCode, child.Bytes), Is.EqualTo((@"It was done with \\srv\docs\plans: It is locked.", unchecked((int)0x80070005), 0L)));
    }

    [Test]
    public async Task A_path_that_a_telling_backend_did_not_find_below_another_is_asked_for_by_itself([ValueSource(nameof(Names))] string name)
    {
        var backend = new ReportingBackend(call => call.Report(isMade, call.Paths.Contains(At("plans")) ? Outcomes("Done plans", @"Done plans\a") : Outcomes(@"Failed plans\gone")));
        await using var cache = new OfflineFilesCache(backend);

        var report = await Operations[name].RunAsync(cache, At("plans", @"plans\a", @"plans\gone"));

        var expected = Operations[name].Reach == Trees ? new[] { At("plans"), At(@"plans\gone") } : At("plans", @"plans\a", @"plans\gone");
        Assert.That(backend.Calls.SelectMany(call => call.Paths), Is.EqualTo(expected));
        Assert.That(Words(report), Is.SupersetOf(new[] { "Done plans", @"Done plans\a" }));
        if (Operations[name].Reach == Trees) Assert.That(Words(report)[2], Is.EqualTo(@"Failed plans\gone"));
    }

    [Test]
    public async Task What_cannot_start_by_itself_is_an_outcome_once_the_rest_is_done()
    {
        var error = new ItemNotFoundException(At(@"plans\gone"), "It is not there.");
        var backend = new ReportingBackend(call => call.Paths.Contains(At("plans")) ? call.Report(isMade, Outcomes("Done plans", @"Done plans\a")) : throw error);
        await using var cache = new OfflineFilesCache(backend);

        var report = await cache.PinAsync(At("plans", @"plans\gone"));

        Assert.That(Words(report), Is.EqualTo(new[] { "Done plans", @"Done plans\a", @"Failed plans\gone" }));
        Assert.That(report.Outcomes[2].Error, Is.SameAs(error));
    }

    [Test]
    public async Task The_shares_of_a_server_that_is_refused_are_asked_for_by_themselves()
    {
        var backend = new ReportingBackend(call => call.Report(isMade, call.Paths.Select(path =>
            new ItemOutcome { Path = path, Status = path.Depth == 1 ? OutcomeStatus.Failed : OutcomeStatus.Done })));
        await using var cache = new OfflineFilesCache(backend);

        Assert.That(Words(await cache.PinAsync(At(@"\\srv", "", "plans"))), Is.EqualTo(new[] { @"Failed \\srv", @"Done \\srv\docs", "Done? plans" }));
    }

    [Test]
    public async Task A_synchronisation_of_all_asks_for_each_share_once()
    {
        var backend = new ReportingBackend(call => call.Report(isMade, call.Paths.Select(path => new ItemOutcome { Path = path, Status = OutcomeStatus.Unchanged })))
        {
            Items = [new(@"\\srv\docs", OfflineFilesItemType.Share), new(@"\\srv\DOCS", OfflineFilesItemType.Share), new(@"\\srv\other", OfflineFilesItemType.Share)],
        };
        await using var cache = new OfflineFilesCache(backend);

        Assert.That((await cache.SynchronizeAsync()).Outcomes, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_a_report_says_of_no_path_is_passed_over()
    {
        await using var cache = new OfflineFilesCache(new ReportingBackend(call => call.Report(isMade, null!, new ItemOutcome { Path = null!, Status = OutcomeStatus.Failed })));
        await using var empty = new OfflineFilesCache(new ReportingBackend(call => new OperationReport { Operation = call.Operation, Outcomes = null! }));

        Assert.That(Words(await cache.PinAsync(At("a"))), Is.EqualTo(new[] { "Done? a" }));
        Assert.That(Words(await empty.PinAsync(At("a"))), Is.EqualTo(new[] { "Done? a" }));
    }

    [Test]
    public async Task No_report_at_all_is_an_error_that_says_so()
    {
        await using var cache = new OfflineFilesCache(new ReportingBackend(_ => (OperationReport)null!));

        await Assert.ThatAsync(() => cache.PinAsync(At("a")), Throws.TypeOf<OfflineFilesException>().With.Message.Contains("no report"));
    }

    [Test]
    public async Task A_path_that_nothing_is_told_of_failed_if_the_operation_did()
    {
        await using var cache = new OfflineFilesCache(new ReportingBackend(call => call.Report(isMade) with { NativeCode = unchecked((int)0x80070005) }));

        Assert.That(Words(await cache.TransitionOnlineAsync(At("a"))), Is.EqualTo(new[] { "Failed? a" }));
    }
}
