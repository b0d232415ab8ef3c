namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>The end of the stages: what has come through waits here to be taken; usually one row, for one that went in.</summary>
internal sealed class OutputStage() : RowStage(next: null)
{
    private readonly Queue<object?> _more = new();
    private object? _row;
    private bool _hasRow;

    public override bool WantsRows => true;

    public override bool Accept(object? row)
    {
        if (_hasRow) _more.Enqueue(row);
        else (_row, _hasRow) = (row, true);
        return true;
    }

    public override void Complete()
    {
    }

    public bool TryTake(out object? row)
    {
        row = _row;
        if (!_hasRow) return false;
        _hasRow = _more.Count > 0;
        _row = _hasRow ? _more.Dequeue() : null;
        return true;
    }
}
