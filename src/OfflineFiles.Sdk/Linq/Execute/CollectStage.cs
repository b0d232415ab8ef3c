namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>The end of the rows that an operator reads before its own.</summary>
internal sealed class CollectStage(Action<object?> take) : RowStage(next: null)
{
    public override bool WantsRows => true;

    public override bool Accept(object? row)
    {
        take(row);
        return true;
    }

    public override void Complete()
    {
    }
}
