using OfflineFiles.Sdk.Cim.Diagnosis;

namespace OfflineFiles.Sdk.Cim;

/// <content>The provider and the connection test.</content>
public sealed partial class CimBackend
{
    private readonly ProviderProbe _probe;
    private readonly Func<ConnectionTest> _connectionTest;

    /// <summary>Returns what the provider of the machine can do. The first call asks the machine; later calls return the same object.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OfflineFilesNotInstalledException">The machine has no Offline Files provider.</exception>
    /// <exception cref="CimBackendException">The machine or its namespace cannot be used.</exception>
    /// <exception cref="ObjectDisposedException">The backend is disposed.</exception>
    public async Task<CimProviderInfo> GetProviderAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return await _probe.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Tests each part that a call needs, in order: this system, the machine, the namespace, the provider, the service and the cache. Reads only.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation. A test that is cancelled has no report.</param>
    /// <returns>The report. It holds the error of the part that failed; the method does not throw it.</returns>
    /// <exception cref="ObjectDisposedException">The backend is disposed.</exception>
    /// <example>
    /// <code>
    /// var report = await backend.TestConnectionAsync();
    /// if (!report.IsUsable) Console.WriteLine(report);
    /// </code>
    /// </example>
    public async Task<CimConnectionReport> TestConnectionAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return await _connectionTest().RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
