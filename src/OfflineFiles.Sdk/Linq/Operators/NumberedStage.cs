using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Makes something of each row and its number.</summary>
internal sealed class NumberedStage(Func<object?, int, object?> selector, RowStage next) : RowStage(next)
{
    private int _number = -1;

    public override bool Accept(object? row) => Next.Accept(selector(row, checked(++_number)));
}
