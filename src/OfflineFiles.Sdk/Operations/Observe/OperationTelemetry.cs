using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Diagnostics;

namespace OfflineFiles.Sdk.Operations.Observe;

/// <summary>Has the operations of one cache watched, if there is anybody to tell. If there is not, nothing is made for them.</summary>
/// <param name="describe">The kind of the backend, and what it looks at.</param>
/// <param name="logger">Hears of operations.</param>
/// <param name="time">The clock of what is measured.</param>
internal sealed class OperationTelemetry(Func<(string Name, string Target)> describe, ILogger logger, TimeProvider time)
{
    public bool HasAudience => HasListeners || logger.IsEnabled(LogLevel.Error);

    private static bool HasListeners => Telemetry.Source.HasListeners() || OperationMetrics.IsEnabled;

    /// <summary>Watches an operation; its work has the observer, null if there is none.</summary>
    public Task<OperationReport> WatchAsync(OfflineFilesOperation operation, Func<OperationObserver?, Task<OperationReport>> work) =>
        HasAudience ? WatchAsync(operation.ToString(), logger, work, report => report) : work(null);

    /// <summary>Watches a call that has no report. It is traced and measured, and not logged: its caller hears of its failure.</summary>
    public Task<T> WatchAsync<T>(string name, UncPath? path, Func<Task<T>> call)
    {
        return HasListeners ? WatchAsync(name, null, CallAsync, _ => null) : call();

        Task<T> CallAsync(OperationObserver observer)
        {
            if (path is not null) observer.Asked([path]);
            return call();
        }
    }

    // Only what an asynchronous method does before its end is inside of the activity that it starts.
    private async Task<T> WatchAsync<T>(string name, ILogger? log, Func<OperationObserver, Task<T>> work, Func<T, OperationReport?> reportOf)
    {
        var (backend, target) = describe();
        var observer = new OperationObserver(new OperationFacts(name, ReadableText.Of(backend), ReadableText.Of(target)), log, time);
        T result;
        try
        {
            result = await work(observer).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            observer.End(null, error);
            throw;
        }

        observer.End(reportOf(result), null);
        return result;
    }
}

/// <summary>What is told of an operation that runs. Immutable.</summary>
internal sealed record OperationFacts(string Operation, string Backend, string Target);
