using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Rivals;

/// <summary>Operands that AND or OR stood between. Most often there is just one and nothing to join, which needs no copy of the list.</summary>
internal static class Joined
{
    public static WqlPredicate All(IReadOnlyList<WqlPredicate> operands) => operands.Count == 1 ? operands[0] : WqlPredicate.And(operands);

    public static WqlPredicate Any(IReadOnlyList<WqlPredicate> operands) => operands.Count == 1 ? operands[0] : WqlPredicate.Or(operands);
}
