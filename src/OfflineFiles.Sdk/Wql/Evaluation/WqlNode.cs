namespace OfflineFiles.Sdk.Wql;

/// <summary>A predicate made ready for rows: members found, constants converted, NOT pushed down to the tests.</summary>
/// <remarks>
/// A row matches only when the whole is true, and without NOT above them AND and OR need only know which operands are true. So a node tells
/// no more than that, and FALSE and unknown are one answer. Evaluating allocates nothing.
/// </remarks>
internal abstract class WqlNode<TRow>
{
    public abstract bool IsTrue(TRow row);
}
