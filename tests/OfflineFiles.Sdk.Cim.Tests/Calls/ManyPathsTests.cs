using NSubstitute;
using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Tests.Sessions;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

public sealed class ManyPathsTests
{
    private static readonly UncPath[] Paths = Enumerable.Range(0, PathBatches.MostPaths * 2 + 1).Select(i => UncPath.Parse($@"\\srv\docs\{i}")).ToArray();

    [Test]
    public async Task Many_paths_become_several_calls_and_one_report()
    {
        var sizes = new List<int>();
        await using var backend = Backends.Over(Counting(sizes, _ => 0));

        var report = await backend.PinAsync(Paths, PinOptions.Default, null, default);

        Assert.That(sizes, Is.EqualTo(new[] { PathBatches.MostPaths, PathBatches.MostPaths, 1 }));
        Assert.That(report.Outcomes.Select(outcome => outcome.Path), Is.EqualTo(Paths));
        Assert.That(report.Succeeded, Is.True);
    }

    [Test]
    public async Task A_refusal_before_any_effect_is_thrown_and_one_after_it_is_reported()
    {
        var sizes = new List<int>();
        await using var backend = Backends.Over(Counting(sizes, call => call == 2 ? 0x80041024 : 0));

        var report = await backend.PinAsync(Paths, PinOptions.Default, null, default);

        Assert.That(
            (report.Count(OutcomeStatus.Done), report.Count(OutcomeStatus.Failed)), Is.EqualTo((PathBatches.MostPaths, PathBatches.MostPaths + 1)));
        Assert.That((sizes.Count, report.NativeCode), Is.EqualTo((2, NativeCodes.WmiProviderNotCapable)));
        Assert.That(report.Outcomes[^1].Error, Is.TypeOf<OfflineFilesServiceException>());
    }

    [Test]
    public async Task A_cancellation_between_calls_leaves_the_rest_cancelled()
    {
        var sizes = new List<int>();
        await using var backend = Backends.Over(Counting(sizes, call => call == 2 ? 0x800704C7 : 0));

        var report = await backend.PinAsync(Paths, PinOptions.Default, null, default);

        Assert.That(
            (report.Count(OutcomeStatus.Done), report.Count(OutcomeStatus.Cancelled)),
            Is.EqualTo((PathBatches.MostPaths, PathBatches.MostPaths + 1)));
    }

    [Test]
    public async Task A_call_that_failed_is_not_forgotten_when_the_next_ones_go_well()
    {
        var sizes = new List<int>();
        await using var backend = Backends.Over(Counting(sizes, call => call == 1 ? 0x80070002 : 0));

        var report = await backend.PinAsync(Paths, PinOptions.Default, null, default);

        Assert.That((sizes.Count, report.NativeCode), Is.EqualTo((3, NativeCodes.FileNotFound)));
    }

    [TestCase(0, new[] { 100 })]
    [TestCase(1, new[] { 99, 1 })]
    public void A_call_is_filled_to_its_last_character_and_no_further(int more, int[] sizes)
    {
        var root = @"\\s\d";
        var name = $@"\{new string('a', (PathBatches.MostCharacters / 100 - root.Length) / 5 - 1)}";
        var path = root + string.Concat(Enumerable.Repeat(name, 5));
        UncPath[] paths = [.. Enumerable.Repeat(UncPath.Parse(path), 99), UncPath.Parse(path + new string('a', more))];
        Assert.That(paths.Sum(one => one.ToString().Length), Is.EqualTo(PathBatches.MostCharacters + more));

        Assert.That(PathBatches.Of(paths).Select(part => part.Count), Is.EqualTo(sizes));
    }

    [Test]
    public async Task Each_call_begins_and_ends_and_the_operation_does_so_once()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            var first = ((string[])call.Arg<CimMethodCall>().Arguments[0].Value!)[0];
            foreach (var text in new[] { "0:0:Begin:", $"2:0::{first}", $"3:0:OK:{first}", "1:0:End:" }) call.ArgAt<Action<string>?>(1)!(text);
            return new CimCallResult(0, new CimRow("__PARAMETERS", []));
        });
        await using var backend = Backends.Over(transport);
        var reasons = new List<ProgressReason>();

        var report = await backend.PinAsync(Paths, PinOptions.Default, new Reasons(reasons), default);

        Assert.That((reasons[0], reasons[^1]), Is.EqualTo((ProgressReason.Begin, ProgressReason.End)));
        Assert.That(reasons.Count(reason => reason is ProgressReason.Begin or ProgressReason.End), Is.EqualTo(2));
        // The last call is about one path, and its code would be that path's own.
        Assert.That(
            report.Outcomes.Where(outcome => outcome.IsReported).Select(outcome => outcome.Path),
            Is.EquivalentTo(new[] { Paths[0], Paths[PathBatches.MostPaths], Paths[^1] }));
        Assert.That(report.Outcomes, Has.Count.EqualTo(Paths.Length));
    }

    [Test]
    public async Task A_path_that_is_given_twice_is_asked_for_once_whatever_its_case()
    {
        var sizes = new List<int>();
        await using var cache = new OfflineFilesCache(Backends.Over(Counting(sizes, _ => 0)));

        var report = await cache.PinAsync([@"\\srv\docs\b", @"\\srv\docs\a", @"\\SRV\Docs\B"]);

        Assert.That(report.Outcomes.Select(outcome => $"{outcome.Path}"), Is.EqualTo(new[] { @"\\srv\docs\b", @"\\srv\docs\a" }));
        Assert.That(sizes, Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void Long_paths_make_short_lists_and_one_too_long_for_any_list_goes_alone()
    {
        UncPath Long(int length) => UncPath.Parse(@"\\srv\docs\" + new string('x', length));
        UncPath[] paths = [Long(10), Long(PathBatches.MostCharacters), Long(10), Long(PathBatches.MostCharacters / 2), Long(PathBatches.MostCharacters / 2)];

        var parts = PathBatches.Of(paths).ToList();

        Assert.That(parts.Select(part => part.Count), Is.EqualTo(new[] { 1, 1, 2, 1 }));
        Assert.That(parts.SelectMany(part => part), Is.EqualTo(paths));
        Assert.That(PathBatches.Of([Long(PathBatches.MostCharacters)]).Select(part => part.Count), Is.EqualTo(new[] { 1 }));
        Assert.That(PathBatches.Of([]), Is.Empty);
    }

    private static ICimTransport Counting(List<int> sizes, Func<int, uint> code)
    {
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            sizes.Add(((string[])call.Arg<CimMethodCall>().Arguments[0].Value!).Length);
            return new CimCallResult(code(sizes.Count), new CimRow("__PARAMETERS", []));
        });
        return transport;
    }

    private sealed class Reasons(List<ProgressReason> reasons) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => reasons.Add(value.Reason);
    }
}
