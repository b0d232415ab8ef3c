namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>Which of the calls of a run are cut at: all that the budget allows, spread evenly and, between runs of the suite, by the seed.</summary>
internal static class CutPoints
{
    /// <summary>Printed with each failure; <c>OFFLINEFILES_CUT_SEED</c> repeats it.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("OFFLINEFILES_CUT_SEED"), out var seed) ? seed : Random.Shared.Next(1, 1_000_000);

    /// <param name="calls">How many calls there are.</param>
    /// <param name="inCi">How many of them one case of the suite is cut at; times <c>OFFLINEFILES_LAW_FACTOR</c>.</param>
    public static IReadOnlyList<int> Of(int calls, int inCi)
    {
        var budget = LawBudget.Of(inCi);
        if (budget >= calls) return [.. Enumerable.Range(1, calls)];
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, budget).Select(i => 1 + (int)((i + random.NextDouble()) * calls / budget)).Where(point => point <= calls).Distinct()];
    }
}
