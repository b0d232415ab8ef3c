using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>What a journal keeps of a change over a kill.</summary>
internal sealed class JournalledOperation(byte[]? expectedSha256) : IShareOperation
{
    public uint Number => 7;

    public byte[]? ExpectedSha256 => expectedSha256;

    public ShareStep? Step { get; private set; }

    public string? Detail { get; private set; }

    public Task RecordAsync(ShareStep step, string? detail, CancellationToken cancellationToken)
    {
        (Step, Detail) = (step, detail);
        return Task.CompletedTask;
    }
}
