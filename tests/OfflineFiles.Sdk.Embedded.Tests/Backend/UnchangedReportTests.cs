using System.Text.Json;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Most outcomes say that a file is as it was. Nothing is kept of them but its name; what a report holds is what it would hold with all of them kept.</summary>
[TestFixture]
internal sealed class UnchangedReportTests
{
    private const int Files = 1100;

    private TestCache _test = null!;

    [SetUp]
    public async Task FillAsync()
    {
        _test = await TestCache.OpenAsync([.. Enumerable.Range(0, Files).Select(i => ($"{(i % 2 == 0 ? "a" : "b")}/{i}.txt", "x")), ("Z", "z")]);
        await _test.PinAsync();
        // What was changed this very moment is looked at once more.
        await _test.SyncAsync();
    }

    [TearDown]
    public async Task CloseAsync() => await _test.DisposeAsync();

    [Test]
    public async Task It_is_the_same_whether_or_not_somebody_watched()
    {
        _test.Put("a/new", "n");
        _test.Put("b/1.txt", "changed");
        await using var other = await _test.OpenBesideAsync();
        await other.PinAsync();
        await _test.SyncAsync();
        _test.Put("a/newer", "n");
        _test.Put("Z", "changed");
        var told = new List<ItemOutcome>();

        var unwatched = await _test.SyncAsync();
        var watched = await other.Backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, new Listener(told), CancellationToken.None);

        Assert.That(unwatched.Outcomes, Has.Count.EqualTo(Files + 5));
        Assert.That(unwatched.Outcomes, Is.EqualTo(watched.Outcomes));
        Assert.That(told, Is.EqualTo(watched.Outcomes));
        Assert.That(unwatched.With(OutcomeStatus.Done).Select(outcome => outcome.Path.Name), Is.EquivalentTo(new[] { "newer", "Z" }));
    }

    [Test]
    public async Task Each_of_its_outcomes_can_be_looked_at_in_any_order_and_as_often_as_one_likes()
    {
        var outcomes = (await _test.SyncAsync()).Outcomes;

        Assert.That(Enumerable.Range(0, outcomes.Count).Reverse().Select(i => outcomes[i]).Reverse(), Is.EqualTo(outcomes));
        Assert.That(outcomes.Select(outcome => outcome.Path).Distinct().Count(), Is.EqualTo(outcomes.Count));
        Assert.That(() => outcomes[outcomes.Count], Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => outcomes[-1], Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task It_is_written_and_read_as_every_other()
    {
        var report = await _test.SyncAsync();

        var read = JsonSerializer.Deserialize<OperationReport>(JsonSerializer.Serialize(report))!;
        Assert.That(read.Outcomes, Is.EqualTo(report.Outcomes));
    }

    private sealed class Listener(List<ItemOutcome> told) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value)
        {
            if (value.Outcome is { } outcome) told.Add(outcome);
        }
    }
}
