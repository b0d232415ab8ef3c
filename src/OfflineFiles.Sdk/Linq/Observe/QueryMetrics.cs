using System.Diagnostics;
using System.Diagnostics.Metrics;
using OfflineFiles.Sdk.Diagnostics;

namespace OfflineFiles.Sdk.Linq.Observe;

/// <summary>What is measured of queries.</summary>
internal static class QueryMetrics
{
    private static readonly Histogram<double> Duration =
        Telemetry.Durations(OfflineFilesDiagnostics.QueryDuration, "From the moment a query is run until it ends or is left.");

    private static readonly Histogram<double> TimeToFirstRow =
        Telemetry.Durations(OfflineFilesDiagnostics.TimeToFirstRow, "From the moment a query is run until its first row has come from the backend.");

    private static readonly Counter<long> RowsRead =
        Telemetry.Meter.CreateCounter<long>(OfflineFilesDiagnostics.RowsRead, "{row}", "Rows that came from backends.");

    private static readonly Counter<long> RowsReturned =
        Telemetry.Meter.CreateCounter<long>(OfflineFilesDiagnostics.RowsReturned, "{row}", "Results that were handed to callers.");

    public static bool IsEnabled => Duration.Enabled || TimeToFirstRow.Enabled || RowsRead.Enabled || RowsReturned.Enabled;

    public static void FirstRow(QueryFacts facts, TimeSpan elapsed) => TimeToFirstRow.Record(elapsed.TotalSeconds, TagsOf(facts));

    public static void Ended(QueryFacts facts, TimeSpan elapsed, long rowsRead, long rowsReturned, Exception? error)
    {
        var tags = TagsOf(facts);
        RowsRead.Add(rowsRead, tags);
        RowsReturned.Add(rowsReturned, tags);
        if (error is not null) tags.Add("error.type", error.GetType().FullName);
        Duration.Record(elapsed.TotalSeconds, tags);
    }

    private static TagList TagsOf(QueryFacts facts) => new()
    {
        { "offlinefiles.backend", ReadableText.Of(facts.Backend.Name) },
        { "offlinefiles.access_path", facts.Path.ToString() },
    };
}
