using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>A layer over a transport: it passes on whatever it does not override.</summary>
internal abstract class TransportLayer(ICimTransport inner) : ICimTransport
{
    protected ICimTransport Inner { get; } = inner;

    public virtual IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken) =>
        Inner.QueryAsync(query, cancellationToken);

    public virtual IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) =>
        Inner.SubscribeAsync(wql, cancellationToken);

    public virtual ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) => Inner.GetAsync(key, cancellationToken);

    public virtual ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) =>
        Inner.GetClassAsync(className, cancellationToken);

    public virtual Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) =>
        Inner.ModifyAsync(modification, cancellationToken);

    public virtual Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken) =>
        Inner.InvokeAsync(call, texts, cancellationToken);

    public virtual Task TestAsync(CancellationToken cancellationToken) => Inner.TestAsync(cancellationToken);

    public ValueTask DisposeAsync() => EndAsync();

    protected virtual ValueTask EndAsync() => Inner.DisposeAsync();
}

/// <summary>Gives a task without a result the result true, for code that is generic over results.</summary>
internal static class VoidTaskExtensions
{
    public static async Task<bool> WithTrueAsync(this Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }
}
