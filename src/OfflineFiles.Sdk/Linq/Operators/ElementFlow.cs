using System.Collections;
using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>
/// The way of the elements of one run: its sources in the order they are read, each with the stages its elements go through. What an operator
/// must know beforehand, as the inner sequence of a join, is read before the elements; what is appended to them is read after.
/// </summary>
internal sealed class ElementFlow : IDisposable
{
    private readonly List<FlowSegment> _before = [];
    private readonly List<FlowSegment> _after = [];
    private readonly List<IDisposable> _resources = [];

    private ElementFlow()
    {
    }

    public IReadOnlyList<FlowSegment> Segments { get; private set; } = [];

    public static ElementFlow To(ElementStage end, QueryPlan plan)
    {
        var flow = new ElementFlow();
        flow.Build(end, plan);
        return flow;
    }

    public static ElementFlow ToResult(QueryPlan plan, out ResultFold fold)
    {
        var flow = new ElementFlow();
        fold = plan.Result!(plan, flow);
        flow.Build(fold, plan);
        return flow;
    }

    public void ReadBefore(SecondSequence second, ElementStage entry) => _before.AddRange(SegmentsOf(second, entry));

    // Stages are made from the last to the first: what an earlier operator appends comes before what a later one does.
    public void ReadAfter(SecondSequence second, ElementStage entry) => _after.InsertRange(0, SegmentsOf(second, entry));

    /// <summary>The values of a sequence as they are asked for beside the elements; those of a query are read before.</summary>
    public IEnumerator Beside(SecondSequence second)
    {
        var values = (second as SecondSequence.Values)?.Rows;
        if (values is null)
        {
            var read = new List<object?>();
            ReadBefore(second, new CollectStage(read.Add));
            values = read;
        }

        var enumerator = new LazyEnumerator(values);
        _resources.Add(enumerator);
        return enumerator;
    }

    public void Dispose()
    {
        foreach (var resource in _resources) resource.Dispose();
    }

    private void Build(ElementStage end, QueryPlan plan)
    {
        var main = new FlowSegment(plan.CreateStages(end, this), plan.Access, Values: null);
        Segments = [.. _before, main, .. _after];
    }

    private IReadOnlyList<FlowSegment> SegmentsOf(SecondSequence second, ElementStage entry)
    {
        if (second is SecondSequence.Values values) return [new FlowSegment(entry, Access: null, values.Rows)];
        var flow = To(entry, ((SecondSequence.Query)second).Plan);
        _resources.Add(flow);
        return flow.Segments;
    }
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
