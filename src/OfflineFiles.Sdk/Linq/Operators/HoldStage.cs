using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Passes rows on, but not their end: more follow from another source.</summary>
internal sealed class HoldStage(RowStage next) : RowStage(next)
{
    public override bool Accept(object? row) => Next.Accept(row);

    public override void Complete()
    {
    }
}
