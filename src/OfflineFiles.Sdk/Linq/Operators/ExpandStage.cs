using System.Collections;
using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Passes on the values of the sequence that belongs to each row; none where there is no sequence.</summary>
internal sealed class ExpandStage(Func<object?, int, object?> collection, Func<object?, object?, object?>? result, RowStage next) : RowStage(next)
{
    private int _number = -1;

    public override bool Accept(object? row)
    {
        if (collection(row, checked(++_number)) is not IEnumerable values) return true;
        foreach (var value in values)
            if (!Next.Accept(result is null ? value : result(row, value))) return false;
        return true;
    }
}
