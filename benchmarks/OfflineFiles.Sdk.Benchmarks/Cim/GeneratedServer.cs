using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Benchmarks.Cim;

/// <summary>A server behind the seam that makes a new copy of a row for each item it delivers, and holds none of them.</summary>
internal sealed class GeneratedServer(int items) : QueriedServer
{
    private readonly CimRow _pattern = SampleRows.Make(1, asTexts: false)[0];

    public override async IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 0; number < items; number++)
        {
            // As rows arrive over a network: not all of them at once.
            if (number % 100 == 0) await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return Copy(_pattern, number);
        }
    }

    private static CimRow Copy(CimRow row, int number) => new(
        row.Shape, [.. row.Values.Select(value => value.Value switch
        {
            CimRow embedded => Copy(embedded, number),
            string text => $"{text} {number}",
            var other => other,
        })]);
}
