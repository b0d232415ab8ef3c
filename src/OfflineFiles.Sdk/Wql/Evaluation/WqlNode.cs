namespace OfflineFiles.Sdk.Wql;

/// <summary>A predicate made ready for rows: members found, constants converted. Evaluating allocates nothing.</summary>
internal abstract class WqlNode<TRow>
{
    public abstract WqlTruth Evaluate(TRow row);

    public bool IsTrue(TRow row) => Evaluate(row) == WqlTruth.True;

    protected static WqlTruth Truth(bool value) => value ? WqlTruth.True : WqlTruth.False;
}
