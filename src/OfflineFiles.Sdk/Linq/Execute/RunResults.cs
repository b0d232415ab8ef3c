namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>
/// The results of a query on their way to the caller: with the first the query begins, with the last it is over. However it ends, those who watch
/// it hear of it once, and if it fails, of the error that the caller gets.
/// </summary>
internal static class RunResults
{
    public static T Return<T>(this RunScope scope, Func<T> execute)
    {
        using var run = scope;
        run.Begin();
        try
        {
            var result = execute();
            run.ResultReturned();
            return result;
        }
        catch (Exception error) when (run.Note(error))
        {
            throw;
        }
    }

    public static async Task<T> ReturnAsync<T>(this RunScope scope, Func<Task<T>> execute)
    {
        using var run = scope;
        run.Begin();
        try
        {
            var result = await execute().ConfigureAwait(false);
            run.ResultReturned();
            return result;
        }
        catch (Exception error) when (run.Note(error))
        {
            throw;
        }
    }

    /// <summary>Hands all results to a function of the caller, whose error is that of the query.</summary>
    public static TResult ReturnAll<T, TResult>(this RunScope scope, IEnumerable<T> results, Func<IEnumerable<T>, TResult> collect)
    {
        using var run = scope;
        run.Begin();
        try
        {
            return collect(Each());
        }
        catch (Exception error) when (run.Note(error))
        {
            throw;
        }

        IEnumerable<T> Each()
        {
            foreach (var result in results)
            {
                run.CheckCaller();
                run.ResultReturned();
                yield return result;
            }
        }
    }

    /// <summary>Hands each result to an action of the caller, and after the last asks what was made of them; the errors of both are those of the query.</summary>
    public static async Task<TResult> ReturnAllAsync<T, TResult>(this RunScope scope, IAsyncEnumerable<T> results, Func<T, Task?> action, Func<TResult> finish)
    {
        using var run = scope;
        run.Begin();
        try
        {
            await foreach (var result in results.ConfigureAwait(false))
            {
                run.CheckCaller();
                run.ResultReturned();
                if (action(result) is { } acting) await acting.ConfigureAwait(false);
            }

            return finish();
        }
        catch (Exception error) when (run.Note(error))
        {
            throw;
        }
    }

    public static IEnumerable<T> Return<T>(this RunScope scope, IEnumerable<T> results)
    {
        using var run = scope;
        run.Begin();
        IEnumerator<T>? open = null;
        try
        {
            while (Next(run, results, ref open)) yield return open!.Current;
        }
        finally
        {
            Close(run, open);
        }
    }

    public static async IAsyncEnumerable<T> ReturnAsync<T>(this RunScope scope, IAsyncEnumerable<T> results)
    {
        using var run = scope;
        run.Begin();
        var open = results.GetAsyncEnumerator(CancellationToken.None);
        try
        {
            while (await NextAsync(run, open).ConfigureAwait(false)) yield return open.Current;
        }
        finally
        {
            await CloseAsync(run, open).ConfigureAwait(false);
        }
    }

    private static bool Next<T>(RunScope run, IEnumerable<T> results, ref IEnumerator<T>? open)
    {
        try
        {
            run.CheckCaller();
            open ??= results.GetEnumerator();
            if (!open.MoveNext()) return false;
            run.ResultReturned();
            return true;
        }
        catch (Exception error) when (run.Note(error))
        {
            throw;
        }
    }

    private static async ValueTask<bool> NextAsync<T>(RunScope run, IAsyncEnumerator<T> open)
    {
        try
        {
            run.CheckCaller();
            if (!await open.MoveNextAsync().ConfigureAwait(false)) return false;
            run.ResultReturned();
            return true;
        }
        catch (Exception error) when (run.Note(error))
        {
            throw;
        }
    }

    private static void Close<T>(RunScope run, IEnumerator<T>? open)
    {
        try
        {
            open?.Dispose();
        }
        catch (Exception error) when (run.Note(error))
        {
            throw;
        }
    }

    private static async ValueTask CloseAsync<T>(RunScope run, IAsyncEnumerator<T> open)
    {
        try
        {
            await open.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (run.Note(error))
        {
            throw;
        }
    }
}
