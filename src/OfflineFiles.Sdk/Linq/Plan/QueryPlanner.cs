using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Makes the plan of a query: walks its operators in order and decides what runs where.</summary>
internal sealed class QueryPlanner
{
    private readonly PushdownProfile _profile;
    private readonly List<PredicatePart> _conjuncts = [];
    private readonly List<PredicatePart> _late = [];
    private readonly List<ClientOperator> _tail = [];
    private readonly List<(ParameterExpression Row, Expression Body)> _readers = [];
    private List<SortKey>? _order;
    private string? _barrier;
    private bool _isProjected;

    private QueryPlanner(PushdownProfile profile) => _profile = profile;

    public static QueryPlan Plan(QueryChain chain, PushdownProfile profile)
    {
        var planner = new QueryPlanner(profile);
        foreach (var step in chain.Operators) planner.Add(step);
        if (chain.Result is { Predicate: { } predicate } result)
            planner.Where(predicate, isNegated: result.Kind == QueryResultKind.All, result.Kind.ToString());
        return planner.Finish(chain.Result);
    }

    private void Add(QueryOperator step)
    {
        switch (step.Name)
        {
            case nameof(Queryable.Where):
                Where(step.Lambda, isNegated: false, step.Name);
                break;
            case nameof(Queryable.Select):
                Select(step);
                break;
            case nameof(Queryable.Skip) or nameof(Queryable.Take):
                Page(step);
                break;
            default:
                Sort(step);
                break;
        }
    }

    private void Where(LambdaExpression lambda, bool isNegated, string name)
    {
        var row = lambda.Parameters[0];
        var body = ExpressionNormalizer.Normalize(isNegated ? Expression.Not(lambda.Body) : lambda.Body);
        if (_barrier is null)
        {
            foreach (var conjunct in Conjuncts.Of(body))
                _conjuncts.Add(new PredicatePart(row, conjunct, new PredicateTranslator(row).Translate(conjunct)));
            return;
        }

        if (body is ConstantExpression { Value: true }) return;
        var reason = $"it comes after {_barrier}";
        _late.Add(new PredicatePart(row, body, PredicateTranslation.Refused(body, reason)) { ResidualBecause = reason, RunsInCaller = true });
        Note(row, body);
        _order = null;
        _tail.Add(Filter(row, body, $"{name}({row.Name} => {ExpressionText.Of(body)})"));
    }

    private void Select(QueryOperator step)
    {
        var row = step.Lambda.Parameters[0];
        var body = ExpressionNormalizer.Normalize(step.Lambda.Body);
        Note(row, body);
        var selector = new Lazy<Func<object?, object?>>(() => RowFunction.Projection(row, body));
        _tail.Add(new ClientOperator($"Select({row.Name} => {ExpressionText.Of(body)})", next => new ProjectStage(selector.Value, next)));
        _barrier ??= step.Name;
        _isProjected = true;
        _order = null;
    }

    private void Sort(QueryOperator step)
    {
        var row = step.Lambda.Parameters[0];
        var body = ExpressionNormalizer.Normalize(step.Lambda.Body);
        Note(row, body);
        var key = new SortKey(row, body, step.Name.EndsWith("Descending", StringComparison.Ordinal), QueryOrder.Of(step.Call));
        var text = $"{step.Name}({row.Name} => {ExpressionText.Of(body)})";
        if (!step.Name.StartsWith("Then", StringComparison.Ordinal))
        {
            var keys = _order = [key];
            _tail.Add(new ClientOperator(text, next => new SortStage(keys, next), HoldsAllRows: true));
            return;
        }

        if (_order is null)
            throw new QueryTranslationException(ExpressionText.OfOperator(step.Call), "it does not follow an OrderBy", "Write OrderBy before it.");
        var all = _order = [.. _order, key];
        _tail[_tail.Count - 1] = new ClientOperator($"{_tail[_tail.Count - 1].Text}.{text}", next => new SortStage(all, next), HoldsAllRows: true);
    }

    private void Page(QueryOperator step)
    {
        if (ExpressionNormalizer.Normalize(step.Call.Arguments[1]) is not ConstantExpression { Value: int count })
            throw new QueryTranslationException(ExpressionText.OfOperator(step.Call), "its number is not known before the query runs");
        _tail.Add(new ClientOperator(
            $"{step.Name}({count})", step.Name == nameof(Queryable.Take) ? next => new TakeStage(count, next) : next => new SkipStage(count, next)));
        _barrier ??= step.Name;
        _order = null;
    }

    private QueryPlan Finish(QueryResult? result)
    {
        var access = new AccessPlanner(_profile).Plan(_conjuncts, ReadByCaller(result));
        var residual = access.Residual.ToList();
        return new QueryPlan
        {
            Access = access,
            Predicates = [.. access.Predicates, .. _late],
            ClientOperators = residual.Count == 0 ? _tail : [Residual(residual), .. _tail],
            Result = result,
        };
    }

    private ItemMembers ReadByCaller(QueryResult? result)
    {
        var needsRows = result is null || result.Kind is not (QueryResultKind.Any or QueryResultKind.All or QueryResultKind.Count or QueryResultKind.LongCount);
        if (!_isProjected && needsRows) return ItemMembers.All;
        return _readers.Aggregate(ItemMembers.ItemPath, (members, reader) => members | MemberUsage.Of(reader.Row, reader.Body));
    }

    // After a projection the rows are no longer items.
    private void Note(ParameterExpression row, Expression body)
    {
        if (!_isProjected) _readers.Add((row, body));
    }

    private static ClientOperator Residual(List<PredicatePart> parts)
    {
        var row = parts[0].Row;
        var body = parts.Select(part => ParameterReplacer.Replace(part.Body, part.Row, row)).Aggregate(Expression.AndAlso);
        return Filter(row, body, $"Where({row.Name} => {ExpressionText.Of(body)})");
    }

    private static ClientOperator Filter(ParameterExpression row, Expression body, string text)
    {
        var predicate = new Lazy<Func<object?, bool>>(() => RowFunction.Predicate(row, body));
        return new ClientOperator(text, next => new FilterStage(predicate.Value, next));
    }
}
