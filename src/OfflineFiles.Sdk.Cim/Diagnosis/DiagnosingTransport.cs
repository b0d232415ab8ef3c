using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Logging;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Diagnosis;

/// <summary>
/// Adds the state of the Offline Files service to a failure that the service may have caused, because the machine does not tell it. Turns the
/// errors of a missing native library into failures of the transport.
/// </summary>
internal sealed class DiagnosingTransport(ICimTransport inner, TimeProvider time, CimLog log) : TransportLayer(inner)
{
    private const string OfflineFilesClasses = "Win32_OfflineFiles";

    // The failure is known already: its reason is worth a short wait only.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ServiceDiagnosis _diagnosis = new(inner);

    public override IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken) =>
        WatchAsync(token => Inner.QueryAsync(query, token), query.Text, cancellationToken);

    public override IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) =>
        WatchAsync(token => Inner.SubscribeAsync(wql, token), wql, cancellationToken);

    public override ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken) =>
        DiagnosedAsync(() => Inner.GetAsync(key, cancellationToken), key.ClassName, cancellationToken);

    public override ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) =>
        DiagnosedAsync(() => Inner.GetClassAsync(className, cancellationToken), null, cancellationToken);

    public override Task ModifyAsync(CimModification modification, CancellationToken cancellationToken) =>
        DiagnosedAsync(
            () => new ValueTask<bool>(Inner.ModifyAsync(modification, cancellationToken).WithTrueAsync()),
            modification.ClassName, cancellationToken).AsTask();

    public override Task TestAsync(CancellationToken cancellationToken) =>
        DiagnosedAsync(() => new ValueTask<bool>(Inner.TestAsync(cancellationToken).WithTrueAsync()), null, cancellationToken).AsTask();

    public override Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken) =>
        DiagnosedAsync(() => CallAsync(call, texts, cancellationToken), call.ClassName, cancellationToken).AsTask();

    protected override async ValueTask EndAsync()
    {
        try
        {
            await Inner.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (MmiNativeLibrary.IsToBlame(error))
        {
            // Without the library there never was anything to close.
        }
    }

    // A method may answer with the code that other calls fail with: it means the same.
    private async ValueTask<CimCallResult> CallAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken)
    {
        var result = await Inner.InvokeAsync(call, texts, cancellationToken).ConfigureAwait(false);
        return NativeCodeText.IsServiceDown(result.Code)
            ? throw new CimTransportException(CimStatus.Failed, $"{call} answered 0x{result.Code:X8}.") { NativeCode = result.Code }
            : result;
    }

    private async IAsyncEnumerable<CimRow> WatchAsync(
        Func<CancellationToken, IAsyncEnumerable<CimRow>> start, string about, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = start(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (rows.ConfigureAwait(false))
        {
            Func<ValueTask<bool>> next = rows.MoveNextAsync;
            while (await DiagnosedAsync(next, about, cancellationToken).ConfigureAwait(false))
                yield return rows.Current;
        }
    }

    private async ValueTask<T> DiagnosedAsync<T>(Func<ValueTask<T>> call, string? about, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (CimTransportException error)
        {
            if (error.NativeCode is { } code && NativeCodeText.IsServiceDown(code) && IsAboutOfflineFiles(about))
            {
                var state = await StateAsync(code, cancellationToken).ConfigureAwait(false);
                error.Service = state;
                log.ServiceDiagnosed(state);
            }

            throw;
        }
        catch (Exception error) when (MmiNativeLibrary.IsToBlame(error))
        {
            throw new CimTransportException(CimStatus.Failed, error.Message, error);
        }
    }

    private async Task<OfflineFilesServiceState> StateAsync(int code, CancellationToken cancellationToken)
    {
        using var patience = new Deadline(time, Patience, cancellationToken);
        try
        {
            var state = (await _diagnosis.FindOutAsync(patience.Token).ConfigureAwait(false)).State;
            return state == OfflineFilesServiceState.Unknown ? ServiceText.StateOf(code) : state;
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            return ServiceText.StateOf(code);
        }
    }

    private static bool IsAboutOfflineFiles(string? about) => about?.IndexOf(OfflineFilesClasses, StringComparison.OrdinalIgnoreCase) >= 0;
}
