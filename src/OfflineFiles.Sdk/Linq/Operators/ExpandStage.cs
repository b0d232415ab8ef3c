using System.Collections;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>
/// Passes on the values of the sequence that belongs to each element; none where there is no sequence. A sequence may be without end: its values are
/// not passed on when the element comes, but one by one, each when what became of those before it has been handed out.
/// </summary>
internal sealed class ExpandStage : ElementStage, IDisposable
{
    private readonly Expansions _expansions;
    private readonly int _number;
    private readonly Func<object?, int, object?> _collection;
    private readonly Func<object?, object?, object?>? _result;
    private readonly Queue<object?> _waiting = new();
    private IEnumerator? _open;
    private object? _element;
    private int _place = -1;
    private bool _isComplete;

    /// <param name="expansions">All such stages of a run.</param>
    /// <param name="collection">What makes the sequence of an element and its place.</param>
    /// <param name="result">What is made of the element and a value of its sequence; null for the value.</param>
    /// <param name="next">The stage after it.</param>
    public ExpandStage(Expansions expansions, Func<object?, int, object?> collection, Func<object?, object?, object?>? result, ElementStage next)
        : base(next)
    {
        (_expansions, _collection, _result) = (expansions, collection, result);
        _number = expansions.Add(this);
    }

    public override bool Accept(object? element)
    {
        _waiting.Enqueue(element);
        _expansions.Open(_number);
        return Next.WantsMore;
    }

    public override void Complete()
    {
        if (IsIdle) Next.Complete();
        else _isComplete = true;
    }

    /// <summary>Passes on one value, or opens the next sequence; false if nothing is left of those that have come.</summary>
    public bool Advance()
    {
        if (!Next.WantsMore) Leave();
        else if (_open is null) Open();
        else if (!_open.MoveNext()) Close();
        else if (!Next.Accept(_result is null ? _open.Current : _result(_element, _open.Current))) Leave();
        if (!IsIdle) return true;
        if (_isComplete) Next.Complete();
        _isComplete = false;
        return false;
    }

    public void Dispose() => Close();

    private bool IsIdle => _open is null && _waiting.Count == 0;

    private void Open()
    {
        _element = _waiting.Dequeue();
        _open = (_collection(_element, checked(++_place)) as IEnumerable)?.GetEnumerator();
    }

    private void Leave()
    {
        _waiting.Clear();
        Close();
    }

    private void Close()
    {
        var closed = _open as IDisposable;
        _open = null;
        closed?.Dispose();
    }
}

/// <summary>The stages of a run that pass on sequences: the value that is farthest on its way goes first, as if each asked the one before it.</summary>
internal sealed class Expansions
{
    private readonly List<ExpandStage> _stages = [];
    private readonly SortedSet<int> _open = [];

    public bool Any => _stages.Count > 0;

    /// <summary>Adds a stage; those that come later in the query are added before.</summary>
    /// <returns>Its number.</returns>
    public int Add(ExpandStage stage)
    {
        _stages.Add(stage);
        return _stages.Count - 1;
    }

    /// <summary>A stage has something to pass on.</summary>
    public void Open(int number) => _open.Add(number);

    /// <inheritdoc cref="ElementFlow.Advance"/>
    public bool Advance()
    {
        if (_open.Count == 0) return false;
        var number = _open.Min;
        if (!_stages[number].Advance()) _open.Remove(number);
        return true;
    }
}
