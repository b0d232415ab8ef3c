using System.Diagnostics;
using System.Globalization;
using NUnit.Framework.Interfaces;

[assembly: OfflineFiles.Sdk.Embedded.Tests.Mutants.Reach]

namespace OfflineFiles.Sdk.Embedded.Tests.Mutants;

/// <summary>
/// Compiled into a copy of the tests: notes for each how long it takes and which sites it comes across. Or has a plan, which names for each test the site
/// that is taken out while it runs, leaves out those that it does not name, and notes what became of them.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ReachAttribute : Attribute, ITestAction
{
    private static readonly string? Notes = Environment.GetEnvironmentVariable("MUTANT_REACH");
    private static readonly string? Results = Environment.GetEnvironmentVariable("MUTANT_RESULTS");

    /// <summary>For a test the number of its site, and after how many seconds it hangs.</summary>
    private static readonly Dictionary<string, int[]>? Plan = Environment.GetEnvironmentVariable("MUTANT_PLAN") is { } file
        ? File.ReadLines(file).Select(line => line.Split('\t')).ToDictionary(
            row => row[0], row => Array.ConvertAll(row[1..], text => int.Parse(text, CultureInfo.InvariantCulture)), StringComparer.Ordinal)
        : null;

    private static long _started;
    private static Timer? _watch;

    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        _started = Stopwatch.GetTimestamp();
        if (Plan is null) return;
        if (!Plan.TryGetValue(NameOf(test), out var planned)) Assert.Ignore("not in the plan");
        Note(test, "begun");
        Mutant.Become(planned![0]);
        _watch = new Timer(
            _ =>
            {
                Note(test, "it hangs");
                Process.GetCurrentProcess().Kill();
            },
            null,
            TimeSpan.FromSeconds(planned[1]),
            Timeout.InfiniteTimeSpan);
    }

    public void AfterTest(ITest test)
    {
        if (Plan?.ContainsKey(NameOf(test)) == true)
        {
            _watch!.Dispose();
            Mutant.Become(0);
            Note(test, TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed ? "failed" : "passed");
        }

        if (Notes is null) return;
        var milliseconds = (long)Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
        File.AppendAllText(Notes, FormattableString.Invariant($"{test.ClassName}\t{NameOf(test)}\t{milliseconds}\t{Mutant.Take()}\n"));
    }

    private static void Note(ITest test, string what) => File.AppendAllText(Results!, $"{NameOf(test)}\t{what}\n");

    private static string NameOf(ITest test) => string.Join(' ', test.FullName.Split('\n', '\r', '\t'));
}
