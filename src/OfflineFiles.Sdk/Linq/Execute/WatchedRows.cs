namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>The rows of a query as they come from the backend, counted.</summary>
internal static class WatchedRows
{
    public static IEnumerable<T> Read<T>(this QueryWatch watch, IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            watch.RowCame();
            yield return row;
        }
    }

    public static async IAsyncEnumerable<T> ReadAsync<T>(this QueryWatch watch, IAsyncEnumerable<T> rows)
    {
        await foreach (var row in rows.ConfigureAwait(false))
        {
            watch.RowCame();
            yield return row;
        }
    }
}
