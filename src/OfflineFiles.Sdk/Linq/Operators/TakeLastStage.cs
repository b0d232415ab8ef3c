using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Keeps the last few rows and passes them on when there are no more.</summary>
internal sealed class TakeLastStage(int count, RowStage next) : RowStage(next)
{
    private readonly Queue<object?> _held = new();

    public override bool WantsRows => count > 0 && Next.WantsRows;

    public override bool Accept(object? row)
    {
        if (_held.Count == count) _held.Dequeue();
        _held.Enqueue(row);
        return true;
    }

    public override void Complete()
    {
        foreach (var row in _held)
            if (!Next.Accept(row)) break;
        Next.Complete();
    }
}
