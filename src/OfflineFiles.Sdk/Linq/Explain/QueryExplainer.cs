using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>Explains a plan.</summary>
internal static class QueryExplainer
{
    public static QueryExplanation Explain(QueryPlan plan, QuerySettings settings) => new(settings.Given, settings.Tags)
    {
        AccessPath = plan.Access.Path,
        Requests = Array.AsReadOnly(plan.Requests.ToArray()),
        Members = plan.Access.Members,
        Predicates = Array.AsReadOnly(plan.Predicates.Select(part => Explain(part, plan.Access.Route.Dialect, settings.Options)).ToArray()),
        ClientOperators = Array.AsReadOnly(plan.ClientOperators.Select(step => new OperatorExplanation(step.Text, step.Buffers)).ToArray()),
        BackendOrder = plan.Access.Route.Order,
        BackendResult = plan.Aggregate?.Text,
        NullDefaults = Array.AsReadOnly(plan.Losses.Select(loss => loss.ToString()).Distinct().ToArray()),
        Refusal = QueryPolicies.Refusal(plan, settings.Options),
    };

    private static PredicateExplanation Explain(PredicatePart part, WqlDialect dialect, QueryOptions options) => ClientEvaluationPolicy.Explain(
        new PredicateExplanation(ExpressionText.Of(part.Body))
        {
            Pushed = part.Pushed?.ToString(dialect),
            IsLeading = part.IsLeading,
            RunsInCaller = part.RunsInCaller,
            ResidualBecause = part.ResidualBecause,
        },
        options);
}
