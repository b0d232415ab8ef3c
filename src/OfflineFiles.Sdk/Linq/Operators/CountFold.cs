namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>How many rows there are.</summary>
internal sealed class CountFold(bool isLong) : ResultFold
{
    private long _count;

    public override object Finish() => isLong ? (object)_count : checked((int)_count);

    protected override bool Add(object? row)
    {
        _count++;
        return true;
    }
}
