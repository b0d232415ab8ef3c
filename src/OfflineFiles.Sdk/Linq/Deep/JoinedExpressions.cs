using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Deep;

/// <summary>Joins many expressions by one operator, so that the whole is no deeper than it must be.</summary>
internal static class JoinedExpressions
{
    /// <param name="parts">At least one; they keep their order.</param>
    /// <param name="join">Joins two; which two are joined first does not matter to it.</param>
    public static Expression Join(IReadOnlyList<Expression> parts, Func<Expression, Expression, Expression> join)
    {
        // A few are joined as they would be written.
        const int Few = 8;
        return parts.Count <= Few ? parts.Aggregate(join) : Join(0, parts.Count);

        Expression Join(int first, int count)
        {
            if (count == 1) return parts[first];
            var half = count / 2;
            return join(Join(first, half), Join(first + half, count - half));
        }
    }
}
