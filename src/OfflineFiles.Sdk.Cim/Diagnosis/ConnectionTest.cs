using System.Runtime.InteropServices;
using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Diagnosis;

/// <summary>Goes the way of a call step by step, up to the first part that is missing.</summary>
internal sealed class ConnectionTest(
    ICimTransport transport, ProviderProbe probe, CacheReader reader, TimeProvider time, BackendDescription backend, string @namespace, string? host)
{
    private const string Operation = "TestConnection";

    private readonly List<CimConnectionStep> _steps = [];
    private CimProviderInfo? _provider;
    private OfflineFilesCacheState? _state;
    private OfflineFilesServiceState _service;

    public async Task<CimConnectionReport> RunAsync(CancellationToken cancellationToken)
    {
        await ReachAsync(cancellationToken).ConfigureAwait(false);
        await StepAsync(CimConnectionPart.Namespace, () => NamespaceAsync(cancellationToken)).ConfigureAwait(false);
        await StepAsync(CimConnectionPart.Provider, () => ProviderAsync(cancellationToken)).ConfigureAwait(false);
        await StepAsync(CimConnectionPart.Service, () => ServiceAsync(cancellationToken)).ConfigureAwait(false);
        await StepAsync(CimConnectionPart.Cache, () => FirstItemAsync(cancellationToken)).ConfigureAwait(false);
        return new CimConnectionReport { Backend = backend.ToString(), Steps = _steps, Provider = _provider, Service = _service, State = _state };
    }

    // Whether the library works here shows only when it is used, and that is to reach the machine.
    private async Task ReachAsync(CancellationToken cancellationToken)
    {
        var reached = await LookAsync(CimConnectionPart.Machine, () => MachineAsync(cancellationToken)).ConfigureAwait(false);
        if (reached.Error is CimLibraryException)
        {
            _steps.Add(reached with { Part = CimConnectionPart.Platform });
            _steps.Add(Skipped(CimConnectionPart.Machine));
            return;
        }

        _steps.Add(new CimConnectionStep { Part = CimConnectionPart.Platform, Detail = RuntimeInformation.OSDescription.Trim() });
        _steps.Add(reached);
    }

    private async Task<string?> MachineAsync(CancellationToken cancellationToken)
    {
        await transport.TestAsync(cancellationToken).ConfigureAwait(false);
        return backend.Target;
    }

    // Whether the class is there tells the next step: here it is enough that the namespace answers.
    private async Task<string?> NamespaceAsync(CancellationToken cancellationToken)
    {
        await transport.GetClassAsync(OfflineFilesSchema.Cache.Name, cancellationToken).ConfigureAwait(false);
        return @namespace;
    }

    private async Task<string?> ProviderAsync(CancellationToken cancellationToken)
    {
        _provider = await probe.GetAsync(cancellationToken).ConfigureAwait(false);
        return _provider.ToString();
    }

    private async Task<string?> ServiceAsync(CancellationToken cancellationToken)
    {
        _state = await reader.StateAsync(cancellationToken).ConfigureAwait(false);
        _service = (await new ServiceDiagnosis(transport).FindOutAsync(cancellationToken).ConfigureAwait(false)).State;
        return ServiceText.IsDown(_service) ? throw CimErrors.Service(_service, Operation, host) : _state.ToString();
    }

    private async Task<string?> FirstItemAsync(CancellationToken cancellationToken)
    {
        var items = reader.QueryAsync(new WqlSelectQuery(OfflineFilesSchema.Item.Name), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
            return await items.MoveNextAsync().ConfigureAwait(false) ? $"first item {items.Current.ItemPath}" : "no items";
    }

    private async Task StepAsync(CimConnectionPart part, Func<Task<string?>> look)
    {
        var isBlocked = _steps.Exists(step => step.Outcome == CimConnectionOutcome.Failed);
        _steps.Add(isBlocked ? Skipped(part) : await LookAsync(part, look).ConfigureAwait(false));
    }

    private async Task<CimConnectionStep> LookAsync(CimConnectionPart part, Func<Task<string?>> look)
    {
        var start = time.GetTimestamp();
        try
        {
            var detail = await look().ConfigureAwait(false);
            return new CimConnectionStep { Part = part, Duration = time.GetElapsedTime(start), Detail = detail };
        }
        catch (CimTransportException error)
        {
            return Failed(CimErrors.From(error, Operation, null, host));
        }
        catch (OfflineFilesException error)
        {
            return Failed(error);
        }

        CimConnectionStep Failed(OfflineFilesException error) =>
            new() { Part = part, Outcome = CimConnectionOutcome.Failed, Duration = time.GetElapsedTime(start), Error = error };
    }

    private static CimConnectionStep Skipped(CimConnectionPart part) => new() { Part = part, Outcome = CimConnectionOutcome.Skipped };
}
