using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Passes on rows by what becomes of their keys in a set: those that are new to it, or those that are taken out of it.</summary>
internal sealed class SetStage(HashSet<object?> keys, bool takesOut, Func<object?, object?> key, RowStage next) : RowStage(next)
{
    public override bool WantsRows => !(takesOut && keys.Count == 0) && Next.WantsRows;

    public override bool Accept(object? row)
    {
        var found = key(row);
        if (!(takesOut ? keys.Remove(found) : keys.Add(found))) return true;
        return Next.Accept(row) && !(takesOut && keys.Count == 0);
    }
}
