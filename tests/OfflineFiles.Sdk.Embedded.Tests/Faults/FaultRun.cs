using OfflineFiles.Sdk.Embedded.Tests.Histories;
using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Faults;

/// <summary>One run of a scenario in which one thing fails, and what it ends in.</summary>
internal static class FaultRun
{
    /// <summary>Plays a scenario; the number of a call that fails or kills is counted while it acts.</summary>
    /// <param name="scenario">What is done.</param>
    /// <param name="traits">Of the share.</param>
    /// <param name="arm">Called before it acts: sets the trap.</param>
    /// <param name="disarm">Called after it.</param>
    public static async Task<Ending> PlayAsync(Scenario scenario, MemoryTraits traits, Action<EngineRig> arm, Action<EngineRig> disarm)
    {
        await using var rig = await EngineRig.OpenAsync(traits, seed: 1, Scenario.FirstFiles);
        await scenario.Prepare(rig);
        rig.Share.ResetCounters();
        arm(rig);
        var hasFailed = await TryAsync(rig, scenario.Act) is not null || rig.WasKilled;
        var calls = rig.Share.Calls;
        disarm(rig);
        rig.Share.OnCall = null;
        rig.Time.Advance(TimeSpan.FromHours(1));
        await rig.ReviveAsync();
        await rig.OnlineAsync();
        // He who was told that it failed does it again; what was done after all, or is done by now, may be refused then.
        if (hasFailed && scenario.Name != "Recover") _ = await TryAsync(rig, scenario.Act);
        OperationReport report = null!;
        for (var pass = 0; pass < 3; pass++)
        {
            rig.Time.Advance(TimeSpan.FromHours(1));
            report = await rig.SyncAsync();
        }

        var share = rig.Share.Users.Tree();
        var handles = rig.Share.OpenHandles;
        await rig.OfflineAsync();
        var cache = await rig.TreeAsync();
        return new Ending(Show(share), Show(cache), report.Count(OutcomeStatus.Conflict), report.Count(OutcomeStatus.Failed), handles, calls);
    }

    /// <summary>The error, if it failed; any error that is not of the family, or of a type that no caller can name, is thrown on.</summary>
    private static async Task<Exception?> TryAsync(EngineRig rig, Func<EngineRig, Task> act)
    {
        try
        {
            var task = act(rig);
            await task;
            return task is Task<OperationReport> reported && !(await reported).Succeeded ? new OperationFailedException(await reported) : null;
        }
        catch (OfflineFilesException e) when (e.GetType().IsVisible)
        {
            return e;
        }
    }

    private static string Show(SortedDictionary<string, string?> tree) =>
        string.Join('\n', tree.Select(entry => $"{entry.Key}: {entry.Value ?? "(directory)"}"));
}

/// <summary>What is there when all is quiet again.</summary>
internal sealed record Ending(string Share, string Cache, int Conflicts, int Failures, int OpenHandles, int Calls)
{
    public bool IsAs(Ending other) => this with { Calls = 0 } == other with { Calls = 0 };

    public override string ToString() => $"share:\n{Share}\ncache:\n{Cache}\n{Conflicts} conflicts, {Failures} failures, {OpenHandles} open handles";
}
