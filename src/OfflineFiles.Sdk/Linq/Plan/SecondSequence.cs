using System.Collections;

namespace OfflineFiles.Sdk.Linq.Plan;

/// <summary>What an operator combines the rows with: another query of the same cache, or values in memory. Immutable.</summary>
internal abstract record SecondSequence
{
    private SecondSequence()
    {
    }

    public sealed record Query(QueryPlan Plan) : SecondSequence
    {
        public override string ToString() =>
            string.Join(", then ", [Plan.Access.Path == QueryAccessPath.Nothing ? "nothing" : Plan.ToWql(), .. Plan.ClientOperators.Select(step => step.Text)]);
    }

    public sealed record Values(IEnumerable Rows, string Text) : SecondSequence
    {
        public override string ToString() => Text;
    }
}
