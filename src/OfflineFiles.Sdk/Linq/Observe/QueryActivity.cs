using System.Diagnostics;
using OfflineFiles.Sdk.Diagnostics;

namespace OfflineFiles.Sdk.Linq.Observe;

/// <summary>The activity of one run of a query, named and tagged as OpenTelemetry has it for database clients.</summary>
internal static class QueryActivity
{
    public static bool HasListeners => Telemetry.Source.HasListeners();

    /// <returns>Null when no listener wants it.</returns>
    public static Activity? Start(QueryFacts facts)
    {
        // Rows are handed out while it lasts: were it the current activity, what the caller does with them would become a part of it.
        var current = Activity.Current;
        var activity = Telemetry.Source.StartActivity(OfflineFilesDiagnostics.QueryActivityName, ActivityKind.Client);
        Activity.Current = current;
        if (activity is not { IsAllDataRequested: true }) return activity;

        activity.SetTag("db.system.name", "offlinefiles");
        activity.SetTag("db.namespace", ReadableText.Of(facts.Backend.Target));
        activity.SetTag("db.query.text", facts.ReadableQuery);
        activity.SetTag("offlinefiles.backend", ReadableText.Of(facts.Backend.Name));
        activity.SetTag("offlinefiles.access_path", facts.Path.ToString());
        if (facts.Settings.Tags.Count > 0) activity.SetTag("offlinefiles.tags", facts.Tags);
        return activity;
    }

    public static void Stop(Activity activity, long rowsRead, long rowsReturned, Exception? error, bool isCancelled)
    {
        activity.SetTag("offlinefiles.rows_read", rowsRead);
        activity.SetTag("db.response.returned_rows", rowsReturned);
        if (error is not null) activity.SetTag("error.type", error.GetType().FullName);
        if (error is not null && !isCancelled) activity.SetStatus(ActivityStatusCode.Error, ReadableText.Of(error.Message, 4 * ReadableText.Longest));

        var current = Activity.Current;
        activity.Stop();
        Activity.Current = current;
    }
}
