using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace OfflineFiles.Sdk.Linq.Deep;

/// <summary>
/// Lets what calls itself go as deep as a query is nested, whatever stack its thread has: where that becomes short, the work goes on, at the
/// same point, on a thread with a large stack of its own, and its caller waits for it. See Decisions/0014-queries-of-any-depth.md.
/// </summary>
/// <remarks>
/// Each circle of calls over an expression, a plan or the stages of a run asks once on its way round. That costs about two nanoseconds, and a
/// query that is not deep never leaves its thread.
/// </remarks>
internal static class DeepStack
{
    private const int Megabyte = 1 << 20;

    // Addresses are set aside for it; memory is only what is used of it.
    private const int StackSize = 16 * Megabyte;

    // Address space is scarce in a process of 32 bits.
    private static readonly int LargestStack = IntPtr.Size == 8 ? 1024 * Megabyte : 64 * Megabyte;

    /// <summary>Whether the stack of this thread is good for one more step, and all that this step calls without asking.</summary>
#if NET
    public static bool HasRoom => RuntimeHelpers.TryEnsureSufficientExecutionStack();
#else
    public static bool HasRoom
    {
        get
        {
            try
            {
                RuntimeHelpers.EnsureSufficientExecutionStack();
                return true;
            }
            catch (InsufficientExecutionStackException)
            {
                return false;
            }
        }
    }
#endif

    /// <summary>Does some work on a thread of its own, as the caller would have done it: in its culture and context, and with its error.</summary>
    public static TResult Run<TResult>(Func<TResult> work) => Run(work, StackSize);

    /// <summary>The same for work that does not ask on its way, and goes a number of levels down.</summary>
    public static TResult RunFor<TResult>(int levels, Func<TResult> work)
    {
        const int BytesOfLevel = 2048;
        return Run(work, (int)Math.Min(LargestStack, StackSize + ((long)levels * BytesOfLevel)));
    }

    /// <summary>Calls a function that lies deep in others.</summary>
    public static object? Call(Func<object?> function) => HasRoom ? function() : Run(function);

    private static TResult Run<TResult>(Func<TResult> work, int stackSize)
    {
        var result = default(TResult)!;
        ExceptionDispatchInfo? error = null;
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var thread = new Thread(Work, stackSize) { IsBackground = true, Name = "Deep query" };
        thread.Start();
        thread.Join();
        error?.Throw();
        return result;

        void Work()
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
            try
            {
                result = work();
            }
            catch (Exception exception)
            {
                // It is the caller's, who waits for it.
                error = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
