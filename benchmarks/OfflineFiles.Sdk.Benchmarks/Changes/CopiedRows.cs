using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Benchmarks.Cim;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Benchmarks.Changes;

/// <summary>A transport without a network: it delivers the provider's instances as a real one does, each in a copy of its own.</summary>
internal sealed class CopiedRows : QueriedServer
{
    private readonly CimRow[] _rows;

    public CopiedRows(IEnumerable<OfflineFilesItem> items)
    {
        var provider = new ProviderRows(ProviderDoubleOptions.Default);
        _rows = items.Select(provider.Item).ToArray();
    }

    public override async IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var row in _rows) yield return Copy(row);
    }

    public CimRow Event(string className, int target, int previous) =>
        new(className, [new("TIME_CREATED", 133_800_000_000_000_000ul), new("TargetInstance", Copy(_rows[target])), new("PreviousInstance", Copy(_rows[previous]))]);

    // Every row of a session comes with names of its own, too.
    private static CimRow Copy(CimRow row)
    {
        var names = new string[row.Shape.Names.Count];
        var values = new object?[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = row.Shape.Names[i];
            values[i] = row[i] switch
            {
                CimRow embedded => Copy(embedded),
                string text => new string(text.AsSpan()),
                var other => other,
            };
        }

        return new CimRow(CimRowShape.Of(row.ClassName, names), values);
    }
}
