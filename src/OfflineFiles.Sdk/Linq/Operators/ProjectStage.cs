using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

internal sealed class ProjectStage(Func<object?, object?> selector, RowStage next) : RowStage(next)
{
    public override bool Accept(object? row) => Next.Accept(selector(row));
}
