using System.Runtime.CompilerServices;
using Microsoft.Management.Infrastructure.Options;
using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>Runs one native operation and hands its results on, on the reader's own flow. Everything native is given up on every path.</summary>
internal static class MmiOperation
{
    // Of a question that has one answer: it may come in pieces.
    private const int MostResults = 16;

    /// <summary>For results that are copied.</summary>
    public static IAsyncEnumerable<TCopy> RunAsync<TNative, TCopy>(
        Func<CimOperationOptions, NativeResources, IObservable<TNative>> start,
        Func<TNative, TCopy> copy,
        CancellationToken cancellationToken,
        Action<CimOperationOptions, ResultQueue<TCopy>>? prepare = null) =>
        RunAsync<TNative, TCopy>(start, queue => new CopyingObserver<TNative, TCopy>(copy, queue), prepare, cancellationToken);

    /// <summary>Returns the last result of an operation itself, which the caller disposes; null if it had no result.</summary>
    public static async Task<T?> LastNativeAsync<T>(
        Func<CimOperationOptions, NativeResources, IObservable<T>> start, CancellationToken cancellationToken)
        where T : class, IDisposable
    {
        T? kept = null;
        var count = 0;
        try
        {
            var results = RunAsync<T, T>(start, queue => new HandoverObserver<T>(queue), null, cancellationToken);
            await foreach (var result in results.ConfigureAwait(false))
            {
                kept?.Dispose();
                kept = result;
                if (++count > MostResults) throw Unfit.TooManyAnswers(MostResults);
            }

            return kept;
        }
        catch
        {
            kept?.Dispose();
            throw;
        }
    }

    /// <summary>Returns the last copy of a result; null if there was no result.</summary>
    public static async Task<T?> LastAsync<T>(this IAsyncEnumerable<T> results)
        where T : class
    {
        T? last = null;
        var count = 0;
        await foreach (var result in results.ConfigureAwait(false))
        {
            last = result;
            if (++count > MostResults) throw Unfit.TooManyAnswers(MostResults);
        }

        return last;
    }

    private static async IAsyncEnumerable<TResult> RunAsync<TNative, TResult>(
        Func<CimOperationOptions, NativeResources, IObservable<TNative>> start,
        Func<ResultQueue<TResult>, IObserver<TNative>> observe,
        Action<CimOperationOptions, ResultQueue<TResult>>? prepare,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = new NativeCancellation(cancellationToken);
        using var queue = new ResultQueue<TResult>();
        MmiErrors.Translated(() => NativeResources.Start(Begin, observe(queue)));
        try
        {
            while (true)
            {
                var (more, result) = await MmiErrors.TranslatedAsync(queue.TakeAsync(end.Token), cancellationToken).ConfigureAwait(false);
                if (!more) yield break;
                yield return result!;
            }
        }
        finally
        {
            // A reader that leaves early must not leave the operation running; one that has ended does not hear it.
            end.Cancel();
        }

        IObservable<TNative> Begin(NativeResources resources)
        {
            var options = resources.Keep(new CimOperationOptions { CancellationToken = end.Token });
            prepare?.Invoke(options, queue);
            return start(options, resources);
        }
    }
}
