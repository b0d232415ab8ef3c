using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Linq.Translate;

namespace OfflineFiles.Sdk.Linq.Plan;

/// <summary>
/// The plan of a query while its operators are read one after the other: each says here what it needs of the rows and what it does to
/// them.
/// </summary>
internal sealed class PlanDraft(OfflineFilesCache cache, PushdownProfile profile, TranslationInliner? inliner)
{
    private readonly List<PredicatePart> _conjuncts = [];
    private readonly List<PredicatePart> _late = [];
    private readonly List<ClientOperator> _tail = [];
    private readonly List<QueryPlan> _combined = [];
    private ItemMembers _read = ItemMembers.ItemPath;
    private RowProjection? _projection;
    private bool _yieldsItems = true;
    private string? _barrier;

    public OfflineFilesCache Cache => cache;

    public PushdownProfile Profile => profile;

    /// <summary>Null when no methods are registered.</summary>
    public TranslationInliner? Inliner => inliner;

    /// <summary>The order that a ThenBy may refine; null when the last operator made none.</summary>
    public RowOrder? Order { get; private set; }

    /// <summary>Keeps the rows that satisfy a predicate: of its parts joined by AND, those that may be are left to the backend.</summary>
    public void Where(LambdaExpression predicate, string name) => Where(predicate.Parameters[0], predicate.Body, name);

    /// <inheritdoc cref="Where(LambdaExpression, string)"/>
    public void Where(ParameterExpression row, Expression predicate, string name)
    {
        var body = ExpressionNormalizer.Normalize(inliner?.Inline(predicate) ?? predicate);
        var late = new List<Expression>();
        foreach (var part in _barrier is null ? Conjuncts.Of(body) : [body])
        {
            if (part is ConstantExpression { Value: true }) continue;
            if (_barrier is null && _projection is null) _conjuncts.Add(PredicatePart.Of(row, part));
            else if (OnSource(new RowLambda([row], part)) is not { } source) late.Add(part);
            else if (_barrier is not null) Filter(source, $"it comes after {_barrier}", name);
            else _conjuncts.Add(PredicatePart.Of(source.Row, source.Body));
        }

        if (late.Count == 0) return;
        Project();
        Filter(new RowLambda([row], late.Aggregate(Expression.AndAlso)), $"it comes after {_barrier}", name);
    }

    /// <summary>Makes something of each row, but not before an operator needs it made.</summary>
    public void Select(LambdaExpression selector)
    {
        var made = Inlined(RowLambda.Of(selector));
        if (OnSource(made) is { } source) made = source;
        else Project();
        _projection = new RowProjection(made);
    }

    /// <summary>A lambda over the rows as they are here; the rows will hold what it reads of them.</summary>
    /// <param name="lambda">As it was given to an operator.</param>
    /// <param name="row">Which of its parameters is the row.</param>
    public RowLambda Over(RowLambda lambda, int row = 0) => Over([(lambda, row)])[0];

    /// <summary>The same for several lambdas of one operator, which see the same rows.</summary>
    public IReadOnlyList<RowLambda> Over(IReadOnlyList<(RowLambda Lambda, int Row)> lambdas)
    {
        lambdas = [.. lambdas.Select(each => (Inlined(each.Lambda), each.Row))];
        var sources = lambdas.Select(each => OnSource(each.Lambda, each.Row)).ToList();
        if (sources.Contains(null)) Project();
        var over = lambdas.Select((each, i) => sources.Contains(null) ? each.Lambda : sources[i]!).ToList();
        return [.. over.Select((lambda, i) => Read(lambda, lambdas[i].Row))];
    }

    /// <summary>A sort key that comes after another one, and so must be read of the same rows: what it is there, and how to read it.</summary>
    public (RowLambda Key, Func<Func<object?, object?>> Read) KeyBeside(RowLambda lambda)
    {
        if (OnSource(lambda) is not null || _projection is not { } projection)
        {
            var over = Over(lambda);
            return (over, () => over.Key);
        }

        var made = Read(projection.Made, 0);
        var key = lambda.NullSafe(0);
        var shown = new RowLambda(made.Parameters, ParameterReplacer.Replace(lambda.Body, lambda.Row, made.Body));
        return (shown, () => row => key.Key(made.Projection(row)));
    }

    /// <summary>Leaves of each row the value that an aggregate is made of: what the selector reads, or else the row itself.</summary>
    public void TakeValues(LambdaExpression? selector)
    {
        var values = selector is not null ? Over(RowLambda.Of(selector)) : _projection?.Made;
        if (values is null)
        {
            TakeRows();
            return;
        }

        values = Read(values, 0);
        AddNew(new ClientOperator(() => $"Select({values})", (next, _) => new ProjectStage(values.Key, next)), "Select");
    }

    /// <summary>An operator needs the rows themselves, with all that was selected of them.</summary>
    public void TakeRows()
    {
        Project();
        if (_yieldsItems) _read = ItemMembers.All;
    }

    /// <summary>Adds an operator that any predicate may pass, for it depends on each row alone, or only orders them.</summary>
    public void Add(ClientOperator step)
    {
        _tail.Add(step);
        Order = null;
    }

    /// <summary>Adds an operator that no later predicate may pass, for it depends on which rows there are.</summary>
    public void AddBarrier(ClientOperator step, string name)
    {
        Add(step);
        _barrier ??= name;
    }

    /// <summary>Adds an operator whose rows are other than those before it.</summary>
    public void AddNew(ClientOperator step, string name)
    {
        AddBarrier(step, name);
        _projection = null;
        _yieldsItems = false;
    }

    /// <summary>Orders the rows, or refines the order they have.</summary>
    public void Sort(RowOrder order, bool refines)
    {
        if (refines) _tail.RemoveAt(_tail.Count - 1);
        Add(new ClientOperator(order.Write, (next, _) => new SortStage(order.Keys, next)) { Buffers = true });
        Order = order;
    }

    /// <summary>The sequence that an operator combines the rows with; what is asked of it in Explain is shown among what is asked.</summary>
    public SecondSequence Combine(SecondDraft second)
    {
        var sequence = second.Finish();
        if (sequence is SecondSequence.Query query) _combined.Add(query.Plan);
        return sequence;
    }

    public QueryPlan Finish(FoldFactory? result)
    {
        var access = new AccessPlanner(profile).Plan(_conjuncts, _read);
        var residual = access.Residual.ToList();
        return new QueryPlan
        {
            Access = access,
            Predicates = _late.Count + _combined.Count == 0
                ? access.Predicates
                : [.. access.Predicates, .. _late, .. _combined.SelectMany(plan => plan.Predicates)],
            Combined = _combined,
            ClientOperators = residual.Count == 0 ? _tail : [Residual(residual), .. _tail],
            Result = result,
        };
    }

    private RowLambda Inlined(RowLambda lambda) =>
        inliner is null ? lambda : new RowLambda(lambda.Parameters, ExpressionNormalizer.Normalize(inliner.Inline(lambda.Body)));

    private RowLambda? OnSource(RowLambda lambda, int row = 0) => _projection is null ? lambda : _projection.Rebase(lambda, row);

    private void Project()
    {
        if (_projection?.Made is not { } made) return;
        made = Read(made, 0);
        AddNew(new ClientOperator(() => $"Select({made})", (next, _) => new ProjectStage(made.Projection, next)), "Select");
    }

    private void Filter(RowLambda predicate, string reason, string name)
    {
        var refused = PredicateTranslation.Refused(predicate.Body, reason);
        _late.Add(new PredicatePart(predicate.Row, predicate.Body, refused) { ResidualBecause = reason, RunsInCaller = true });
        Add(Filter(Read(predicate, 0), name));
    }

    // Where the rows are items no more, what is read of them is no member to ask the backend for, and they may be null.
    private RowLambda Read(RowLambda lambda, int row)
    {
        if (!_yieldsItems) return lambda.NullSafe(row);
        _read |= MemberUsage.Of(lambda.Parameters[row], lambda.Body);
        return lambda;
    }

    private static ClientOperator Residual(List<PredicatePart> parts)
    {
        var row = parts[0].Row;
        var body = parts.Select(part => ParameterReplacer.Replace(part.Body, part.Row, row)).Aggregate(Expression.AndAlso);
        return Filter(new RowLambda([row], body), nameof(Queryable.Where));
    }

    private static ClientOperator Filter(RowLambda predicate, string name) =>
        new(() => $"{name}({predicate})", (next, _) => new FilterStage(predicate.Predicate, next));
}
