using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>One change of a share: its record, what is done, and the row that it leads to.</summary>
/// <param name="Intent">What is recorded before it begins.</param>
/// <param name="Work">What is done on the share; what comes back is the version that stands there afterwards, null for none.</param>
/// <param name="Row">What is done with the row, in the commit that ends the record.</param>
internal sealed record ShareChange(
    Intent Intent, Func<IShareOperation, Task<ShareToken?>> Work, Action<StoreTransaction, ShareToken?> Row)
{
    /// <summary>Called in the commit that records it; what it throws keeps the change from beginning.</summary>
    public Action<StoreTransaction>? Ensure { get; init; }
}
