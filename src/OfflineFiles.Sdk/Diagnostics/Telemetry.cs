using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OfflineFiles.Sdk.Diagnostics;

/// <summary>The one activity source and the one meter of the library.</summary>
internal static class Telemetry
{
    public static readonly ActivitySource Source = new(OfflineFilesDiagnostics.ActivitySourceName);

    public static readonly Meter Meter = new(OfflineFilesDiagnostics.MeterName);

    /// <summary>A histogram of times in seconds. Advice on its buckets is given where the framework can carry it.</summary>
    public static Histogram<double> Durations(string name, string description) =>
#if NET9_0_OR_GREATER
        Meter.CreateHistogram(
            name, "s", description, tags: null,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = OfflineFilesDiagnostics.DurationBoundaries });
#else
        Meter.CreateHistogram<double>(name, "s", description);
#endif
}
