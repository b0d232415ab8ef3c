using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The sequence that an operator combines the elements with, while the operator is read: a query of the same cache, or values in memory.</summary>
internal sealed class SecondDraft
{
    private readonly PlanDraft? _query;
    private readonly IEnumerable? _values;
    private readonly string _text;

    private SecondDraft(PlanDraft? query, IEnumerable? values, string text) => (_query, _values, _text) = (query, values, text);

    /// <param name="second">As it was given to an operator of the first.</param>
    /// <param name="first">The query that is combined with it.</param>
    public static SecondDraft Read(Expression second, PlanDraft first) => DeepStack.HasRoom ? ReadHere(second, first) : ReadElsewhere(second, first);

    private static SecondDraft ReadElsewhere(Expression second, PlanDraft first) => DeepStack.Run(() => ReadHere(second, first));

    private static SecondDraft ReadHere(Expression second, PlanDraft first)
    {
        var chain = QueryChain.TryRead(second);
        if (chain is null)
        {
            var values = ((ConstantExpression)ExpressionNormalizer.Normalize(second)).Value;
            if (values is not IItemQueryRoot) return new SecondDraft(query: null, (IEnumerable)values!, ExpressionText.OfValue(values));
            chain = QueryChain.Read(((IQueryable)values).Expression);
        }

        if (!ReferenceEquals(chain.Root.Source, first.Stages.Source))
            throw new QueryTranslationException(
                ExpressionText.Of(second), "it is a query of another cache", "Read its rows first, with ToListAsync(), and use the list.");
        return new SecondDraft(PlanDraft.Read(chain, first.Stages), values: null, text: "");
    }

    /// <inheritdoc cref="PlanDraft.Over(IReadOnlyList{ValueTuple{ElementLambda, int}})"/>
    public IReadOnlyList<ElementLambda> Over(IReadOnlyList<(ElementLambda Lambda, int Element)> lambdas) =>
        _query?.Over(lambdas) ?? [.. lambdas.Select(each => each.Lambda)];

    /// <summary>An operator needs the values themselves.</summary>
    public SecondDraft TakeElements()
    {
        _query?.TakeElements();
        return this;
    }

    /// <summary>How its values are kept.</summary>
    /// <param name="type">Their type.</param>
    public ElementShape Shape(Type type) => _query?.Shape ?? ElementShape.Of(type);

    public SecondSequence Finish() =>
        _query is null ? new SecondSequence.Values(_values!, _text) : new SecondSequence.Query(_query.Finish(result: null));
}

/// <summary>What an operator combines the elements with: another query of the same cache, or values in memory. Immutable.</summary>
internal abstract record SecondSequence
{
    private SecondSequence()
    {
    }

    public sealed record Query(QueryPlan Plan) : SecondSequence
    {
        // Beyond this, nobody reads what is in a query in a query.
        private const int MostLevels = 20;

        public override string ToString() => Plan.Levels > MostLevels
            ? string.Format(CultureInfo.InvariantCulture, "a query that combines {0} others", Plan.AndCombined.Count() - 1)
            : string.Join(", then ", [Plan.Access.Path == QueryAccessPath.Nothing ? "nothing" : Plan.DescribeSource(), .. Plan.ClientOperators.Select(step => step.Text)]);
    }

    public sealed record Values(IEnumerable Rows, string Text) : SecondSequence
    {
        public override string ToString() => Text;
    }
}
