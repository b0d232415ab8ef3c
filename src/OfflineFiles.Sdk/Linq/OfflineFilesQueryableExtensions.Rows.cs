using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq;

public static partial class OfflineFilesQueryableExtensions
{
    /// <summary>Returns the rows of the query as an asynchronous stream. Nothing runs before the first row is asked for.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <returns>The stream; the token of its enumerator is honoured. Leaving it early closes the backend's stream.</returns>
    public static IAsyncEnumerable<T> AsAsyncEnumerable<T>(this IQueryable<T> source) => ProviderOf(source).EnumerateAsync<T>(source.Expression);

    /// <summary>
    /// Reads the rows of the query as they come: what <c>await foreach (var item in cache.Items)</c> calls. Nothing runs before the first row is
    /// asked for.
    /// </summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration. To pass one to <c>await foreach</c>, use <see cref="AsAsyncEnumerable"/>.</param>
    /// <returns>The rows. Leaving them early closes the backend's stream.</returns>
    public static IAsyncEnumerator<T> GetAsyncEnumerator<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        source.AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);

    /// <summary>Reads all rows into a list.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<List<T>> ToListAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default)
    {
        var rows = new List<T>();
        await source.ForEachAsync(rows.Add, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>Reads all rows into an array.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<T[]> ToArrayAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        (await source.ToListAsync(cancellationToken).ConfigureAwait(false)).ToArray();

    /// <summary>Reads all rows into a set: each value once, in the first spelling met; strings compare ignoring case.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The set; it keeps the comparer that it was filled with.</returns>
    public static Task<HashSet<T>> ToHashSetAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        source.ToHashSetAsync(comparer: null, cancellationToken);

    /// <summary>Reads all rows into a set.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="comparer">Compares values; null to compare as queries do: strings ignoring case.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<HashSet<T>> ToHashSetAsync<T>(
        this IQueryable<T> source, IEqualityComparer<T>? comparer, CancellationToken cancellationToken = default)
    {
        var rows = new HashSet<T>(comparer ?? QueryEquality.Of<T>());
        await source.ForEachAsync(row => rows.Add(row), cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>Calls an action for each row as it comes.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="action">The action, which does not wait for anything; an exception in it ends the query.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task ForEachAsync<T>(this IQueryable<T> source, Action<T> action, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(action);
        return EachAsync(source, Act, cancellationToken);

        Task? Act(T row)
        {
            action(row);
            return null;
        }
    }

    // Without this an asynchronous lambda would become an Action, which nobody waits for and whose exception ends the process.

    /// <summary>Calls an asynchronous action for each row as it comes, one at a time: the next row is read when the action has completed.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="action">The action; an exception in it ends the query.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task ForEachAsync<T>(this IQueryable<T> source, Func<T, Task> action, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(action);
        return EachAsync(source, action, cancellationToken);
    }

    /// <summary>Calls an asynchronous action for each row as it comes, one at a time: the next row is read when the action has completed.</summary>
    /// <typeparam name="T">The type of the elements of the query.</typeparam>
    /// <param name="source">A query over the items of a cache.</param>
    /// <param name="action">The action, called with the row and the token; an exception in it ends the query.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task ForEachAsync<T>(
        this IQueryable<T> source, Func<T, CancellationToken, Task> action, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(action);
        return EachAsync(source, row => action(row, cancellationToken), cancellationToken);
    }

    private static async Task EachAsync<T>(IQueryable<T> source, Func<T, Task?> action, CancellationToken cancellationToken) =>
        await ProviderOf(source).ForEachAsync(source.Expression, action, cancellationToken).ConfigureAwait(false);
}
