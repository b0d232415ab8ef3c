using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

internal sealed class SkipStage(int count, RowStage next) : RowStage(next)
{
    private int _left = count;

    public override bool Accept(object? row) => _left <= 0 ? Next.Accept(row) : --_left >= 0;
}
