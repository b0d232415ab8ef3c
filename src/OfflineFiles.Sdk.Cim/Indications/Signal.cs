namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>Something that may be given at any time, and is then there for whoever waits for it now or later.</summary>
internal sealed class Signal
{
    private TaskCompletionSource<bool> _given = New();

    public Task Given => Volatile.Read(ref _given).Task;

    public void Give() => Volatile.Read(ref _given).TrySetResult(true);

    /// <summary>From here on it has to be given anew.</summary>
    public void Reset() => Volatile.Write(ref _given, New());

    // Whoever gives it must not have to run whoever waited for it.
    private static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
