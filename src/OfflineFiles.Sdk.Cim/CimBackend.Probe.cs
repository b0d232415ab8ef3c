using OfflineFiles.Sdk.Cim.Diagnosis;

namespace OfflineFiles.Sdk.Cim;

/// <content>What the machine has, and what is missing.</content>
public sealed partial class CimBackend
{
    internal const string TestConnection = "TestConnection";

    private readonly ProviderProbe _probe;
    private readonly Func<ConnectionTest> _connectionTest;

    /// <summary>Reads what the provider of the machine can do. Asked once: later calls answer from memory.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OfflineFilesNotInstalledException">The machine has no such provider.</exception>
    /// <exception cref="CimBackendException">The machine, or the namespace of it, cannot be used.</exception>
    public async Task<CimProviderInfo> GetProviderAsync(CancellationToken cancellationToken = default)
    {
        Alive();
        return await _probe.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Goes the way of a call part by part - this system, the machine, the namespace, the provider, the service, the cache - and tells what it
    /// found, and what is missing. It reads only.
    /// </summary>
    /// <param name="cancellationToken">Ends the test; there is no report then.</param>
    /// <returns>The report; what is missing is in it, and is not thrown.</returns>
    /// <example>
    /// <code>
    /// var report = await backend.TestConnectionAsync();
    /// if (!report.IsUsable) Console.WriteLine(report);
    /// </code>
    /// </example>
    public async Task<CimConnectionReport> TestConnectionAsync(CancellationToken cancellationToken = default)
    {
        Alive();
        return await _connectionTest().RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
