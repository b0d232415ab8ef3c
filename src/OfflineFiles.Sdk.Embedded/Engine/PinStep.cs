using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>One item to pin, as the share has it; or, settled, why it is not.</summary>
internal sealed record PinStep(UncPath Path, ShareEntry? Entry)
{
    public ItemOutcome? Settled { get; init; }

    public long Size => Settled is null && Entry is { Kind: ShareEntryKind.File } file ? file.Size : 0;

    public static PinStep Failed(UncPath path, Exception error) =>
        new(path, null) { Settled = Failures.Outcome(error, OfflineFilesOperation.Pin, path) };
}
