using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk;

/// <content>
/// The operations over a list of paths as people write it. They come first where a compiler has the choice, so that <c>["...", "..."]</c> is such a
/// list too. One path as a text needs no method of its own: it is converted.
/// </content>
public sealed partial class OfflineFilesCache
{
    /// <summary>Makes items always available offline: they are cached and never evicted.</summary>
    /// <param name="paths">The paths, as <see cref="UncPathList"/> reads them, at least one. A text that is no path is a failed outcome.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path and each text that is not a path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    /// <example>
    /// <code>
    /// var report = await cache.PinAsync(File.ReadLines("projects.txt"));
    /// foreach (var failed in report.With(OutcomeStatus.Failed)) Console.WriteLine(failed);
    /// </code>
    /// </example>
    [OverloadResolutionPriority(1)]
    public Task<OperationReport> PinAsync(
        IEnumerable<string> paths, PinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = UncPathList.OfOperation(paths);
        OperationOptionsValidator.Validate(options ??= PinOptions.Default);
        return PinAsync(list.Paths, list.Failures, options, progress, cancellationToken);
    }

    /// <summary>Removes pins. An item without a pin and without changes may be evicted from the cache at any time.</summary>
    /// <param name="paths">The paths, as <see cref="UncPathList"/> reads them, at least one. A text that is no path is a failed outcome.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path and each text that is not a path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    [OverloadResolutionPriority(1)]
    public Task<OperationReport> UnpinAsync(
        IEnumerable<string> paths, UnpinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = UncPathList.OfOperation(paths);
        OperationOptionsValidator.Validate(options ??= UnpinOptions.Default);
        return UnpinAsync(list.Paths, list.Failures, options, progress, cancellationToken);
    }

    /// <summary>Synchronises the cache with the server, for each path and everything below it.</summary>
    /// <param name="paths">The paths, as <see cref="UncPathList"/> reads them, at least one. A text that is no path is a failed outcome.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path and each text that is not a path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    [OverloadResolutionPriority(1)]
    public Task<OperationReport> SynchronizeAsync(
        IEnumerable<string> paths, SyncOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = UncPathList.OfOperation(paths);
        OperationOptionsValidator.Validate(options ??= SyncOptions.Default);
        return SynchronizeAsync(list.Paths, list.Failures, options, progress, cancellationToken);
    }

    /// <summary>Deletes items from the cache; a container is deleted with everything in it. The server is not touched.</summary>
    /// <param name="paths">The paths, as <see cref="UncPathList"/> reads them, at least one. A text that is no path is a failed outcome.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path and each text that is not a path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    [OverloadResolutionPriority(1)]
    public Task<OperationReport> DeleteItemsAsync(
        IEnumerable<string> paths, DeleteOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = UncPathList.OfOperation(paths);
        OperationOptionsValidator.Validate(options ??= DeleteOptions.Default);
        return DeleteItemsAsync(list.Paths, list.Failures, options, progress, cancellationToken);
    }
}
