using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

internal sealed class TakeStage(int count, RowStage next) : RowStage(next)
{
    private int _left = count;

    public override bool WantsRows => _left > 0 && Next.WantsRows;

    public override bool Accept(object? row)
    {
        if (_left <= 0) return false;
        _left--;
        return Next.Accept(row) && _left > 0;
    }
}
