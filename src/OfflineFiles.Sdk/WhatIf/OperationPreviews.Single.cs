using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Operations;
using OfflineFiles.Sdk.WhatIf;
using OfflineFiles.Sdk.WhatIf.Rules;

namespace OfflineFiles.Sdk;

/// <content>The operations about one item, or about the cache as a whole.</content>
public sealed partial class OperationPreviews
{
    /// <summary>Previews suspending a tree.</summary>
    /// <param name="path">The path of a share or directory in the cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> SuspendRootAsync(UncPath path, CancellationToken cancellationToken = default) =>
        SuspendAsync(path, true, cancellationToken);

    /// <summary>Previews resuming a suspended tree.</summary>
    /// <param name="path">The path that was suspended.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> ResumeRootAsync(UncPath path, CancellationToken cancellationToken = default) =>
        SuspendAsync(path, false, cancellationToken);

    /// <summary>Previews going offline. The whole share goes offline, so the preview has that one item.</summary>
    /// <param name="path">The path of an item in the cache.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> TransitionOfflineAsync(
        UncPath path, OfflineTransitionOptions? options = null, CancellationToken cancellationToken = default)
    {
        OperationOptionsValidator.Validate((options ??= OfflineTransitionOptions.Default).Flags);
        return TransitionAsync(path, BackendCapabilities.TransitionOffline, new OfflinePreview(options), cancellationToken);
    }

    /// <summary>Previews going online. The whole share goes online, so the preview has that one item.</summary>
    /// <param name="path">The path of an item in the cache.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">A flag is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> TransitionOnlineAsync(
        UncPath path, TransitionFlags flags = TransitionFlags.None, CancellationToken cancellationToken = default)
    {
        OperationOptionsValidator.Validate(flags);
        return TransitionAsync(path, BackendCapabilities.TransitionOnline, new OnlinePreview(), cancellationToken);
    }

    /// <summary>Previews giving an item a new path at the next restart.</summary>
    /// <param name="originalPath">The current path.</param>
    /// <param name="newPath">The new path; it must not be in the cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> RenameItemAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken = default) =>
        RenameAsync(OfflineFilesOperation.RenameItem, BackendCapabilities.RenameItem, originalPath, newPath, cancellationToken);

    /// <summary>Previews giving an item a new path at once.</summary>
    /// <param name="originalPath">The current path.</param>
    /// <param name="newPath">The new path; it must not be in the cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> RenameItemExAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken = default) =>
        RenameAsync(OfflineFilesOperation.RenameItemEx, BackendCapabilities.RenameItemEx, originalPath, newPath, cancellationToken);

    /// <summary>Previews encrypting or decrypting the files of the cache. All files are read.</summary>
    /// <param name="encrypt">True to encrypt; false to decrypt.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">A flag is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public Task<OperationPreview> EncryptAsync(
        bool encrypt, EncryptionControlFlags flags = EncryptionControlFlags.None, CancellationToken cancellationToken = default)
    {
        OperationOptionsValidator.Validate(flags);
        Require(BackendCapabilities.Encrypt);
        var files = _source.Items.Where(item => item.ItemType == OfflineFilesItemType.File);
        return PreviewRun.OverQueryAsync(_source, files, new EncryptPreview(encrypt), cancellationToken);
    }

    /// <summary>Previews enabling or disabling Offline Files. The preview has no items.</summary>
    /// <param name="enable">True to enable; false to disable.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    public async Task<OperationPreview> EnableAsync(bool enable, CancellationToken cancellationToken = default)
    {
        Require(BackendCapabilities.Enable);
        var state = await _source.GetStateAsync(cancellationToken).ConfigureAwait(false);
        var wouldChange = state.Enabled != enable;
        return new OperationPreview
        {
            Operation = OfflineFilesOperation.Enable,
            Items = [],
            WouldChange = wouldChange,
            // Disabling always needs a restart; enabling only when the driver does not run, and no query tells that (Microsoft Learn:
            // OfflineFilesEnable).
            RestartRequired = !wouldChange ? false : enable ? null : true,
            Unknown = wouldChange ? ["A policy may forbid it, and only administrators may do it."] : [],
        };
    }

    private Task<OperationPreview> SuspendAsync(UncPath path, bool suspend, CancellationToken cancellationToken)
    {
        Guard.NotNull(path);
        Require(BackendCapabilities.SuspendRoot);
        return PreviewRun.OverPathsAsync(_source, [path], new SuspendPreview(path, suspend), cancellationToken);
    }

    private async Task<OperationPreview> TransitionAsync(
        UncPath path, BackendCapabilities capability, TransitionPreview rules, CancellationToken cancellationToken)
    {
        Require(capability);
        // An item that is not there fails, whatever its share is.
        var isCached = await _source.FindAsync(path, cancellationToken).ConfigureAwait(false) is not null;
        var root = isCached && path.ShareRoot is { } share ? share : path;
        return await PreviewRun.OverPathsAsync(_source, [root], rules, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OperationPreview> RenameAsync(
        OfflineFilesOperation operation, BackendCapabilities capability, UncPath originalPath, UncPath newPath, CancellationToken cancellationToken)
    {
        Guard.NotNull(originalPath);
        Guard.NotNull(newPath);
        Require(capability);
        var isTaken = await _source.FindAsync(newPath, cancellationToken).ConfigureAwait(false) is not null;
        var rules = new RenamePreview(operation, originalPath, newPath, isTaken);
        return await PreviewRun.OverPathsAsync(_source, [originalPath], rules, cancellationToken).ConfigureAwait(false);
    }
}
