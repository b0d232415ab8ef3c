using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// A file in which nothing waits, whose data is here, and whose hint no change can have left as it is: all that a synchronisation asks of it is whether
/// the hint is the same. So that is all that is read of it.
/// </summary>
/// <param name="Path">The path.</param>
/// <param name="Token">The hint of the baseline.</param>
/// <param name="BlobId">Its data.</param>
/// <param name="Size">Of the data, in bytes.</param>
internal sealed record QuietItem(UncPath Path, ShareToken Token, string BlobId, long Size)
{
    /// <summary>True for such rows, and never NULL.</summary>
    public const string Sql =
        "(i.item_type IS 0 AND i.dirty IS 0 AND i.sparse IS 0 AND i.base_kind IS 1 AND i.base_racy IS 0 AND i.suspended IS 0 AND i.conflict_state IS NULL"
        + " AND i.base_token IS NOT NULL AND i.blob_id IS NOT NULL AND i.local_size IS NOT NULL)";

    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns = "i.path, i.base_token, i.blob_id, i.local_size";

    public static QuietItem Read(in ColumnReader at) =>
        new(UncPath.Parse(at.TextOrNull(0)!), ShareToken.Parse(at.TextOrNull(1)!), at.TextOrNull(2)!, at.Integer(3));
}
