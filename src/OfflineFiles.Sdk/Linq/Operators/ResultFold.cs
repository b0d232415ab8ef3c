using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The end of the stages of a query that yields one value: makes it of the rows that come through.</summary>
internal abstract class ResultFold() : RowStage(next: null)
{
    private bool _isSettled;

    public sealed override bool WantsRows => !_isSettled;

    public sealed override bool Accept(object? row)
    {
        if (!_isSettled) _isSettled = !Add(row);
        return !_isSettled;
    }

    public sealed override void Complete()
    {
    }

    /// <summary>The value; called once, after the last row.</summary>
    public abstract object? Finish();

    /// <summary>Takes a row; false when no further one can change the value.</summary>
    protected abstract bool Add(object? row);
}
