using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk;

/// <content>The previews of operations over a list of paths as people write it.</content>
public sealed partial class OperationPreviews
{
    /// <summary>Previews pinning. Items that are only on the server are not known in advance.</summary>
    /// <param name="paths">The paths, as <see cref="UncPathList"/> reads them, at least one. A text that is no path would fail.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    [OverloadResolutionPriority(1)]
    public Task<OperationPreview> PinAsync(IEnumerable<string> paths, PinOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = UncPathList.OfOperation(paths);
        OperationOptionsValidator.Validate(options ??= PinOptions.Default);
        return OfListAsync(list, OfflineFilesOperation.Pin, valid => PinAsync(valid, options, cancellationToken));
    }

    /// <summary>Previews removing pins.</summary>
    /// <param name="paths">The paths, as <see cref="UncPathList"/> reads them, at least one. A text that is no path would fail.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    [OverloadResolutionPriority(1)]
    public Task<OperationPreview> UnpinAsync(IEnumerable<string> paths, UnpinOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = UncPathList.OfOperation(paths);
        OperationOptionsValidator.Validate(options ??= UnpinOptions.Default);
        return OfListAsync(list, OfflineFilesOperation.Unpin, valid => UnpinAsync(valid, options, cancellationToken));
    }

    /// <summary>Previews deleting items from the cache: which items would be deleted, which would be spared, and why.</summary>
    /// <param name="paths">The paths, as <see cref="UncPathList"/> reads them, at least one. A text that is no path would fail.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    [OverloadResolutionPriority(1)]
    public Task<OperationPreview> DeleteItemsAsync(IEnumerable<string> paths, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = UncPathList.OfOperation(paths);
        OperationOptionsValidator.Validate(options ??= DeleteOptions.Default);
        return OfListAsync(list, OfflineFilesOperation.DeleteItems, valid => DeleteItemsAsync(valid, options, cancellationToken));
    }

    /// <summary>Previews synchronising, as far as the effect can be known from the cache.</summary>
    /// <param name="paths">The paths, as <see cref="UncPathList"/> reads them, at least one. A text that is no path would fail.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation.</exception>
    [OverloadResolutionPriority(1)]
    public Task<OperationPreview> SynchronizeAsync(IEnumerable<string> paths, SyncOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = UncPathList.OfOperation(paths);
        OperationOptionsValidator.Validate(options ??= SyncOptions.Default);
        return OfListAsync(list, OfflineFilesOperation.Synchronize, valid => SynchronizeAsync(valid, options, cancellationToken));
    }

    private static async Task<OperationPreview> OfListAsync(
        UncPathList list, OfflineFilesOperation operation, Func<IReadOnlyList<UncPath>, Task<OperationPreview>> preview)
    {
        var judged = list.Paths.Count > 0
            ? await preview(list.Paths).ConfigureAwait(false)
            : new OperationPreview { Operation = operation, Items = [], WouldChange = false };
        return list.Failures.Count == 0 ? judged : judged with
        {
            Items = [.. judged.Items.Concat(list.Failures.Select(Refused)).OrderBy(item => item.Path)],
        };
    }

    private static PreviewItem Refused(ItemOutcome failure) => new()
    {
        Path = failure.Path,
        Input = failure.Input,
        Verdict = PreviewVerdict.WouldFail,
        Reason = failure.Message,
    };
}
