using System.Runtime.ExceptionServices;

namespace OfflineFiles.Sdk.Tests.Support;

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
}
