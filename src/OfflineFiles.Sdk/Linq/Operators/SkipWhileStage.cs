using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

internal sealed class SkipWhileStage(Func<object?, int, bool> predicate, RowStage next) : RowStage(next)
{
    private int _number = -1;
    private bool _begun;

    public override bool Accept(object? row)
    {
        _begun = _begun || !predicate(row, checked(++_number));
        return !_begun || Next.Accept(row);
    }
}
