using System.Globalization;
using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Brings a cache that was just opened into order: what a crash left is cleaned up, and each scope is as reachable as it is.</summary>
internal sealed class CacheStartup(CacheEngine engine)
{
    /// <summary>The number that marks temporary files on shares as this cache's own. Made once and kept.</summary>
    public static Task<uint> InstanceAsync(CacheStore store, CancellationToken cancellationToken) => store.WriteAsync(
        transaction =>
        {
            const string Name = "instance";
            if (transaction.Setting(Name) is { } text) return uint.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            var made = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));
            transaction.SetSetting(Name, made.ToString("x8", CultureInfo.InvariantCulture));
            return made;
        },
        cancellationToken);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var referenced = await engine.Store.ReadAsync(connection => connection.BlobIds(), cancellationToken).ConfigureAwait(false);
        engine.Content.Collect(referenced);
        foreach (var scope in engine.Scopes.All.ToList())
        {
            if (scope.Row is not { } row) continue;
            // Someone asked for it: it stays offline until someone asks for the opposite.
            if (row is { IsOnline: false, OfflineReason: OfflineReason.WorkingOffline }) continue;
            if (await IsReachableAsync(scope, cancellationToken).ConfigureAwait(false))
                await engine.Guard.SetAsync(scope, ConnectState.Online, OfflineReason.NotApplicable).ConfigureAwait(false);
            else
                await engine.Guard.SetAsync(scope, ConnectState.Offline, OfflineReason.NetDisconnected).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsReachableAsync(ShareScope scope, CancellationToken cancellationToken)
    {
        if (!scope.IsMapped) return false;
        try
        {
            await ShareGuard.CheckAsync(scope, cancellationToken).ConfigureAwait(false);
            await engine.Journal.RecoverAsync(scope, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ShareUnavailableException)
        {
            return false;
        }
    }
}
