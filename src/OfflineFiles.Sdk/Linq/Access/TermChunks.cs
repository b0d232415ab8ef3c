using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>Cuts a disjunction that is too long for one query into several that are not.</summary>
internal static class TermChunks
{
    /// <summary>The pieces, of a number of terms at most; null when one operand alone has more.</summary>
    public static IReadOnlyList<WqlPredicate>? Of(WqlOr disjunction, int maximumTerms)
    {
        var chunks = new List<WqlPredicate>();
        var chunk = new List<WqlPredicate>();
        var terms = 0;
        foreach (var operand in disjunction.Operands)
        {
            if (operand.TermCount > maximumTerms) return null;
            if (terms + operand.TermCount > maximumTerms)
            {
                chunks.Add(WqlPredicate.Or(chunk));
                chunk.Clear();
                terms = 0;
            }

            chunk.Add(operand);
            terms += operand.TermCount;
        }

        chunks.Add(WqlPredicate.Or(chunk));
        return chunks;
    }

    /// <summary>Whether no row satisfies two operands: each wants another text of one property.</summary>
    public static bool AreApart(WqlOr disjunction)
    {
        var property = (disjunction.Operands[0] as WqlComparison)?.Property;
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return disjunction.Operands.All(operand => operand is WqlComparison { Operator: WqlComparisonOperator.Equal } equality
            && equality.Property == property
            && equality.Constant.TryGetString(out var text)
            && texts.Add(text));
    }
}
