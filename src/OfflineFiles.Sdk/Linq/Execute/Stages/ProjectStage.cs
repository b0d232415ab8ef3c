namespace OfflineFiles.Sdk.Linq;

internal sealed class ProjectStage(Func<object?, object?> selector, RowStage next) : RowStage(next)
{
    public override bool Accept(object? row) => Next.Accept(selector(row));
}
