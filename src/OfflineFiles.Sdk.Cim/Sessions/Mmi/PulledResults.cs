using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>
/// Reads results that may be many, by the blocking form of an operation on a thread of its own and only a little ahead of the reader, so the
/// memory does not grow with the cache. The form with callbacks holds the server back only while a callback blocks, and that may hold every
/// operation of the process (observed behaviour). The price: a reader that rests for minutes can lose the rest, for a server keeps an
/// enumeration that nobody pulls for a while only (MS-WSMV, Enumeration Garbage Collection); that is an error and not an end.
/// </summary>
internal static class PulledResults
{
    /// <summary>So many results may wait for the reader: enough to even out the server's steps, about half a megabyte.</summary>
    public const int Ahead = 256;

    /// <summary>Copies of all results of an operation, which starts when it is enumerated; its token also ends it when the reader leaves.</summary>
    public static async IAsyncEnumerable<TCopy> ReadAsync<TNative, TCopy>(
        Func<CancellationToken, IEnumerable<TNative>> pull, Func<TNative, TCopy> copy, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = new NativeCancellation(cancellationToken);
        using var queue = new ResultQueue<TCopy>(Ahead);
        var token = end.Token;
        var results = new CopyingObserver<TNative, TCopy>(copy, queue);
        _ = Task.Factory.StartNew(() => Pump(pull, results, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (true)
            {
                var (more, result) = await MmiErrors.TranslatedAsync(queue.TakeAsync(token), cancellationToken).ConfigureAwait(false);
                if (!more) yield break;
                yield return result!;
            }
        }
        finally
        {
            end.Cancel();
        }
    }

    // Read to the end in any case: to close an operation that has results left never returns (Microsoft Learn: MI_Operation_GetInstance). Where the
    // reader has left or a copy has failed the end is near, for then the operation is cancelled.
    private static void Pump<TNative, TCopy>(
        Func<CancellationToken, IEnumerable<TNative>> pull, CopyingObserver<TNative, TCopy> results, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var result in pull(cancellationToken)) results.OnNext(result);
            results.OnCompleted();
        }
#pragma warning disable CA1031 // The reader gets it. Where it has left nobody does, and here it would end the process.
        catch (Exception error)
#pragma warning restore CA1031
        {
            results.OnError(error);
        }
    }
}
