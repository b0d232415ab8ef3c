using System.Diagnostics;

namespace OfflineFiles.Sdk.Testing.Support;

/// <summary>Hears of the activities of the library.</summary>
internal static class Activities
{
    /// <summary>Tells of each when it ends, until the listener is disposed.</summary>
    public static ActivityListener Hear(Action<Activity> ended)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == OfflineFilesDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
