using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Translate;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>One of the predicates joined by AND: its normal form, what is pushed of it, and why it must run in the caller, if it must.</summary>
internal sealed record PredicatePart(ParameterExpression Row, Expression Body, PredicateTranslation Translation)
{
    /// <summary>What of it goes into the WHERE clause; null when nothing does.</summary>
    public WqlPredicate? Pushed { get; init; }

    /// <summary>Why it cannot be answered by the backend alone; null when it can.</summary>
    public string? ResidualBecause { get; init; }

    /// <summary>The part of it that the reason is about.</summary>
    public Expression Culprit => Translation.Part ?? Body;

    /// <summary>Whether it runs in the caller, be it because it must or because the rows did not come through a WHERE clause.</summary>
    public bool RunsInCaller { get; init; }

    public static PredicatePart Of(ParameterExpression row, Expression body) => new(row, body, new PredicateTranslator(row).Translate(body));

    public PredicateExplanation Explain(QueryOptions options) =>
        ClientEvaluationPolicy.Explain(ExpressionText.Of(Body), Pushed?.ToString(), ResidualBecause, options);
}
