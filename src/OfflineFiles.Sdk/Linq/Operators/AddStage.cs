using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Adds one value before the rows, after them, or where there are none.</summary>
internal sealed class AddStage(object? value, AddPlace place, RowStage next) : RowStage(next)
{
    private bool _begun;

    public override bool Accept(object? row)
    {
        if (!Begin(place == AddPlace.Before)) return false;
        return Next.Accept(row);
    }

    public override void Complete()
    {
        Begin(place is AddPlace.Before or AddPlace.Instead);
        if (place == AddPlace.After && Next.WantsRows) Next.Accept(value);
        Next.Complete();
    }

    private bool Begin(bool adds)
    {
        if (_begun) return true;
        _begun = true;
        return !adds || !Next.WantsRows || Next.Accept(value);
    }
}

internal enum AddPlace
{
    Before,
    After,
    Instead,
}
