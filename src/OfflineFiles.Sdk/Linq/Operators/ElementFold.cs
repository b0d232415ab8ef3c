namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The row at a place, counted from the first.</summary>
internal sealed class ElementFold(int index, MissingRow missing) : ResultFold
{
    private int _left = index;
    private object? _value;
    private bool _found;

    public override object? Finish() => _found ? _value : missing.Value();

    protected override bool Add(object? row)
    {
        if (_left-- != 0) return _left >= 0;
        (_value, _found) = (row, true);
        return false;
    }
}
