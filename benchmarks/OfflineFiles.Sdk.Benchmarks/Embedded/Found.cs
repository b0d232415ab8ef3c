namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>Looks at every row and keeps the last: a stream, whose rows are garbage once they are seen.</summary>
internal sealed class Found
{
    public int Count { get; private set; }

    public Row? Last { get; private set; }

    public void Add(Row row)
    {
        Last = row;
        Count++;
    }
}
