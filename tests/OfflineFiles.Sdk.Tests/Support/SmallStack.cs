using System.Runtime.ExceptionServices;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>Runs code on a thread with a quarter of the stack that the platforms give to one. What overflows it ends the process.</summary>
internal static class SmallStack
{
    private const int Size = 256 * 1024;

    public static void Run(Action action)
    {
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
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
    }
}
