using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Benchmarks.Cim;

/// <summary>A server behind the seam that answers queries and nothing else.</summary>
internal abstract class QueriedServer : ICimTransport
{
    public abstract IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken);

    public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task TestAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => default;
}
