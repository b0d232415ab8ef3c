using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// A file in which nothing waits, whose data is here, and whose hint no change can have left as it is: all that a synchronisation asks of it is whether
/// the hint is the same. So that is all that is read of it.
/// </summary>
/// <param name="Name">The name in its directory.</param>
/// <param name="Token">The hint of the baseline.</param>
internal sealed record QuietItem(string Name, ShareToken Token)
{
    /// <summary>True for such rows, and never NULL.</summary>
    public const string Sql =
        "(i.item_type IS 0 AND i.dirty IS 0 AND i.sparse IS 0 AND i.base_kind IS 1 AND i.base_racy IS 0 AND i.suspended IS 0 AND i.conflict_state IS NULL"
        + " AND i.base_token IS NOT NULL AND i.blob_id IS NOT NULL AND i.local_size IS NOT NULL)";

    /// <summary>What is read of each row: the size of the data, NULL if the row is none of these, and the rest.</summary>
    public const string Columns = "CASE WHEN " + Sql + " THEN i.local_size END, i.name, i.base_token, i.blob_id, i.parent_path";

    /// <summary>The size of the data; null if the row is none of these.</summary>
    public static long? SizeOf(in ColumnReader at) => at.IntegerOrNull(0);

    public static bool IsHere(in ColumnReader at, long size, BlobTest holds) => holds(at.Utf8(3), size);

    public static QuietItem Read(in ColumnReader at) => new(NameOf(at), ShareToken.Parse(at.Utf8(2)));

    public static UncPath ContainerOf(in ColumnReader at) => UncPath.Parse(at.TextOrNull(4)!);

    public static string NameOf(in ColumnReader at) => at.TextOrNull(1)!;
}

/// <summary>Tells whether a blob is there and has all its bytes.</summary>
internal delegate bool BlobTest(ReadOnlySpan<byte> id, long length);

/// <summary>What is directly in a container, each item no more than is asked of it, in no order.</summary>
/// <param name="Container">In the spelling of the rows; as it was asked for, if it holds nothing quiet.</param>
/// <param name="Busy">The whole rows of those that something may have to be done about.</param>
/// <param name="Quiet">The others.</param>
internal sealed record Glance(UncPath Container, List<ItemRow> Busy, List<QuietItem> Quiet);
