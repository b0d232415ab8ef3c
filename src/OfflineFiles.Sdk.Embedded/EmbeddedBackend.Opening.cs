using Microsoft.Win32.SafeHandles;
using OfflineFiles.Sdk.Embedded.Changes;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Logging;
using OfflineFiles.Sdk.Embedded.Options;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded;

public sealed partial class EmbeddedBackend
{
    internal static Task<EmbeddedBackend> OpenAsync(EmbeddedBackendOptions options, EngineSeams seams, CancellationToken cancellationToken)
    {
        var own = options.Copy();
        return Task.Run(
            async () =>
            {
                await EmbeddedBackendOptionsValidator.ValidateAsync(own, cancellationToken).ConfigureAwait(false);
                return await CacheDirectory.GuardAsync(
                    own.CacheDirectory,
                    () => own.OpenMode == CacheOpenMode.ReadOnly ? Task.FromResult(OpenReadOnly(own)) : OpenToWriteAsync(own, seams, cancellationToken))
                    .ConfigureAwait(false);
            },
            cancellationToken);
    }

    private static async Task<EmbeddedBackend> OpenToWriteAsync(EmbeddedBackendOptions options, EngineSeams seams, CancellationToken cancellationToken)
    {
        CacheDirectory.Prepare(options);
        var claim = DirectoryClaim.Take(options.CacheDirectory);
        CacheStore? store = null;
        try
        {
            var rescued = CacheRescue.Run(options.CacheDirectory, options.TimeProvider.GetUtcNow());
            try
            {
                store = CacheStore.Open(options.CacheDirectory, options.Logger, seams.Store);
            }
            catch (CacheOpenException exception) when (options.SetsDamagedDatabaseAside && exception.Failure == CacheOpenFailure.Corrupt)
            {
                EngineLog.SetAside(options.Logger, exception, ReadableText.Of(options.CacheDirectory));
                rescued = CacheRescue.SetAside(options.CacheDirectory, options.TimeProvider.GetUtcNow());
                store = CacheStore.Open(options.CacheDirectory, options.Logger, seams.Store);
            }

            if (rescued is not null) EngineLog.Rescued(options.Logger, ReadableText.Of(rescued.Directory), rescued.Reason, rescued.Count);
            return await StartAsync(options, seams, claim, store, rescued, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            store?.Dispose();
            claim.Dispose();
            throw;
        }
    }

    private static async Task<EmbeddedBackend> StartAsync(
        EmbeddedBackendOptions options, EngineSeams seams, SafeFileHandle claim, CacheStore store, RescuedContent? rescued, CancellationToken cancellationToken)
    {
        var content = new ContentStore(options.CacheDirectory);
        var scopes = new ScopeMap(store, options.Shares.Select(
            mapping => seams.Share?.Invoke(mapping, store.Instance) ?? new ShareGate(
                new DirectoryShare(mapping.Share, mapping.Directory, store.Instance, usesMarker: mapping.UsesMarker), options.ShareTimeout, options.TimeProvider)));
        var changes = new CacheChangeHub(options.TimeProvider, options.Logger);
        var engine = new CacheEngine(store, content, scopes, changes, options.TimeProvider);
        engine.Fetcher.Growth.SettleTime = options.SettleTime;
        var collector = new BlobCollector(store, content, options.Logger);
        content.Offered = collector.Offer;
        store.Committed = transaction =>
        {
            foreach (var id in transaction.LeftBlobs()) collector.Offer(id);
            if (changes.HasSubscribers) changes.Publish(ChangeTranslator.Translate(transaction));
        };
        try
        {
            await new CacheStartup(engine, collector, options.Logger, seams.Patience).RunAsync(cancellationToken).ConfigureAwait(false);
            return new EmbeddedBackend(options, engine, claim, collector) { Rescued = rescued };
        }
        catch
        {
            store.StopCheck();
            await collector.CloseAsync().ConfigureAwait(false);
            collector.Dispose();
            throw;
        }
    }

    private static EmbeddedBackend OpenReadOnly(EmbeddedBackendOptions options)
    {
        CacheDirectory.RequireExisting(options);
        var store = CacheStore.OpenReadOnly(options.CacheDirectory);
        var changes = new CacheChangeHub(options.TimeProvider, options.Logger);
        changes.Complete();
        var content = ContentStore.OpenReadOnly(options.CacheDirectory);
        return new EmbeddedBackend(options, new CacheEngine(store, content, new ScopeMap(store, []), changes, options.TimeProvider), claim: null, collector: null);
    }
}
