using System.Runtime.ExceptionServices;

namespace OfflineFiles.Sdk.Testing.Support;

/// <summary>Runs code on a thread with a quarter of the stack that the platforms give to one. What overflows it ends the process.</summary>
internal static class SmallStack
{
    private const int Size = 256 * 1024;

    public static void Run(Action action) => Run(() =>
    {
        action();
        return true;
    });

    public static T Run<T>(Func<T> function)
    {
        ExceptionDispatchInfo? error = null;
        T result = default!;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = function();
                }
                catch (Exception exception)
                {
                    error = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Size);
        thread.Start();
        thread.Join();
        error?.Throw();
        return result;
    }

    /// <summary>Begins something on such a thread; what is waited for goes on elsewhere.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> begin)
    {
        var begun = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => begun.SetResult(BeginAsync()), Size).Start();
        return begun.Task.Unwrap();

        async Task<T> BeginAsync() => await begin();
    }
}
