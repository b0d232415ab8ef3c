using System.Collections;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The row whose key is the least, or the greatest; of several the first. A key that is null counts only where there is no other, or never.</summary>
internal sealed class ExtremeFold(
    Func<object?, object?> key, bool seeksGreatest, IComparer comparer, bool leavesOutNull, MissingRow missing) : ResultFold
{
    private bool _found;
    private object? _key;
    private object? _row;

    public override object? Finish() => _found ? _row : missing.Value();

    protected override bool Add(object? row)
    {
        var value = key(row);
        if (value is null && leavesOutNull) return true;
        if (_found && (value is null || (_key is not null && !IsBetter(comparer.Compare(value, _key))))) return true;
        (_found, _key, _row) = (true, value, row);
        return true;
    }

    private bool IsBetter(int order) => seeksGreatest ? order > 0 : order < 0;
}
