using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Remembers what was recorded last, so that a change that fails can be cleaned up at once as it would be after a crash.</summary>
internal sealed class TrackedOperation(IShareOperation operation) : IShareOperation
{
    private ShareStep? _step;
    private string? _detail;

    public uint Number => operation.Number;

    public byte[]? ExpectedSha256 => operation.ExpectedSha256;

    public async Task RecordAsync(ShareStep step, string? detail, CancellationToken cancellationToken)
    {
        await operation.RecordAsync(step, detail, cancellationToken).ConfigureAwait(true);
        ShareProgress.Made();
        (_step, _detail) = (step, detail);
    }

    public UnfinishedChange Unfinished(ShareToken? expected, byte[]? newSha256) =>
        new(Number, expected, ExpectedSha256, newSha256, _step, _detail);
}
