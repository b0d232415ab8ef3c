using System.Collections;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>
/// The way of the rows of one run: its sources in the order they are read, each with the stages its rows go through. What an operator
/// must know beforehand, as the inner sequence of a join, is read before the rows; what is appended to them is read after.
/// </summary>
internal sealed class RowFlow : IDisposable
{
    private readonly List<RowSegment> _before = [];
    private readonly List<RowSegment> _after = [];
    private readonly List<IDisposable> _resources = [];

    private RowFlow()
    {
    }

    public IReadOnlyList<RowSegment> Segments { get; private set; } = [];

    public static RowFlow To(RowStage end, QueryPlan plan)
    {
        var flow = new RowFlow();
        flow.Build(end, plan);
        return flow;
    }

    public static RowFlow ToResult(QueryPlan plan, out ResultFold fold)
    {
        var flow = new RowFlow();
        fold = plan.Result!(plan, flow);
        flow.Build(fold, plan);
        return flow;
    }

    public void ReadBefore(SecondSequence second, RowStage entry) => _before.AddRange(SegmentsOf(second, entry));

    // Stages are made from the last to the first: what an earlier operator appends comes before what a later one does.
    public void ReadAfter(SecondSequence second, RowStage entry) => _after.InsertRange(0, SegmentsOf(second, entry));

    /// <summary>The values of a sequence as they are asked for beside the rows; those of a query are read before.</summary>
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

    private void Build(RowStage end, QueryPlan plan)
    {
        var main = new RowSegment(plan.CreateStages(end, this), plan.Access, Values: null);
        Segments = [.. _before, main, .. _after];
    }

    private IReadOnlyList<RowSegment> SegmentsOf(SecondSequence second, RowStage entry)
    {
        if (second is SecondSequence.Values values) return [new RowSegment(entry, Access: null, values.Rows)];
        var flow = To(entry, ((SecondSequence.Query)second).Plan);
        _resources.Add(flow);
        return flow.Segments;
    }
}
