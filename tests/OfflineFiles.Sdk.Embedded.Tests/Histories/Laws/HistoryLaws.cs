using CsCheck;

namespace OfflineFiles.Sdk.Embedded.Tests.Histories.Laws;

/// <summary>
/// The whole engine on a share in memory, with a real database: users on both sides, operations, crashes, power cuts, faults, and somebody who acts
/// between two calls. Nothing is lost, nothing is invented, it settles, and the share is left as if no engine had been there.
/// </summary>
[TestFixture]
internal sealed class HistoryLaws
{
    private static readonly Gen<History> Histories =
        Gen.Select(Gen.Int[0, 999_999], Gen.Int[0, (1 << 28) - 1].Array[2, 14], (seed, steps) => new History(seed, steps));

    /// <summary>In CI the same ones each time: a fault that is one history in many thousands is for runs by hand, which draw others.</summary>
    [Test]
    public Task No_version_is_lost_or_invented_and_it_settles()
    {
        var first = LawBudget.IsByHand ? Random.Shared.Next(1_000_000) : 0;
        return Parallel.ForEachAsync(Enumerable.Range(0, LawBudget.Of(2_000)), async (number, _) =>
        {
            var history = Drawn(new Random(first + number));
            if (await FaultOf(history) is not null) throw new AssertionException(await ToldAsync(await SmallestOfAsync(history)));
        });
    }

    [TestCase(905580, new[] { 228080119, 13816715, 30779077 }, TestName = "a directory that was deleted, with something in it in conflict, is left alone")]
    [TestCase(471931, new[] { 38848168, 20921941 }, TestName = "somebody writes into the place that a write keeps free")]
    [TestCase(0, new[] { 263582569, 256284071, 75055160, 237412310, 15532747 }, TestName = "a share goes away while its clock is asked, and is kept offline")]
    [TestCase(574558, new[] { 56827714, 199755560 }, TestName = "somebody makes a file where the one to be replaced was set aside")]
    [TestCase(876454, new[] { 149196219, 148387759 }, TestName = "somebody removes the directory in which a file is being written")]
    public async Task What_was_a_fault_once_is_none(int seed, int[] steps)
    {
        var history = new History(seed, steps);
        if (await FaultOf(history) is not null) Assert.Fail(await ToldAsync(history));
    }

    [Test]
    public Task One_history_makes_the_same_calls_each_time() => Histories.SampleAsync(
        async history =>
        {
            var first = new HistoryRun(history);
            var second = new HistoryRun(history);
            _ = await first.RunAsync();
            _ = await second.RunAsync();
            Assert.That(second.Trace, Is.EqualTo(first.Trace), history.ToString());
        },
        iter: LawBudget.Of(50));

    /// <summary>By hand, while something is being mended: one smallest history for each kind of fault, on a local disk or on any file system.</summary>
    [Test, Explicit("It is a report, and takes minutes.")]
    public async Task Every_kind_of_fault_is_told_once([Values] bool onAnyFileSystem)
    {
        var kinds = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var random = new Random(LawBudget.Of(1));
        for (var i = 0; i < LawBudget.Of(200); i++)
        {
            var history = Drawn(random);
            if (!onAnyFileSystem) history = history with { Seed = history.Seed & ~3 };
            if (await FaultOf(history) is not { } fault || kinds.ContainsKey(KindOf(fault))) continue;
            kinds[KindOf(fault)] = "";
            var smallest = await SmallestOfAsync(history, KindOf(fault));
            kinds[KindOf(fault)] = await ToldAsync(smallest);
        }

        Assert.That(kinds, Is.Empty, string.Join("\n==========\n", kinds.Select(kind => $"{kind.Key}:\n{kind.Value}")));
    }

    private static History Drawn(Random random) =>
        new(random.Next(1_000_000), [.. Enumerable.Range(0, random.Next(2, 15)).Select(_ => random.Next(1 << 28))]);

    /// <summary>The first line without names and numbers.</summary>
    private static string KindOf(string fault)
    {
        var line = string.Concat(fault.Split('\n')[0].Split('\'').Where((_, i) => i % 2 == 0).SelectMany(part => part).Where(c => !char.IsDigit(c)));
        return line[..Math.Min(80, line.Length)];
    }

    private static Task<string?> FaultOf(History history) => new HistoryRun(history).RunAsync();

    private static async Task<History> SmallestOfAsync(History history, string? kind = null)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var smaller in history.Smaller())
            {
                if (await FaultOf(smaller) is not { } fault || (kind is not null && KindOf(fault) != kind)) continue;
                history = smaller;
                isSmaller = true;
                break;
            }
        }

        return history;
    }

    private static async Task<string> ToldAsync(History history)
    {
        var run = new HistoryRun(history);
        var fault = await run.RunAsync();
        return $"{fault}\n{run.Log}\n{history}";
    }
}
