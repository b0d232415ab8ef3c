using System.Diagnostics;
using NUnit.Framework.Interfaces;

[assembly: OfflineFiles.Sdk.Embedded.Tests.Mutants.Reach]

namespace OfflineFiles.Sdk.Embedded.Tests.Mutants;

/// <summary>
/// Compiled into a copy of the tests: notes for each how long it takes and which sites it comes across, or leaves out all but the chosen ones.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ReachAttribute : Attribute, ITestAction
{
    private static readonly string? Notes = Environment.GetEnvironmentVariable("MUTANT_REACH");
    private static readonly HashSet<string>? Chosen =
        Environment.GetEnvironmentVariable("MUTANT_TESTS") is { } file ? File.ReadLines(file).ToHashSet(StringComparer.Ordinal) : null;

    private static long _started;

    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        if (Chosen?.Contains(NameOf(test)) == false) Assert.Ignore("not chosen");
        _started = Stopwatch.GetTimestamp();
    }

    public void AfterTest(ITest test)
    {
        if (Notes is null) return;
        var milliseconds = (long)Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
        File.AppendAllText(Notes, FormattableString.Invariant($"{test.ClassName}\t{NameOf(test)}\t{milliseconds}\t{Mutant.Take()}\n"));
    }

    private static string NameOf(ITest test) => string.Join(' ', test.FullName.Split('\n', '\r', '\t'));
}
