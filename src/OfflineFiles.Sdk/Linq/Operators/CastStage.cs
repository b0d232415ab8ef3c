using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Passes on rows that are of a type; of the others, fails or leaves them out.</summary>
internal sealed class CastStage(Type type, bool leavesOut, RowStage next) : RowStage(next)
{
    private readonly bool _takesNull = !leavesOut && DefaultValues.Of(type) is null;

    public override bool Accept(object? row)
    {
        if (type.IsInstanceOfType(row) || (row is null && _takesNull)) return Next.Accept(row);
        return leavesOut ? true : throw new InvalidCastException($"A row is {row?.GetType().Name ?? "null"}, and cannot be cast to {type.Name}.");
    }
}
