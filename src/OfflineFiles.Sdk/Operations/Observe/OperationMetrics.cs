using System.Diagnostics;
using System.Diagnostics.Metrics;
using OfflineFiles.Sdk.Diagnostics;

namespace OfflineFiles.Sdk.Operations.Observe;

/// <summary>What is measured of operations. No tag is taken from what the operations are about, so the series stay few.</summary>
internal static class OperationMetrics
{
    private static readonly Histogram<double> Duration =
        Telemetry.Durations(OfflineFilesDiagnostics.OperationDuration, "From the moment an operation is begun until it ends.");

    private static readonly Counter<long> Items =
        Telemetry.Meter.CreateCounter<long>(OfflineFilesDiagnostics.OperationItems, "{item}", "Outcomes of operations.");

    private static readonly Counter<long> Bytes =
        Telemetry.Meter.CreateCounter<long>(OfflineFilesDiagnostics.OperationBytes, "By", "Bytes that operations moved.");

    private static readonly Counter<long> Conflicts =
        Telemetry.Meter.CreateCounter<long>(OfflineFilesDiagnostics.OperationConflicts, "{item}", "Items that operations found changed on both sides.");

    private static readonly Counter<long> Failures =
        Telemetry.Meter.CreateCounter<long>(OfflineFilesDiagnostics.OperationFailures, "{operation}", "Operations that failed, as a whole or for an item.");

    public static bool IsEnabled => Duration.Enabled || Items.Enabled || Bytes.Enabled || Conflicts.Enabled || Failures.Enabled;

    public static void Ended(OperationFacts facts, OperationEnd end, TimeSpan elapsed)
    {
        foreach (var (status, count) in end.Outcomes)
        {
            if (count > 0) Items.Add(count, TagsOf(facts, "offlinefiles.outcome", status.ToString()));
        }

        if (end.Bytes > 0) Bytes.Add(end.Bytes, TagsOf(facts));
        if (end[OutcomeStatus.Conflict] is > 0 and var conflicts) Conflicts.Add(conflicts, TagsOf(facts));
        if (end.ErrorType is not null) Failures.Add(1, TagsOf(facts, "error.type", end.ErrorType));

        var tags = TagsOf(facts, "offlinefiles.result", end.Result.ToString());
        if (end.ErrorType is not null) tags.Add("error.type", end.ErrorType);
        Duration.Record(elapsed.TotalSeconds, tags);
    }

    private static TagList TagsOf(OperationFacts facts) => new()
    {
        { "offlinefiles.backend", facts.Backend },
        { "offlinefiles.operation", facts.Operation },
    };

    private static TagList TagsOf(OperationFacts facts, string name, string value)
    {
        var tags = TagsOf(facts);
        tags.Add(name, value);
        return tags;
    }
}
