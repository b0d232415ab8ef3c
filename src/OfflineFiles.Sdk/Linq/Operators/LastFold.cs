namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The row at a place, counted from the end, 1 for the last; the value given when there is none, or an error.</summary>
internal sealed class LastFold(int fromEnd, MissingRow missing) : ResultFold
{
    private readonly Queue<object?> _held = new();

    public override object? Finish() => fromEnd > 0 && _held.Count == fromEnd ? _held.Peek() : missing.Value();

    protected override bool Add(object? row)
    {
        if (_held.Count == fromEnd && fromEnd > 0) _held.Dequeue();
        if (fromEnd > 0) _held.Enqueue(row);
        return fromEnd > 0;
    }
}
