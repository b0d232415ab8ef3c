namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Adds up values; null values are left out.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <typeparam name="TSum">The type they are added up in.</typeparam>
internal sealed class SumFold<TValue, TSum>(Func<TSum, TValue, TSum> add, Func<TSum, long, object?> result) : ResultFold
    where TSum : struct
{
    private TSum _sum;
    private long _count;

    public override object? Finish() => result(_sum, _count);

    protected override bool Add(object? row)
    {
        if (row is not TValue value) return true;
        _sum = add(_sum, value);
        _count++;
        return true;
    }
}
