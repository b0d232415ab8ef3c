using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>
/// The seam to a CIM server: the ways to ask one namespace through one session. Everything that comes back is copied into plain values;
/// whatever fails comes as <see cref="CimTransportException"/>, cancellation as <see cref="OperationCanceledException"/> with the caller's
/// token. Nothing is decided below: no retry, no limit, no deadline.
/// </summary>
internal interface ICimTransport : IAsyncDisposable
{
    /// <summary>Runs a WQL data query.</summary>
    IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken);

    /// <summary>Runs a WQL event query: instances of event classes as they come, until cancelled or disposed.</summary>
    IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken);

    /// <summary>Reads one instance by its key; null if the server has no such instance.</summary>
    ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken);

    /// <summary>Reads the definition of a class; null if the server has no such class.</summary>
    ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken);

    /// <summary>Writes the properties given to an instance that is there; of a class without a key to its only one.</summary>
    Task ModifyAsync(CimModification modification, CancellationToken cancellationToken);

    /// <summary>
    /// Calls a method, of the class or of an instance. The sink is given every text the provider sends on the way, on the caller's own flow.
    /// </summary>
    Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken);

    /// <summary>Reaches the server and comes back, touching no class.</summary>
    Task TestAsync(CancellationToken cancellationToken);
}

/// <summary>Makes sessions to one machine.</summary>
internal interface ICimConnector
{
    /// <summary>Makes a session; it fails with <see cref="CimTransportException"/>. Whoever gets it disposes it.</summary>
    Task<ICimTransport> ConnectAsync(CancellationToken cancellationToken);
}

/// <summary>Makes sessions without a word to the machine: whether it is reached shows in the first call.</summary>
internal interface IUntestedConnector : ICimConnector;
