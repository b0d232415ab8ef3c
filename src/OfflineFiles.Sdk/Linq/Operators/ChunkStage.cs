using System.Collections;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Execute.Typed;

namespace OfflineFiles.Sdk.Linq.Operators;

internal sealed class ChunkStage(int size, RowType type, RowStage next) : RowStage(next)
{
    private IList _rows = type.NewList();

    public override bool Accept(object? row)
    {
        _rows.Add(row);
        return _rows.Count < size || PassOn();
    }

    public override void Complete()
    {
        if (_rows.Count > 0 && Next.WantsRows) PassOn();
        Next.Complete();
    }

    private bool PassOn()
    {
        var chunk = type.ToArray(_rows);
        _rows = type.NewList();
        return Next.Accept(chunk);
    }
}
