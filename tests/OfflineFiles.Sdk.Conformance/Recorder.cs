namespace OfflineFiles.Sdk.Conformance;

/// <summary>Keeps every progress step, on the thread that reports it.</summary>
public sealed class Recorder(Action<OperationProgress>? then = null) : IProgress<OperationProgress>
{
    private readonly List<OperationProgress> _steps = [];

    public IReadOnlyList<OperationProgress> Steps
    {
        get
        {
            lock (_steps) return _steps.ToArray();
        }
    }

    public void Report(OperationProgress value)
    {
        lock (_steps) _steps.Add(value);
        then?.Invoke(value);
    }
}
