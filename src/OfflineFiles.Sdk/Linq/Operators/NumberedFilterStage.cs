using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

internal sealed class NumberedFilterStage(Func<object?, int, bool> predicate, RowStage next) : RowStage(next)
{
    private int _number = -1;

    public override bool Accept(object? row) => !predicate(row, checked(++_number)) || Next.Accept(row);
}
