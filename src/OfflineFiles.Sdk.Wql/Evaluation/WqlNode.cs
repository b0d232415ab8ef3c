using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>A predicate made ready for rows: members found, constants converted, NOT pushed down to the tests.</summary>
/// <remarks>
/// A row matches only when the whole is true, and without NOT above them AND and OR need only know which operands are true. So a node tells
/// no more than that, and FALSE and unknown are one answer. Evaluating allocates nothing.
/// </remarks>
internal abstract class WqlNode<TRow>
{
    public abstract bool IsTrue(TRow row);

    /// <summary>What <see cref="IsTrue"/> does, for a tree of nodes to become one piece of code.</summary>
    public abstract Expression ToExpression(ParameterExpression row);

    /// <summary>Makes one piece of code of the whole tree, which takes some milliseconds.</summary>
    public Func<TRow, bool> Compile()
    {
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda<Func<TRow, bool>>(ToExpression(row), row).Compile();
    }
}
