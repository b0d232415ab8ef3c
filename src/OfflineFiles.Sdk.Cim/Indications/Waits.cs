namespace OfflineFiles.Sdk.Cim.Indications;

internal static class Waits
{
    /// <summary>Waits for a task, but not for ever: false when the time passed first. What became of the task is for the caller to ask.</summary>
    public static async Task<bool> EndsWithinAsync(this Task task, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (task.IsCompleted || limit == TimeSpan.Zero) return task.IsCompleted;
        var passed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = time.CreateTimer(_ => passed.TrySetResult(true), null, limit, Timeout.InfiniteTimeSpan);
        using var registration = cancellationToken.Register(() => passed.TrySetCanceled(cancellationToken));
        if (await Task.WhenAny(task, passed.Task).ConfigureAwait(false) == task) return true;
        await passed.Task.ConfigureAwait(false);
        return false;
    }
}
