using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

internal sealed class FilterStage(Func<object?, bool> predicate, RowStage next) : RowStage(next)
{
    public override bool Accept(object? row) => !predicate(row) || Next.Accept(row);
}
