using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

internal sealed class TakeWhileStage(Func<object?, int, bool> predicate, RowStage next) : RowStage(next)
{
    private int _number = -1;
    private bool _ended;

    public override bool WantsRows => !_ended && Next.WantsRows;

    public override bool Accept(object? row)
    {
        if (_ended) return false;
        _ended = !predicate(row, checked(++_number));
        return !_ended && Next.Accept(row);
    }
}
