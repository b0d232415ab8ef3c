namespace OfflineFiles.Sdk.Embedded.Reports;

/// <summary>
/// Sums of sizes. A file may say that it is as large as a number can be, and two of them are more: a sum stops there, since it is told and decides nothing.
/// </summary>
internal static class ByteCount
{
    public static long Add(long left, long right)
    {
        var sum = unchecked(left + right);
        // The sign of a sum that ran over is that of neither.
        return ((left ^ sum) & (right ^ sum)) >= 0 ? sum : left < 0 ? long.MinValue : long.MaxValue;
    }

    public static long Sum(IEnumerable<long> sizes) => sizes.Aggregate(0L, Add);
}
