using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Does what the options say about predicates that run in the caller, before a query runs.</summary>
internal static partial class ClientEvaluationPolicy
{
    private const string Advice = "Write the predicate with what WQL can say and the backend answers, or allow client evaluation in the QueryOptions.";

    public static void Apply(QueryPlan plan, QueryOptions options)
    {
        if (options.ClientEvaluation == ClientEvaluation.Allow) return;
        foreach (var part in plan.Predicates)
        {
            if (part.ResidualBecause is { } reason) Apply(ExpressionText.Of(part.Culprit), reason, plan.Describe(), options, " Explain() shows where each part runs.");
        }
    }

    /// <summary>The same for one predicate of a query, both as text.</summary>
    public static void Apply(string predicate, string reason, string query, QueryOptions options, string more = "")
    {
        if (options.ClientEvaluation == ClientEvaluation.Throw)
            throw new QueryTranslationException(predicate, $"{reason}, and the options forbid to evaluate it in the caller", Advice + more, query);
        if (options.ClientEvaluation == ClientEvaluation.Warn) LogResidual(options.Logger, predicate, reason, query);
    }

    [LoggerMessage(
        EventId = 1001,
        EventName = "ClientEvaluation",
        Level = LogLevel.Warning,
        Message = "'{Predicate}' is evaluated in the caller, because {Reason}. The query: {Query}")]
    private static partial void LogResidual(ILogger logger, string predicate, string reason, string query);
}
