using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>A server that is broken or hostile: what it answers is that of another one, distorted.</summary>
internal sealed class DistortedServer(ICimTransport inner) : TransportLayer(inner)
{
    /// <summary>The rows that come instead of one.</summary>
    public Func<CimRow, IEnumerable<CimRow>> Rows { get; set; } = row => [row];

    /// <summary>The class that comes instead of one.</summary>
    public Func<CimClassDefinition, CimClassDefinition> Class { get; set; } = definition => definition;

    /// <summary>The results that come instead of those of a method.</summary>
    public Func<CimRow, CimRow> Results { get; set; } = row => row;

    /// <summary>What is said on the way to these results.</summary>
    public IEnumerable<string> Texts { get; set; } = [];

    public override async IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Inner.QueryAsync(query, cancellationToken))
            foreach (var other in Rows(row)) yield return other;
    }

    public override async IAsyncEnumerable<CimRow> SubscribeAsync(string wql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Inner.SubscribeAsync(wql, cancellationToken))
            foreach (var other in Rows(row)) yield return other;
    }

    public override async ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) =>
        await Inner.GetAsync(key, cancellationToken) is { } row ? Rows(row).First() : null;

    public override async ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) =>
        await Inner.GetClassAsync(className, cancellationToken) is { } definition ? Class(definition) : null;

    public override Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken)
    {
        foreach (var text in Texts) texts?.Invoke(text);
        return Task.FromResult(new CimCallResult(0, Results(new CimRow("__PARAMETERS", []))));
    }
}
