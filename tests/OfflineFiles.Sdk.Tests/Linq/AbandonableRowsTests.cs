using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>A stream that is left while it is waited for: disposed once its source lets it, and never heard of again.</summary>
[TestFixture]
[NonParallelizable]
public sealed class AbandonableRowsTests
{
    private static IEnumerable<TestCaseData> Endings()
    {
        static TestCaseData Case(string name, Action<Source> ending, bool isLeftFirst) => new TestCaseData(ending, isLeftFirst).SetArgDisplayNames(name);
        yield return Case("a row comes after all", source => source.Next.SetResult(true), true);
        yield return Case("the source fails", source => source.Next.SetException(new InvalidOperationException("late")), true);
        yield return Case("the source fails before it is disposed", source => source.Next.SetException(new InvalidOperationException("late")), false);
        yield return Case("the source is cancelled", source => source.Next.SetCanceled(), true);
        yield return Case("the source fails to be disposed", source => { source.DisposalError = new InvalidOperationException("late"); source.Next.SetResult(false); }, true);
    }

    [TestCaseSource(nameof(Endings))]
    public async Task However_the_source_ends_it_is_disposed_once_and_its_error_is_nobodys(Action<Source> ending, bool isLeftFirst)
    {
        var unobserved = new List<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs arguments) => unobserved.Add(arguments.Exception);
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            Assert.That(await LeaveAsync(ending, isLeftFirst), Is.EqualTo(1));
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.That(unobserved, Is.Empty);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }
    }

    // In a method of its own, so that nothing keeps the tasks alive afterwards.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> LeaveAsync(Action<Source> ending, bool isLeftFirst)
    {
        var source = new Source();
        var rows = new AbandonableRows<int>(source);
        using var cancellation = new CancellationTokenSource();
        var next = rows.MoveNextAsync(cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => next);

        if (!isLeftFirst) ending(source);
        Assert.That(rows.DisposeAsync().IsCompletedSuccessfully, "nobody waits for the source");
        Assert.That(source.Disposals, Is.EqualTo(isLeftFirst ? 0 : 1));
        if (isLeftFirst) ending(source);
        await source.Disposed;
        return source.Disposals;
    }

    public sealed class Source : IAsyncEnumerator<int>
    {
        private readonly TaskCompletionSource _disposed = new();

        public TaskCompletionSource<bool> Next { get; } = new();

        public Task Disposed => _disposed.Task;

        public Exception? DisposalError { get; set; }

        public int Disposals { get; private set; }

        public int Current => 0;

        public ValueTask<bool> MoveNextAsync() => new(Next.Task);

        public ValueTask DisposeAsync()
        {
            Disposals++;
            _disposed.TrySetResult();
            return DisposalError is null ? default : new ValueTask(Task.FromException(DisposalError));
        }
    }
}
