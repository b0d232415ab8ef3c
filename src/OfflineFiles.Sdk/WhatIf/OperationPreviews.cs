using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Operations;
using OfflineFiles.Sdk.WhatIf;
using OfflineFiles.Sdk.WhatIf.Rules;

namespace OfflineFiles.Sdk;

/// <summary>
/// Previews the operations of a cache without their effect: <see cref="OfflineFilesCache.WhatIf"/>. Each method has the name and the options of an
/// operation, checks them as the operation does, and returns what the operation would do. Safe to use from several threads.
/// </summary>
/// <remarks>
/// <para>
/// Only look-ups and queries are sent, on every backend: a look-up for each path, and its children or its subtree if the operation reaches them.
/// A preview is based on the state of the cache; <see cref="OperationPreview.Unknown"/> says what cannot be known from it. If the options of the
/// cache refuse full scans, a preview that needs a full scan is refused too.
/// </para>
/// <para>A preview of a large tree is as large as the report of the operation: one small item for each item of the tree. Rows are not kept.</para>
/// </remarks>
/// <example>
/// <code>
/// var preview = await cache.WhatIf.DeleteItemsAsync(@"\\fileserver\projects");
/// foreach (var item in preview.With(PreviewVerdict.WouldBeSpared)) Console.WriteLine(item);
/// </code>
/// </example>
public sealed partial class OperationPreviews
{
    private readonly QuerySource _source;
    private readonly ICacheBackend _backend;

    internal OperationPreviews(QuerySource source)
    {
        _source = source;
        _backend = source.Backend;
    }

    /// <summary>Previews pinning. Items that are only on the server are not known in advance.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> PinAsync(UncPath path, PinOptions? options = null, CancellationToken cancellationToken = default) =>
        PinAsync([Guard.NotNull(path)], options, cancellationToken);

    /// <summary>Previews pinning. Items that are only on the server are not known in advance.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> PinAsync(IEnumerable<UncPath> paths, PinOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = OperationOptionsValidator.Paths(paths);
        OperationOptionsValidator.Validate(options ??= PinOptions.Default);
        Require(BackendCapabilities.Pin);
        return PreviewRun.OverPathsAsync(_source, list, new PinPreview(options), cancellationToken);
    }

    /// <summary>Previews removing pins.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> UnpinAsync(UncPath path, UnpinOptions? options = null, CancellationToken cancellationToken = default) =>
        UnpinAsync([Guard.NotNull(path)], options, cancellationToken);

    /// <summary>Previews removing pins.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> UnpinAsync(IEnumerable<UncPath> paths, UnpinOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = OperationOptionsValidator.Paths(paths);
        OperationOptionsValidator.Validate(options ??= UnpinOptions.Default);
        Require(BackendCapabilities.Unpin);
        return PreviewRun.OverPathsAsync(_source, list, new UnpinPreview(options), cancellationToken);
    }

    /// <summary>Previews deleting items from the cache: which items would be deleted, which would be spared, and why.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> DeleteItemsAsync(UncPath path, DeleteOptions? options = null, CancellationToken cancellationToken = default) =>
        DeleteItemsAsync([Guard.NotNull(path)], options, cancellationToken);

    /// <summary>Previews deleting items from the cache: which items would be deleted, which would be spared, and why.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> DeleteItemsAsync(
        IEnumerable<UncPath> paths, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = OperationOptionsValidator.Paths(paths);
        OperationOptionsValidator.Validate(options ??= DeleteOptions.Default);
        Require(BackendCapabilities.DeleteItems);
        return PreviewRun.OverPathsAsync(_source, list, new DeletePreview(options), cancellationToken);
    }

    /// <summary>Previews synchronising, as far as the effect can be known from the cache.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> SynchronizeAsync(UncPath path, SyncOptions? options = null, CancellationToken cancellationToken = default) =>
        SynchronizeAsync([Guard.NotNull(path)], options, cancellationToken);

    /// <summary>Previews synchronising, as far as the effect can be known from the cache.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> SynchronizeAsync(
        IEnumerable<UncPath> paths, SyncOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = OperationOptionsValidator.Paths(paths);
        OperationOptionsValidator.Validate(options ??= SyncOptions.Default);
        Require(BackendCapabilities.Synchronize);
        (_backend as CacheBackend)?.Require(options.ConflictPolicy);
        return PreviewRun.OverPathsAsync(_source, list, new SynchronizePreview(options), cancellationToken);
    }

    /// <summary>Previews synchronising all shares of the cache, as far as the effect can be known from the cache.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public async Task<OperationPreview> SynchronizeAsync(SyncOptions? options = null, CancellationToken cancellationToken = default)
    {
        OperationOptionsValidator.Validate(options ??= SyncOptions.Default);
        Require(BackendCapabilities.Synchronize);
        (_backend as CacheBackend)?.Require(options.ConflictPolicy);
        var shares = await _source.ReadSharesAsync(cancellationToken).ConfigureAwait(false);
        return await PreviewRun.OverPathsAsync(_source, shares, new SynchronizePreview(options), cancellationToken).ConfigureAwait(false);
    }

    private void Require(BackendCapabilities capability)
    {
        if (_backend.Capabilities.HasFlag(capability)) return;
        throw _backend is CacheBackend known
            ? known.Refusal(capability)
            : new OperationNotSupportedException(capability.ToString(), _backend.Description.Name, "So there is nothing to preview.");
    }
}
