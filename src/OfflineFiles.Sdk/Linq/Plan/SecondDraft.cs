using System.Collections;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Plan;

/// <summary>The sequence that an operator combines the rows with, while the operator is read: a query of the same cache, or values in memory.</summary>
internal sealed class SecondDraft
{
    private readonly PlanDraft? _query;
    private readonly IEnumerable? _values;
    private readonly string _text;

    private SecondDraft(PlanDraft? query, IEnumerable? values, string text) => (_query, _values, _text) = (query, values, text);

    /// <param name="second">As it was given to an operator of the first.</param>
    /// <param name="first">The query that is combined with it.</param>
    public static SecondDraft Read(Expression second, PlanDraft first)
    {
        var chain = QueryChain.TryRead(second);
        if (chain is null)
        {
            var values = ((ConstantExpression)ExpressionNormalizer.Normalize(second)).Value;
            if (values is not IItemQueryRoot) return new SecondDraft(query: null, (IEnumerable)values!, ExpressionText.OfValue(values));
            chain = QueryChain.Read(((IQueryable)values).Expression);
        }

        if (!ReferenceEquals(chain.Root.Cache, first.Cache))
            throw new QueryTranslationException(
                ExpressionText.Of(second), "it is a query of another cache", "Read its rows first, with ToListAsync(), and use the list.");
        return new SecondDraft(QueryPlanner.Draft(chain, first.Profile, first.Inliner), values: null, text: "");
    }

    /// <inheritdoc cref="PlanDraft.Over(IReadOnlyList{ValueTuple{RowLambda, int}})"/>
    public IReadOnlyList<RowLambda> Over(IReadOnlyList<(RowLambda Lambda, int Row)> lambdas) =>
        _query?.Over(lambdas) ?? [.. lambdas.Select(each => each.Lambda)];

    /// <summary>An operator needs the values themselves.</summary>
    public SecondDraft TakeRows()
    {
        _query?.TakeRows();
        return this;
    }

    public SecondSequence Finish() =>
        _query is null ? new SecondSequence.Values(_values!, _text) : new SecondSequence.Query(_query.Finish(result: null));
}
