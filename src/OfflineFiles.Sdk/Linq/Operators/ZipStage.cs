using System.Collections;
using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Takes a value of each other sequence to each row, until one of them ends.</summary>
internal sealed class ZipStage(IReadOnlyList<IEnumerator> others, Func<object?, IReadOnlyList<IEnumerator>, object?> result, RowStage next) : RowStage(next)
{
    private bool _ended;

    public override bool WantsRows => !_ended && Next.WantsRows;

    public override bool Accept(object? row)
    {
        foreach (var other in others) _ended = _ended || !other.MoveNext();
        return !_ended && Next.Accept(result(row, others));
    }
}
