using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Passes a row on when as many have followed as are to be left out.</summary>
internal sealed class SkipLastStage(int count, RowStage next) : RowStage(next)
{
    private readonly Queue<object?> _held = new();

    public override bool Accept(object? row)
    {
        if (count <= 0) return Next.Accept(row);
        var isFull = _held.Count == count;
        var passed = isFull ? _held.Dequeue() : null;
        _held.Enqueue(row);
        return !isFull || Next.Accept(passed);
    }
}
