using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;
using OfflineFiles.Sdk.Linq.Translate;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>
/// The plan of a query while its operators are read one after the other: each says here what it needs of the elements and what it does to
/// them.
/// </summary>
internal sealed class PlanDraft(IPlanStages stages)
{
    private readonly List<PredicatePart> _conjuncts = [];
    private readonly List<PredicatePart> _late = [];
    private readonly List<ClientOperator> _tail = [];
    private readonly List<QueryPlan> _combined = [];
    private readonly List<Func<IEnumerable<NullLoss>>> _losses = [];
    private ItemMembers _read = ItemMembers.ItemPath;
    private ElementProjection? _projection;
    private bool _yieldsItems = true;
    private bool _isOrdered;
    private string? _barrier;
    private BackendAggregate? _offered;
    private SortedPart? _sorted;
    private SortOrder? _firstOrder;
    private int? _firstWanted;

    public IPlanStages Stages => stages;

    /// <summary>How the elements are kept here, before what is made of them when an operator needs it made.</summary>
    public ElementShape Shape { get; private set; } = ElementShape.Row;

    /// <summary>Whether the elements are items that come as the backend sends them, which depends on the way to them.</summary>
    public bool IsInAnyOrder => _yieldsItems && _projection is null && _barrier is null && !_isOrdered;

    /// <summary>Whether the elements are as many as the rows: no operator runs in the caller.</summary>
    public bool AreRows => _tail.Count == 0;

    /// <summary>The order that a ThenBy may refine; null if the last operator made none.</summary>
    public SortOrder? Order { get; private set; }

    /// <summary>The plan up to the last operator, before it is known what is wanted of the elements.</summary>
    public static PlanDraft Read(QueryChain chain, IPlanStages stages)
    {
        var draft = new PlanDraft(stages);
        foreach (var step in chain.Operators) SequenceOperatorTable.Apply(step, draft);
        return draft;
    }

    /// <summary>Keeps the elements that satisfy a predicate: of its parts joined by AND, those that may be are left to the backend.</summary>
    public void Where(LambdaExpression predicate, string name) => Where(predicate.Parameters[0], predicate.Body, name);

    /// <inheritdoc cref="Where(LambdaExpression, string)"/>
    public void Where(ParameterExpression element, Expression predicate, string name)
    {
        var body = stages.Normalize(predicate);
        var late = new List<Expression>();
        foreach (var part in _barrier is null ? PredicateSplitter.Split(body) : [body])
        {
            if (part is ConstantExpression { Value: true }) continue;
            if (_barrier is null && _projection is null) _conjuncts.Add(stages.Translate(element, part));
            else if (OnSource(new ElementLambda([element], part)) is not { } source) late.Add(part);
            else if (_barrier is not null) Filter(source, $"it comes after {_barrier}", name);
            else _conjuncts.Add(stages.Translate(source.Element, source.Body));
        }

        if (late.Count == 0) return;
        Project();
        Filter(new ElementLambda([element], JoinedExpressions.Join(late, Expression.AndAlso)), $"it comes after {_barrier}", name);
    }

    /// <summary>Makes something of each element, but not before an operator needs it made.</summary>
    public void Select(LambdaExpression selector)
    {
        var made = Inlined(ElementLambda.Of(selector));
        if (OnSource(made) is { } source) made = source;
        else Project();
        _projection = new ElementProjection(made);
    }

    /// <summary>A lambda over the elements as they are here; the elements will hold what it reads of them.</summary>
    /// <param name="lambda">As it was given to an operator.</param>
    /// <param name="element">Which of its parameters is the element.</param>
    public ElementLambda Over(ElementLambda lambda, int element = 0) => Over([(lambda, element)])[0];

    /// <summary>The same for several lambdas of one operator, which see the same elements.</summary>
    public IReadOnlyList<ElementLambda> Over(IReadOnlyList<(ElementLambda Lambda, int Element)> lambdas)
    {
        lambdas = [.. lambdas.Select(each => (Inlined(each.Lambda), each.Element))];
        var sources = lambdas.Select(each => OnSource(each.Lambda, each.Element)).ToList();
        if (sources.Contains(null)) Project();
        var over = lambdas.Select((each, i) => sources.Contains(null) ? each.Lambda : sources[i]!).ToList();
        return [.. over.Select((lambda, i) => Read(lambda, lambdas[i].Element))];
    }

    /// <summary>A sort key that comes after another one, and so must be read of the same elements: what it is there, and how to read it.</summary>
    public (ElementLambda Key, ElementShape Shape, Func<Func<object?, object?>> Read) KeyBeside(ElementLambda lambda)
    {
        if (OnSource(lambda) is not null || _projection is not { } projection)
        {
            var over = Over(lambda);
            return (over, over.Shape, () => over.Key);
        }

        var made = Read(projection.Made, 0);
        var key = lambda.With(0, made.Shape);
        var shown = new ElementLambda(made.Parameters, ParameterReplacer.Replace(lambda.Body, lambda.Element, made.Body));
        return (shown, key.Shape, () => element => key.Key(made.Key(element)));
    }

    /// <summary>Leaves of each element the value that an aggregate is made of: what the selector reads, or else the element itself.</summary>
    /// <returns>The member of each row that the value is; null if it is anything else.</returns>
    public ItemMember? TakeValues(LambdaExpression? selector)
    {
        var values = selector is not null ? Over(ElementLambda.Of(selector)) : _projection?.Made;
        if (values is null)
        {
            TakeElements();
            return null;
        }

        values = Read(values, 0);
        var member = AreRows ? ItemMember.Find(values.Body, values.Element) : null;
        AddNew(new ClientOperator(() => $"Select({values})", (next, _) => new ProjectStage(values.Key, next)), "Select", values.Shape);
        return member;
    }

    /// <summary>Lets the backend make the result of all rows, if it can and no predicate is left for the caller.</summary>
    public void Offer(BackendAggregate? aggregate) => _offered = aggregate;

    /// <summary>An operator needs the elements themselves, with all that was selected of them.</summary>
    public void TakeElements()
    {
        Project();
        if (_yieldsItems) _read = ItemMembers.All;
    }

    /// <summary>The elements leave the query: they become what their type says.</summary>
    public void Leave()
    {
        if (_projection?.Made is { } made)
        {
            made = Read(made, 0);
            _losses.Add(() => made.LossesOfLeaving);
            AddNew(
                new ClientOperator(() => $"Select({made})", (next, _) => new ProjectStage(made.Projection, next)), "Select", ElementShape.Of(made.Body.Type));
            return;
        }

        TakeElements();
        if (Shape.IsPlain) return;
        var shape = Shape;
        _losses.Add(() => shape.Losses);
        var last = _tail[^1];
        _tail[^1] = last with { CreateStage = (next, flow) => last.CreateStage(new ProjectStage(shape.Leave, next), flow) };
        Shape = ElementShape.Of(shape.Type);
    }

    /// <summary>No element of what the query has been up to here is wanted, so nothing is asked for.</summary>
    public void TakeNothing()
    {
        var row = Expression.Parameter(typeof(OfflineFilesItem));
        _conjuncts.Add(stages.Translate(row, Expression.Constant(false)));
        _combined.Clear();
    }

    /// <summary>Adds an operator that any predicate may pass, for it depends on each element alone, or only orders them.</summary>
    public void Add(ClientOperator step)
    {
        _tail.Add(step);
        Order = null;
        _sorted = null;
    }

    /// <summary>Adds an operator that no later predicate may pass, for it depends on which elements there are.</summary>
    public void AddBarrier(ClientOperator step, string name)
    {
        Add(step);
        _barrier ??= name;
    }

    /// <summary>Adds an operator whose elements are other than those before it, and says how they are kept.</summary>
    public void AddNew(ClientOperator step, string name, ElementShape shape)
    {
        AddBarrier(step, name);
        Shape = shape;
        _projection = null;
        _yieldsItems = false;
    }

    /// <summary>Adds an operator that only changes the order of the elements.</summary>
    public void AddOrder(ClientOperator step)
    {
        Add(step);
        _isOrdered = true;
    }

    /// <summary>Orders the elements, or refines the order they have.</summary>
    public void Sort(SortOrder order, bool refines)
    {
        if (refines) _tail.RemoveAt(_tail.Count - 1);
        AddOrder(new ClientOperator(order.Write, (next, _) => new SortStage(order.Keys, int.MaxValue, next)) { Buffers = true });
        Order = order;
        _sorted = new SortedPart(_tail.Count - 1, order, Skipped: 0);
        if (_tail.Count == 1) _firstOrder = order;
    }

    /// <summary>Adds an operator that leaves out some of the first elements.</summary>
    public void AddSkip(ClientOperator step, int count, string name)
    {
        var sorted = _sorted;
        AddBarrier(step, name);
        _sorted = sorted is { } part ? part with { Skipped = part.Skipped + Math.Max(0, count) } : null;
    }

    /// <summary>No more than some of the first elements are wanted: where they are sorted, no others need be kept.</summary>
    public void LimitTo(int count)
    {
        if (count <= 0 || _sorted is not { } part || part.Skipped + count > int.MaxValue / 2) return;
        var most = (int)part.Skipped + count;
        if (part.Place == 0) _firstWanted = Math.Min(most, _firstWanted ?? most);
        _tail[part.Place] = new ClientOperator(part.Order.Write, (next, _) => new SortStage(part.Order.Keys, most, next));
    }

    /// <summary>The sequence that an operator combines the elements with; what is asked of it in Explain is shown among what is asked.</summary>
    public SecondSequence Combine(SecondDraft second)
    {
        var sequence = second.Finish();
        if (sequence is SecondSequence.Query query) _combined.Add(query.Plan);
        return sequence;
    }

    public QueryPlan Finish(FoldFactory? result)
    {
        var access = stages.FindAccess(_conjuncts, _read);
        var residual = access.Residual.ToList();
        var aggregate = residual.Count == 0 && access.Route.Requests is [BackendRequest.Query query]
            && _offered is { } offered && stages.CanAggregate(query.Wql, offered.Kind, offered.Property) ? offered : null;
        if (residual.Count == 0 && Ordered(access) is { } ordered)
        {
            access = ordered;
            _tail.RemoveAt(0);
        }

        return new QueryPlan
        {
            Access = access,
            OwnPredicates = _late.Count == 0 ? access.Predicates : [.. access.Predicates, .. _late],
            Combined = _combined,
            OwnLosses = () => _losses.SelectMany(losses => losses()),
            Levels = _combined.Count == 0 ? 0 : _combined.Max(plan => plan.Levels) + 1,
            Aggregate = aggregate,
            ClientOperators = aggregate is not null ? [] : residual.Count == 0 ? _tail : [Residual(residual), .. _tail],
            Result = result,
        };
    }

    /// <summary>The same rows in the order of the first operator, if the backend orders them; null if the caller must.</summary>
    private QueryAccess? Ordered(QueryAccess access)
    {
        if (_firstOrder is null || access.Route.Requests is not [BackendRequest.Query query]) return null;
        var order = _firstOrder.Keys.Select(key => key.Backend).OfType<ItemOrder>().ToList();
        return order.Count == _firstOrder.Keys.Count && stages.CanOrder(query.Wql, order)
            ? access with { Route = access.Route with { Requests = [query with { Order = order, First = _firstWanted }] } }
            : null;
    }

    private ElementLambda Inlined(ElementLambda lambda) =>
        stages.HasTranslations ? lambda.With(stages.Normalize(lambda.Body)) : lambda;

    private ElementLambda? OnSource(ElementLambda lambda, int element = 0) => _projection is null ? lambda : _projection.Rebase(lambda, element);

    private void Project()
    {
        if (_projection?.Made is not { } made) return;
        made = Read(made, 0);
        AddNew(new ClientOperator(() => $"Select({made})", (next, _) => new ProjectStage(made.Key, next)), "Select", made.Shape);
    }

    private void Filter(ElementLambda predicate, string reason, string name)
    {
        var refused = PredicateTranslation.Refused(predicate.Body, reason);
        _late.Add(new PredicatePart(predicate.Element, predicate.Body, refused) { ResidualBecause = reason, RunsInCaller = true });
        Add(Filter(Read(predicate, 0), name));
    }

    // Where the elements are items no more, what is read of them is no member to ask the backend for.
    private ElementLambda Read(ElementLambda lambda, int element)
    {
        if (_yieldsItems) _read |= MemberUsage.Of(lambda.Parameters[element], lambda.Body);
        var read = lambda.With(element, Shape);
        _losses.Add(() => read.Losses);
        return read;
    }

    private static ClientOperator Residual(List<PredicatePart> parts)
    {
        var row = parts[0].Row;
        var bodies = parts.ConvertAll(part => ParameterReplacer.Replace(part.Body, part.Row, row));
        return Filter(new ElementLambda([row], JoinedExpressions.Join(bodies, Expression.AndAlso)), nameof(Queryable.Where));
    }

    private static ClientOperator Filter(ElementLambda predicate, string name) =>
        new(() => $"{name}({predicate})", (next, _) => new FilterStage(predicate.Predicate, next));
}

/// <summary>A sort of which only the first elements may be wanted.</summary>
/// <param name="Place">Where it stands among the operators.</param>
/// <param name="Order">What it sorts by.</param>
/// <param name="Skipped">How many of the first are left out after it.</param>
internal readonly record struct SortedPart(int Place, SortOrder Order, long Skipped);

/// <summary>The stages before this one, as a draft calls them: the pipeline has them, and decides which they are.</summary>
internal interface IPlanStages
{
    /// <summary>Two queries of one source can be combined.</summary>
    QuerySource Source { get; }

    /// <summary>Whether methods are registered, so that normalising puts their meaning in the place of their calls.</summary>
    bool HasTranslations { get; }

    Expression Normalize(Expression body);

    PredicatePart Translate(ParameterExpression row, Expression predicate);

    QueryAccess FindAccess(IReadOnlyList<PredicatePart> predicates, ItemMembers read);

    /// <inheritdoc cref="IAggregateQueryBackend.CanAggregate"/>
    bool CanAggregate(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? property);

    /// <inheritdoc cref="IOrderedQueryBackend.CanOrder"/>
    bool CanOrder(WqlSelectQuery query, IReadOnlyList<ItemOrder> order);
}
