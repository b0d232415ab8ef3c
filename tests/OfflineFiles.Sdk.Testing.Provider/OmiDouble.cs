using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>
/// A double of Open Management Infrastructure behind the CIM seam: it refuses the queries that OMI cannot read and filters as OMI does (observed behaviour).
/// The provider behind it has no trap, and the methods and look-ups are those of the double of Windows.
/// </summary>
internal sealed class OmiDouble(ICacheBackend cache, ProviderDoubleOptions? options = null) : ICimTransport
{
    private readonly ProviderDouble _provider = new(cache, options);
    private readonly ProviderRows _rows = new(options ?? ProviderDoubleOptions.Default);

    /// <summary>Every query text that was received.</summary>
    public List<string> Queries { get; } = [];

    /// <summary>Queries and keys, in the order in which they were received, as Explain shows them.</summary>
    public List<string> Received => _provider.Received;

    // Whether only keys are wanted makes no difference: all that is listed comes.
    public async IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        lock (Queries) Queries.Add(query.Text);
        lock (Received) Received.Add(query.Text);
        cancellationToken.ThrowIfCancellationRequested();
        var select = OmiQueryText.Read(query.Text);
        if (!string.Equals(select.ClassName, OfflineFilesSchema.Item.Name, StringComparison.OrdinalIgnoreCase))
        {
            await foreach (var row in _provider.QueryAsync(query, cancellationToken)) yield return row;
            yield break;
        }

        var everything = new WqlSelectQuery(OfflineFilesSchema.Item.Name);
        await foreach (var item in cache.QueryItemsAsync(everything, cancellationToken))
            if (select.Where is null || OmiFilter.Matches(select.Where, _rows.Item(item))) yield return _rows.Item(item, select.Properties);
    }

    public ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) => _provider.GetAsync(key, cancellationToken);

    public ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) => _provider.GetClassAsync(className, cancellationToken);

    public Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken) =>
        _provider.InvokeAsync(call, texts, cancellationToken);

    /// <summary>There is nobody who polls for events.</summary>
    public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) =>
        throw ProviderErrors.InvalidQuery(new FormatException("There are no such events."));

    public Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) => _provider.ModifyAsync(modification, cancellationToken);

    public Task TestAsync(CancellationToken cancellationToken) => _provider.TestAsync(cancellationToken);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
