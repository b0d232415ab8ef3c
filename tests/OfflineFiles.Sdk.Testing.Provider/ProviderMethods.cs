using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>Carries out the methods on a backend and turns its reports and errors into the provider's codes and out parameters.</summary>
internal static class ProviderMethods
{
    // The bits of the conflict policy inside the flags of Synchronize.
    private const uint PolicyMask = 0xF0000000;

    public static async Task<(int Code, KeyValuePair<string, object?>[] OutParameters)> InvokeAsync(
        ICacheBackend cache, ProviderParameters bag, IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var report = await DispatchAsync(cache, bag, progress, cancellationToken);
            return (CodeOf(report), OutParameters(report));
        }
        catch (OperationCancelledException)
        {
            return (NativeCodes.Cancelled, []);
        }
        catch (OperationNotSupportedException)
        {
            throw ProviderErrors.NoSuchMethod();
        }
        catch (ItemNotFoundException)
        {
            return (NativeCodes.FileNotFound, []);
        }
        catch (InvalidOptionsException)
        {
            return (NativeCodes.InvalidArgument, []);
        }
        catch (OfflineFilesBackendException error)
        {
            return (error.NativeCode is < 0 and var code ? code : NativeCodes.Failed, []);
        }
    }

    /// <summary>The provider knows results, not our reasons: spared, unchanged and recorded conflicts are all no failures.</summary>
    public static int CodeOf(ItemOutcome outcome) => outcome.Status switch
    {
        OutcomeStatus.Failed => outcome.NativeCode < 0 ? outcome.NativeCode : NativeCodes.Failed,
        OutcomeStatus.Cancelled => NativeCodes.Cancelled,
        _ => NativeCodes.Success,
    };

    private static Task<OperationReport> DispatchAsync(
        ICacheBackend cache, ProviderParameters bag, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) => bag.Method switch
        {
            "Synchronize" => cache.SynchronizeAsync(
                bag.Paths,
                new SyncOptions { Flags = (SyncControlFlags)(bag.Flags & ~PolicyMask), ConflictPolicy = (SyncConflictPolicy)(bag.Flags & PolicyMask) },
                progress, cancellationToken),
            "Pin" => cache.PinAsync(
                bag.Paths, new PinOptions { Flags = (PinControlFlags)bag.Flags, Deep = bag.Truth("Deep") }, progress, cancellationToken),
            "Unpin" => cache.UnpinAsync(
                bag.Paths, new UnpinOptions { Flags = (PinControlFlags)bag.Flags, Deep = bag.Truth("Deep") }, progress, cancellationToken),
            "DeleteItems" => cache.DeleteItemsAsync(bag.Paths, new DeleteOptions { Flags = (DeleteFlags)bag.Flags }, progress, cancellationToken),
            "RenameItem" => cache.RenameItemAsync(bag.Path("OriginalPath"), bag.Path("NewPath"), cancellationToken),
            "RenameItemEx" => cache.RenameItemExAsync(bag.Path("OriginalPath"), bag.Path("NewPath"), cancellationToken),
            "Encrypt" => cache.EncryptAsync(bag.Truth("Encrypt"), (EncryptionControlFlags)bag.Flags, progress, cancellationToken),
            "SuspendRoot" => cache.SuspendRootAsync(bag.Path("Path"), bag.Truth("Suspend"), cancellationToken),
            "TransitionOnline" => cache.TransitionOnlineAsync(bag.Path("Path"), (TransitionFlags)bag.Flags, cancellationToken),
            "TransitionOffline" => cache.TransitionOfflineAsync(
                bag.Path("Path"), new OfflineTransitionOptions { Force = bag.Truth("Force"), Flags = (TransitionFlags)bag.Flags }, cancellationToken),
            "Enable" => cache.EnableAsync(bag.Truth("Enable"), cancellationToken),
            _ => throw ProviderErrors.NoSuchMethod(),
        };

    // The result of a single item is the result of the call; of several only DeleteItems tells that some failed.
    private static int CodeOf(OperationReport report)
    {
        if (report.NativeCode < 0) return report.NativeCode;
        if (report.Outcomes.Count == 1) return CodeOf(report.Outcomes[0]);
        return report.Operation == OfflineFilesOperation.DeleteItems && report.Count(OutcomeStatus.Failed) > 0
            ? NativeCodes.PartlyDone
            : NativeCodes.Success;
    }

    private static KeyValuePair<string, object?>[] OutParameters(OperationReport report) => report.Operation switch
    {
        OfflineFilesOperation.TransitionOffline => [new("OpenFiles", report.BlockedByOpenFiles)],
        OfflineFilesOperation.Enable => [new("RebootRequired", report.RestartRequired)],
        _ => [],
    };
}
