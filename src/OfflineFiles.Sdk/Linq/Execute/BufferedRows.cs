using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Reads all rows, and closes their source, before it hands out the first.</summary>
internal static class BufferedRows
{
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows.ToList()) yield return row;
    }

    public static async IAsyncEnumerable<T> OfAsync<T>(IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = new List<T>();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false)) all.Add(row);
        foreach (var row in all) yield return row;
    }
}
