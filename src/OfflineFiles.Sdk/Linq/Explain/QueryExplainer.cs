using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>Explains a plan.</summary>
internal static class QueryExplainer
{
    public static QueryExplanation Explain(QueryPlan plan, QuerySettings settings) => new(settings.Options, settings.Tags)
    {
        Wql = plan.ToWql(),
        AccessPath = plan.Access.Path,
        Requests = Array.AsReadOnly(RequestsOf(plan).ToArray()),
        Members = plan.Access.Members,
        Predicates = Array.AsReadOnly(plan.Predicates.Select(part => Explain(part, settings.Options)).ToArray()),
        ClientOperators = Array.AsReadOnly(plan.ClientOperators.Select(step => new OperatorExplanation(step.Text, step.Buffers)).ToArray()),
        Refusal = QueryPolicies.Refusal(plan, settings.Options),
    };

    private static IEnumerable<string> RequestsOf(QueryPlan plan) => plan.Access.Route.Texts.Concat(plan.Combined.SelectMany(RequestsOf));

    private static PredicateExplanation Explain(PredicatePart part, QueryOptions options) =>
        ClientEvaluationPolicy.Explain(ExpressionText.Of(part.Body), part.Pushed?.ToString(), part.ResidualBecause, options);
}
