namespace OfflineFiles.Sdk.Linq;

internal sealed class FilterStage(Func<object?, bool> predicate, RowStage next) : RowStage(next)
{
    public override bool Accept(object? row) => !predicate(row) || Next.Accept(row);
}
