namespace OfflineFiles.Sdk.Linq;

/// <summary>The end of the stages: what has come through waits here to be taken.</summary>
internal sealed class OutputStage() : RowStage(next: null)
{
    private readonly Queue<object?> _rows = new();

    public override bool WantsRows => true;

    public override bool Accept(object? row)
    {
        _rows.Enqueue(row);
        return true;
    }

    public override void Complete()
    {
    }

    public bool TryTake(out object? row)
    {
        row = _rows.Count > 0 ? _rows.Peek() : null;
        if (_rows.Count == 0) return false;
        _rows.Dequeue();
        return true;
    }
}
