namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>One step of what the caller does with rows as they stream; the same for synchronous and asynchronous queries.</summary>
internal abstract class RowStage(RowStage? next)
{
    protected RowStage Next => next!;

    /// <summary>Whether another row can change anything.</summary>
    public virtual bool WantsRows => Next.WantsRows;

    /// <summary>Takes a row; false when no further one can change anything.</summary>
    public abstract bool Accept(object? row);

    /// <summary>There are no more rows.</summary>
    public virtual void Complete() => Next.Complete();
}
