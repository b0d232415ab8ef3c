using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Recognises a predicate that names the items it wants by their paths.</summary>
internal static class KeyLookup
{
    /// <summary>Beyond this many, one query that finds them all is the better way.</summary>
    public const int MaximumKeys = 256;

    private static readonly WqlProperty ItemPath = new("ItemPath");

    /// <summary>The paths, each once; null when the predicate asks for anything else, or for a text that is no path.</summary>
    public static IReadOnlyList<UncPath>? Read(WqlPredicate? predicate)
    {
        IReadOnlyList<WqlPredicate> tests = predicate switch
        {
            WqlComparison => [predicate],
            WqlOr any when any.Operands.Count <= MaximumKeys => any.Operands,
            _ => [],
        };
        var keys = new List<UncPath>(tests.Count);
        var seen = new HashSet<UncPath>();
        foreach (var test in tests)
        {
            if (test is not WqlComparison { Operator: WqlComparisonOperator.Equal } comparison || comparison.Property != ItemPath) return null;
            if (!comparison.Constant.TryGetString(out var text) || !UncPath.TryParse(text, out var key)) return null;
            if (seen.Add(key)) keys.Add(key);
        }

        return keys.Count == 0 ? null : keys;
    }
}
