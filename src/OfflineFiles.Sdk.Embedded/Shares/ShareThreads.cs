namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// A few threads for calls that may hang: those of the thread pool belong to everybody. They are made when they are needed and end when they are not.
/// </summary>
internal sealed class ShareThreads(string name, int most) : TaskScheduler
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    [ThreadStatic]
    private static ShareThreads? _current;

    private readonly Queue<Task> _waiting = new();
    private int _threads;
    private int _idle;

    public override int MaximumConcurrencyLevel => most;

    protected override void QueueTask(Task task)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(task);
            Monitor.Pulse(_waiting);
            if (_waiting.Count <= _idle || _threads == most) return;
            _threads++;
        }

        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_waiting) return [.. _waiting];
    }

    private void Work()
    {
        _current = this;
        while (TakeNext() is { } task) TryExecuteTask(task);
    }

    private Task? TakeNext()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
            {
                _idle++;
                var wasWoken = Monitor.Wait(_waiting, Rest);
                _idle--;
                if (wasWoken || _waiting.Count > 0) continue;
                _threads--;
                return null;
            }

            return _waiting.Dequeue();
        }
    }
}
