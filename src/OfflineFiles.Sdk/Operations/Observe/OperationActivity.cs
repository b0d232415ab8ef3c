using System.Diagnostics;
using OfflineFiles.Sdk.Diagnostics;

namespace OfflineFiles.Sdk.Operations.Observe;

/// <summary>The activity of one operation, tagged as OpenTelemetry has it for database clients, with names of our own for what those do not have.</summary>
internal static class OperationActivity
{
    private const int MostPaths = 10;

    private static readonly Dictionary<OutcomeStatus, string> ItemTags = new()
    {
        [OutcomeStatus.Done] = "offlinefiles.items.done",
        [OutcomeStatus.Unchanged] = "offlinefiles.items.unchanged",
        [OutcomeStatus.Conflict] = "offlinefiles.items.conflict",
        [OutcomeStatus.Skipped] = "offlinefiles.items.skipped",
        [OutcomeStatus.Failed] = "offlinefiles.items.failed",
        [OutcomeStatus.Cancelled] = "offlinefiles.items.cancelled",
    };

    /// <returns>Null when no listener wants it.</returns>
    public static Activity? Start(OperationFacts facts)
    {
        var activity = Telemetry.Source.StartActivity(OfflineFilesDiagnostics.OperationActivityPrefix + facts.Operation, ActivityKind.Client);
        if (activity is not { IsAllDataRequested: true }) return activity;
        activity.SetTag("db.system.name", "offlinefiles");
        activity.SetTag("db.namespace", facts.Target);
        activity.SetTag("offlinefiles.backend", facts.Backend);
        activity.SetTag("offlinefiles.operation", facts.Operation);
        return activity;
    }

    public static void Asked(Activity activity, IReadOnlyList<UncPath> paths)
    {
        if (!activity.IsAllDataRequested || paths.Count == 0) return;
        activity.SetTag("offlinefiles.path_count", paths.Count);
        activity.SetTag("offlinefiles.paths", paths.Take(MostPaths).Select(path => ReadableText.Of(path.ToString())).ToArray());
    }

    public static void Stop(Activity activity, OperationEnd end)
    {
        activity.SetTag("offlinefiles.result", end.Result.ToString());
        if (end.Report is { } report)
        {
            foreach (var (status, count) in end.Outcomes) activity.SetTag(ItemTags[status], count);
            activity.SetTag("offlinefiles.bytes", end.Bytes);
            if (report.NativeCode != 0) activity.SetTag("offlinefiles.native_code", report.NativeCode);
        }

        if (end.ErrorType is not null)
        {
            activity.SetTag("error.type", end.ErrorType);
            // The numbers and not the messages of items: those name files that nobody asked for.
            var why = end.Report is null ? end.Error?.Message ?? end.ErrorType : end.Summary;
            activity.SetStatus(ActivityStatusCode.Error, ReadableText.Of(why, 4 * ReadableText.Longest));
        }

        activity.Stop();
    }
}
