using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Does what the options say about predicates that run in the caller, before a query runs.</summary>
internal static partial class ClientEvaluationPolicy
{
    private const string Advice = "Write the predicate with what WQL can say, or allow client evaluation in the QueryOptions. Explain() shows where each part runs.";

    public static void Apply(QueryPlan plan, QueryOptions options)
    {
        if (options.ClientEvaluation == ClientEvaluation.Allow) return;
        foreach (var part in plan.Predicates)
        {
            if (part.ResidualBecause is not { } reason) continue;
            var culprit = ExpressionText.Of(part.Culprit);
            if (options.ClientEvaluation == ClientEvaluation.Throw)
                throw new QueryTranslationException(culprit, $"{reason}, and the options forbid to evaluate it in the caller", Advice, plan.Describe());
            LogResidual(options.Logger, culprit, reason, plan.Describe());
        }
    }

    [LoggerMessage(
        EventId = 1001,
        EventName = "ClientEvaluation",
        Level = LogLevel.Warning,
        Message = "'{Predicate}' is evaluated in the caller, because {Reason}. The query: {Query}")]
    private static partial void LogResidual(ILogger logger, string predicate, string reason, string query);
}
