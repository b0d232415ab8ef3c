using OfflineFiles.Sdk.Diagnostics;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>What the options say about predicates that run in the caller.</summary>
internal static class ClientEvaluationPolicy
{
    private const string Ban = "the options forbid to evaluate it in the caller";
    private const string Advice = "Write the predicate with what WQL can say and the backend answers, or allow client evaluation in the QueryOptions.";

    /// <returns>Null when the options let it run.</returns>
    public static QueryTranslationException? Refusal(QueryPlan plan, QueryOptions options) => plan.Predicates
        .Where(part => Bans(options, part.ResidualBecause))
        .Select(part => Refusal(ExpressionText.Of(part.Culprit), part.ResidualBecause!, plan.Describe(), $"{Advice} Explain() shows where each part runs."))
        .FirstOrDefault();

    /// <summary>The same for a predicate of a query in WQL.</summary>
    public static QueryTranslationException? Refusal(string predicate, string because, string query, QueryOptions options) =>
        Bans(options, because) ? Refusal(predicate, because, query, Advice) : null;

    public static void Warn(QueryPlan plan, QueryOptions options)
    {
        if (options.ClientEvaluation != ClientEvaluation.Warn) return;
        foreach (var part in plan.Predicates)
            if (part.ResidualBecause is { } because) Warn(ExpressionText.Of(part.Culprit), because, plan.Describe(), options);
    }

    public static void Warn(string predicate, string because, string query, QueryOptions options)
    {
        if (options.ClientEvaluation == ClientEvaluation.Warn) LogTexts.ClientEvaluation(options.Logger, predicate, because, query);
    }

    /// <summary>What is told of a predicate: where it runs, or that the options forbid it.</summary>
    public static PredicateExplanation Explain(string predicate, string? pushed, string? because, QueryOptions options) => Bans(options, because)
        ? new PredicateExplanation(PredicateVerdict.Refused, predicate, pushed, $"{because}, and {Ban}")
        : new PredicateExplanation(PredicateExplanation.VerdictOf(pushed, because), predicate, pushed, because);

    private static bool Bans(QueryOptions options, string? because) => because is not null && options.ClientEvaluation == ClientEvaluation.Throw;

    private static QueryTranslationException Refusal(string predicate, string because, string query, string advice) =>
        new(predicate, $"{because}, and {Ban}", advice, query);
}
