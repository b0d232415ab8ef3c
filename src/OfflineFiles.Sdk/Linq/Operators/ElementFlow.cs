using System.Collections;
using System.Runtime.ExceptionServices;
using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>
/// The way of the elements of one run: its sources in the order they are read, each with the stages its elements go through. What an operator
/// must know beforehand, as the inner sequence of a join, is read before the elements; what is appended to them is read after.
/// </summary>
internal sealed class ElementFlow : IDisposable
{
    private readonly List<FlowPart> _before = [];
    private readonly List<FlowPart> _after = [];
    private readonly List<IDisposable> _resources = [];
    private readonly Expansions _expansions;

    private ElementFlow(Expansions expansions) => _expansions = expansions;

    public IReadOnlyList<FlowSegment> Segments { get; private set; } = [];

    public static ElementFlow To(ElementStage end, QueryPlan plan)
    {
        var flow = new ElementFlow(new Expansions());
        flow.Build(end, plan);
        return flow;
    }

    public static ElementFlow ToResult(QueryPlan plan, out ResultFold fold)
    {
        var flow = new ElementFlow(new Expansions());
        fold = plan.Result!(plan, flow);
        flow.Build(fold, plan);
        return flow;
    }

    /// <summary>What a run of a plan reads of the backend, in the order in which it does.</summary>
    public static IReadOnlyList<QueryAccess> SourcesOf(QueryPlan plan)
    {
        using var flow = plan.Result is null ? To(new OutputStage(), plan) : ToResult(plan, out _);
        return [.. flow.Segments.Where(segment => segment.Access is not null).Select(segment => segment.Access!)];
    }

    public void ReadBefore(SecondSequence second, ElementStage entry) => _before.Add(PartOf(second, entry));

    // Stages are made from the last to the first: what an earlier operator appends comes before what a later one does.
    public void ReadAfter(SecondSequence second, ElementStage entry) => _after.Insert(0, PartOf(second, entry));

    /// <summary>The values of a sequence as they are asked for beside the elements; those of a query are read before.</summary>
    /// <param name="second">The sequence.</param>
    /// <param name="next">What takes the elements; null for the result.</param>
    public IEnumerator Beside(SecondSequence second, ElementStage? next = null)
    {
        var values = (second as SecondSequence.Values)?.Rows;
        if (values is null)
        {
            var read = new List<object?>();
            ReadBefore(second, new CollectStage(read.Add, next));
            values = read;
        }

        var enumerator = new LazyEnumerator(values);
        _resources.Add(enumerator);
        return enumerator;
    }

    /// <summary>A stage that passes on sequences, one value at a time: see <see cref="Advance"/>.</summary>
    /// <param name="create">Makes the stage.</param>
    public ElementStage Expand(Func<Expansions, ExpandStage> create)
    {
        var stage = create(_expansions);
        _resources.Add(stage);
        return stage;
    }

    /// <summary>Whether any of its stages passes on sequences.</summary>
    public bool Expands => _expansions.Any;

    /// <summary>Passes on one more value of the sequences that are open, which may be without end; false if none is open.</summary>
    public bool Advance() => _expansions.Advance();

    /// <summary>Closes every sequence that was opened, also if one of them fails to be closed; its error is thrown when all are.</summary>
    public void Dispose()
    {
        ExceptionDispatchInfo? failure = null;
        foreach (var resource in _resources)
        {
            try
            {
                resource.Dispose();
            }
#pragma warning disable CA1031 // It is thrown below.
            catch (Exception error)
#pragma warning restore CA1031
            {
                failure ??= ExceptionDispatchInfo.Capture(error);
            }
        }

        _resources.Clear();
        failure?.Throw();
    }

    private void Build(ElementStage end, QueryPlan plan)
    {
        // The queries in queries are gone through in a loop: there may be thousands of them, one in the other.
        var segments = new List<FlowSegment>();
        var open = new Stack<FlowPart>();
        Open(this, end, plan);
        while (open.Count > 0)
        {
            var part = open.Pop();
            if (part.Plan is { } inner) Open(new ElementFlow(_expansions), part.Entry, inner);
            else segments.Add(new FlowSegment(part.Entry, part.Access, part.Values));
        }

        Segments = segments;

        void Open(ElementFlow flow, ElementStage last, QueryPlan opened)
        {
            var main = new FlowPart(opened.CreateStages(last, flow)) { Access = opened.Access };
            if (flow != this) _resources.AddRange(flow._resources);
            for (var i = flow._after.Count - 1; i >= 0; i--) open.Push(flow._after[i]);
            open.Push(main);
            for (var i = flow._before.Count - 1; i >= 0; i--) open.Push(flow._before[i]);
        }
    }

    private static FlowPart PartOf(SecondSequence second, ElementStage entry) => second is SecondSequence.Query query
        ? new FlowPart(entry) { Plan = query.Plan }
        : new FlowPart(entry) { Values = ((SecondSequence.Values)second).Rows };
}

/// <summary>What is read and the stage its elements enter at: rows of the backend, values in memory, or a query with parts of its own.</summary>
internal sealed record FlowPart(ElementStage Entry)
{
    public QueryAccess? Access { get; init; }

    public IEnumerable? Values { get; init; }

    public QueryPlan? Plan { get; init; }
}

/// <summary>One source of a run and the stage its elements enter at: rows of the backend, or values in memory.</summary>
internal sealed record FlowSegment(ElementStage Entry, QueryAccess? Access, IEnumerable? Values);

/// <summary>Opens a sequence when its first value is asked for.</summary>
internal sealed class LazyEnumerator(IEnumerable values) : IEnumerator, IDisposable
{
    private IEnumerator? _opened;

    public object? Current => _opened?.Current;

    public bool MoveNext() => (_opened ??= values.GetEnumerator()).MoveNext();

    public void Reset() => throw new NotSupportedException();

    public void Dispose() => (_opened as IDisposable)?.Dispose();
}
