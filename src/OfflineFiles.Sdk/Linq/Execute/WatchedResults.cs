using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>The results of a query on their way to the caller: with the first the query begins, with the last it is over.</summary>
internal static class WatchedResults
{
    public static T Return<T>(this QueryWatch watch, Func<QueryRun, T> execute, QueryRun run)
    {
        watch.Begin();
        try
        {
            var result = execute(run);
            watch.ResultReturned();
            return result;
        }
        catch (Exception error) when (watch.Note(error))
        {
            throw;
        }
        finally
        {
            watch.End();
        }
    }

    public static async Task<T> ReturnAsync<T>(
        this QueryWatch watch, Func<QueryRun, CancellationToken, Task<T>> execute, QueryRun run, CancellationToken cancellationToken)
    {
        watch.Begin();
        try
        {
            var result = await execute(run, cancellationToken).ConfigureAwait(false);
            watch.ResultReturned();
            return result;
        }
        catch (Exception error) when (watch.Note(error))
        {
            throw;
        }
        finally
        {
            watch.End();
        }
    }

    public static IEnumerable<T> Return<T>(this QueryWatch watch, IEnumerable<T> results)
    {
        watch.Begin();
        try
        {
            using var enumerator = results.GetEnumerator();
            while (Next(watch, enumerator))
            {
                watch.ResultReturned();
                yield return enumerator.Current;
            }
        }
        finally
        {
            watch.End();
        }
    }

    public static async IAsyncEnumerable<T> ReturnAsync<T>(
        this QueryWatch watch, IAsyncEnumerable<T> results, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        watch.Begin();
        try
        {
            var enumerator = results.GetAsyncEnumerator(cancellationToken);
            await using (enumerator.ConfigureAwait(false))
            {
                while (await NextAsync(watch, enumerator).ConfigureAwait(false))
                {
                    watch.ResultReturned();
                    yield return enumerator.Current;
                }
            }
        }
        finally
        {
            watch.End();
        }
    }

    private static bool Next<T>(QueryWatch watch, IEnumerator<T> results)
    {
        try
        {
            return results.MoveNext();
        }
        catch (Exception error) when (watch.Note(error))
        {
            throw;
        }
    }

    private static async ValueTask<bool> NextAsync<T>(QueryWatch watch, IAsyncEnumerator<T> results)
    {
        try
        {
            return await results.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (watch.Note(error))
        {
            throw;
        }
    }
}
