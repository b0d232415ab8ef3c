namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Puts the rows together one by one, beginning with a seed or else with the first of them.</summary>
internal sealed class AccumulateFold(
    Func<object?, object?, object?> add, bool hasSeed, object? seed, Func<object?, object?>? result, MissingRow missing) : ResultFold
{
    private bool _hasValue = hasSeed;
    private object? _value = seed;

    public override object? Finish() => !_hasValue ? missing.Value() : result is null ? _value : result(_value);

    protected override bool Add(object? row)
    {
        _value = _hasValue ? add(_value, row) : row;
        _hasValue = true;
        return true;
    }
}
