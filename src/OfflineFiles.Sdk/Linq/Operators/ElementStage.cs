using OfflineFiles.Sdk.Linq.Deep;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>One step of what the caller does with elements as they stream; the same for synchronous and asynchronous queries.</summary>
internal abstract class ElementStage(ElementStage? next)
{
    protected ElementStage Next { get; } = next!;

    /// <summary>How many stages an element goes through from here on before one that asks for room on the stack, or before the last.</summary>
    public virtual int Levels { get; } = next is null ? 0 : next.Levels + 1;

    /// <summary>Whether another element can change anything.</summary>
    public virtual bool WantsMore => Next.WantsMore;

    /// <summary>Takes an element; false when no further one can change anything.</summary>
    public abstract bool Accept(object? element);

    /// <summary>There are no more elements.</summary>
    public virtual void Complete() => Next.Complete();
}

/// <summary>
/// Passes on what it is given, on another thread where the stack of this one becomes short: a stage calls the next, so that they nest on it as they
/// follow each other in the query.
/// </summary>
internal sealed class RoomStage(ElementStage next) : ElementStage(next)
{
    // Together they need less of a stack than a thread surely has when it is asked.
    private const int Unasked = 64;

    public override int Levels => 0;

    public override bool WantsMore => DeepStack.HasRoom ? Next.WantsMore : DeepStack.Run(() => Next.WantsMore);

    public static ElementStage Before(ElementStage stage) => stage.Levels < Unasked ? stage : new RoomStage(stage);

    public override bool Accept(object? element) => DeepStack.HasRoom ? Next.Accept(element) : AcceptElsewhere(element);

    public override void Complete()
    {
        if (DeepStack.HasRoom) Next.Complete();
        else CompleteElsewhere();
    }

    private bool AcceptElsewhere(object? element) => DeepStack.Run(() => Next.Accept(element));

    private void CompleteElsewhere() => DeepStack.Run<object?>(() =>
    {
        Next.Complete();
        return null;
    });
}

/// <summary>The end of the elements that an operator reads before its own. They are not read where nothing comes of them.</summary>
/// <param name="take">Takes each.</param>
/// <param name="next">The stage after the operator; null for the result.</param>
internal sealed class CollectStage(Action<object?> take, ElementStage? next) : ElementStage(next)
{
    public override bool WantsMore => Next?.WantsMore != false;

    public override bool Accept(object? element)
    {
        take(element);
        return true;
    }

    public override void Complete()
    {
    }
}

/// <summary>The end of the stages: what has come through waits here to be taken; usually one element, for one that went in.</summary>
internal sealed class OutputStage() : ElementStage(next: null)
{
    private readonly Queue<object?> _more = new();
    private object? _element;
    private bool _hasElement;

    public override bool WantsMore => true;

    public override bool Accept(object? element)
    {
        if (_hasElement) _more.Enqueue(element);
        else (_element, _hasElement) = (element, true);
        return true;
    }

    public override void Complete()
    {
    }

    public bool TryTake(out object? element)
    {
        element = _element;
        if (!_hasElement) return false;
        _hasElement = _more.Count > 0;
        _element = _hasElement ? _more.Dequeue() : null;
        return true;
    }
}

/// <summary>Keeps all elements and passes on what is made of them as a whole.</summary>
internal sealed class BufferStage(Func<List<object?>, IEnumerable<object?>> arrange, ElementStage next) : ElementStage(next)
{
    private readonly List<object?> _elements = [];

    public override bool Accept(object? element)
    {
        _elements.Add(element);
        return true;
    }

    public override void Complete()
    {
        if (Next.WantsMore)
        {
            foreach (var element in arrange(_elements))
                if (!Next.Accept(element)) break;
        }

        Next.Complete();
    }
}
