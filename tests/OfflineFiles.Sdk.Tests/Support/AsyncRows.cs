namespace OfflineFiles.Sdk.Tests.Support;

internal static class AsyncRows
{
    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var rows = new List<T>();
        await foreach (var row in source) rows.Add(row);
        return rows;
    }
}
