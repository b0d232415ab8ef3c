using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>Operations over a list of texts: a bad line is a failed outcome of its own, however the operation on the others ends.</summary>
[TestFixture]
public sealed class PathListOperationTests
{
    private static readonly string[] Lines = [@" \\srv\docs\a" + "\r", "nonsense", "\"//srv/docs/b\"", "", @"Z:\x"];
    private static readonly UncPath[] Paths = [@"\\srv\docs\a", @"\\srv\docs\b"];

    private ICacheBackend _backend = null!;
    private OfflineFilesCache _cache = null!;

    [SetUp]
    public void OpenTheDoor()
    {
        _backend = Substitute.For<ICacheBackend>();
        _backend.Pushdown.Returns(PushdownProfile.Everything);
        _backend.Description.Returns(new BackendDescription("Test", "nothing"));
        _cache = new OfflineFilesCache(_backend);
        _backend.ClearReceivedCalls();
    }

    [TearDown]
    public async Task CloseTheDoor()
    {
        await _cache.DisposeAsync();
        await _backend.DisposeAsync();
    }

    private static IEnumerable<TestCaseData> Operations()
    {
        static TestCaseData Case(string name, Func<OfflineFilesCache, IEnumerable<string>, Task<OperationReport>> run) =>
            new TestCaseData(run).SetArgDisplayNames(name);

        yield return Case("Pin", (cache, lines) => cache.PinAsync(lines));
        yield return Case("Unpin", (cache, lines) => cache.UnpinAsync(lines));
        yield return Case("Synchronize", (cache, lines) => cache.SynchronizeAsync(lines));
        yield return Case("DeleteItems", (cache, lines) => cache.DeleteItemsAsync(lines));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task The_paths_are_worked_on_and_each_bad_line_fails(Func<OfflineFilesCache, IEnumerable<string>, Task<OperationReport>> run)
    {
        Answer(paths => Report(paths));

        var report = await run(_cache, Lines);

        Assert.That(report.Succeeded, Is.False);
        Assert.That(report.Outcomes.Select(outcome => $"{outcome.Path} {outcome.Status} {outcome.Input}"), Is.EqualTo(new[]
        {
            @"\\srv\docs\a Done ", @"\\srv\docs\b Done ", "nonsense Failed nonsense", @"Z:\x Failed Z:\x",
        }));
        Assert.That(report.ThrowIfFailed, Throws.TypeOf<OperationFailedException>().With.Message.Contains("Line 2: 'nonsense' is no UNC path"));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Without_bad_lines_the_report_is_that_of_the_paths(Func<OfflineFilesCache, IEnumerable<string>, Task<OperationReport>> run)
    {
        Answer(paths => Report(paths));

        var report = await run(_cache, Lines[..1]);

        Assert.That(report.Outcomes.Select(outcome => (outcome.Path, outcome.Input)), Is.EqualTo(new[] { (Paths[0], (string?)null) }));
        Assert.That(report.ThrowIfFailed(), Is.SameAs(report));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Bad_lines_alone_do_not_reach_the_backend(Func<OfflineFilesCache, IEnumerable<string>, Task<OperationReport>> run)
    {
        var report = await run(_cache, ["nonsense", "Z:", "NONSENSE"]);

        Assert.That(report.Outcomes.Select(outcome => $"{outcome.Path} {outcome.Status}"), Is.EqualTo(new[] { "nonsense Failed", "Z: Failed" }));
        Assert.That(_backend.ReceivedCalls(), Is.Empty);
    }

    [TestCaseSource(nameof(Operations))]
    public void A_list_without_a_path_is_refused(Func<OfflineFilesCache, IEnumerable<string>, Task<OperationReport>> run)
    {
        foreach (var lines in new string[][] { [], ["", " \t", "\r"] })
            Assert.That(() => run(_cache, lines), Throws.TypeOf<InvalidOptionsException>().With.Property("Option").EqualTo("paths")
                .And.Message.EqualTo("No path was given. Name at least one item."));
        Assert.That(() => run(_cache, null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Options_are_checked_though_all_lines_are_bad() =>
        Assert.That(() => _cache.PinAsync(["nonsense"], new PinOptions { Flags = PinControlFlags.None }), Throws.TypeOf<InvalidOptionsException>());

    [TestCaseSource(nameof(Operations))]
    public async Task A_cancelled_operation_has_the_bad_lines_in_its_report(Func<OfflineFilesCache, IEnumerable<string>, Task<OperationReport>> run)
    {
        Answer(paths => throw new OperationCancelledException(
            Report(paths) with { Outcomes = [new ItemOutcome { Path = paths[0], Status = OutcomeStatus.Cancelled }] }, new CancellationToken(true)));

        var error = await Assert.ThrowsAsync<OperationCancelledException>(async () => await run(_cache, Lines));

        Assert.That(error!.Report.With(OutcomeStatus.Failed).Select(outcome => outcome.Input), Is.EqualTo(new[] { "nonsense", @"Z:\x" }));
        Assert.That(error.CancellationToken.IsCancellationRequested, Is.True);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task So_has_one_that_failed(Func<OfflineFilesCache, IEnumerable<string>, Task<OperationReport>> run)
    {
        Answer(paths => throw new OperationFailedException(Report(paths)));

        var error = await Assert.ThrowsAsync<OperationFailedException>(async () => await run(_cache, Lines));

        Assert.That(error!.Report.With(OutcomeStatus.Failed).Select(outcome => outcome.Input), Is.EqualTo(new[] { "nonsense", @"Z:\x" }));
    }

    [Test]
    public void The_path_of_a_bad_line_is_no_path_to_ask_for_again()
    {
        var bad = UncPathList.Parse(["nonsense"]).Failures.Single().Path;

        Assert.That(() => _cache.PinAsync([Paths[0], bad]), Throws.TypeOf<InvalidOptionsException>()
            .With.Message.EqualTo("'nonsense' is the text of a failed outcome and no path. Leave it out."));
    }

    private static IEnumerable<TestCaseData> Previews()
    {
        static TestCaseData Case(string name, Func<OperationPreviews, IEnumerable<string>, Task<OperationPreview>> preview) =>
            new TestCaseData(preview).SetArgDisplayNames(name);

        yield return Case("Pin", (previews, lines) => previews.PinAsync(lines));
        yield return Case("Unpin", (previews, lines) => previews.UnpinAsync(lines));
        yield return Case("Synchronize", (previews, lines) => previews.SynchronizeAsync(lines));
        yield return Case("DeleteItems", (previews, lines) => previews.DeleteItemsAsync(lines));
    }

    [TestCaseSource(nameof(Previews))]
    public async Task A_preview_says_that_a_bad_line_would_fail(Func<OperationPreviews, IEnumerable<string>, Task<OperationPreview>> preview)
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything)
        {
            More = BackendCapabilities.Pin | BackendCapabilities.Unpin | BackendCapabilities.Synchronize | BackendCapabilities.DeleteItems,
        };
        await using var cache = new OfflineFilesCache(backend);

        var judged = await preview(cache.WhatIf, ["nonsense", "//srv/data2", "//srv/data2/"]);
        var bad = await preview(cache.WhatIf, ["nonsense"]);

        Assert.That(judged.Items.Select(item => item.Path.ToString()), Is.EqualTo(new[] { "nonsense", @"\\srv\data2", @"\\srv\data2\Straße.doc" }));
        foreach (var item in new[] { judged.Items[0], bad.Items.Single() })
            Assert.That((item.Verdict, item.Input, item.Reason), Is.EqualTo((PreviewVerdict.WouldFail, "nonsense",
                @"Line 1: 'nonsense' is no UNC path: it does not begin with two backslashes. Write \\server, \\server\share or \\server\share\directory\file.")));
        Assert.That((bad.WouldChange, bad.Operation), Is.EqualTo((false, judged.Operation)));
        Assert.That(() => preview(cache.WhatIf, [" "]), Throws.TypeOf<InvalidOptionsException>());
    }

    private static OperationReport Report(IReadOnlyList<UncPath> paths) => new()
    {
        Operation = OfflineFilesOperation.Pin,
        Outcomes = [.. paths.Select(path => new ItemOutcome { Path = path, Status = OutcomeStatus.Done })],
    };

    private void Answer(Func<IReadOnlyList<UncPath>, OperationReport> answer)
    {
        _backend.PinAsync(null!, null!, null, default).ReturnsForAnyArgs(call => answer(call.Arg<IReadOnlyList<UncPath>>()));
        _backend.UnpinAsync(null!, null!, null, default).ReturnsForAnyArgs(call => answer(call.Arg<IReadOnlyList<UncPath>>()));
        _backend.SynchronizeAsync(null!, null!, null, default).ReturnsForAnyArgs(call => answer(call.Arg<IReadOnlyList<UncPath>>()));
        _backend.DeleteItemsAsync(null!, null!, null, default).ReturnsForAnyArgs(call => answer(call.Arg<IReadOnlyList<UncPath>>()));
    }
}
