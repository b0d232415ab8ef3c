using System.Buffers;
using System.Collections.ObjectModel;

namespace OfflineFiles.Sdk.Wql;

/// <summary>The predicates that were read and are not joined yet, in a buffer that is borrowed, so that only the tree is left over.</summary>
internal ref struct WqlOperands
{
    private WqlPredicate[] _items;

    public WqlOperands() => _items = ArrayPool<WqlPredicate>.Shared.Rent(16);

    public int Count { get; private set; }

    public void Push(WqlPredicate operand)
    {
        if (Count == _items.Length) Grow();
        _items[Count++] = operand;
    }

    public WqlPredicate Pop() => _items[--Count];

    /// <summary>Puts one predicate in the place of all from the given one on. False when they nest too deep to be joined.</summary>
    public bool TryJoin<T>(int first)
        where T : WqlConnective
    {
        if (Count - first == 1) return true;
        var total = 0;
        for (var i = first; i < Count; i++)
        {
            if (_items[i] is T same) total += same.Operands.Count;
            else if (_items[i].Depth == WqlPredicate.MaximumDepth) return false;
            else total++;
        }

        var joined = new WqlPredicate[total];
        total = 0;
        for (var i = first; i < Count; i++)
        {
            if (_items[i] is not T same) joined[total++] = _items[i];
            else
                foreach (var operand in same.Operands) joined[total++] = operand;
        }

        var operands = new ReadOnlyCollection<WqlPredicate>(joined);
        var position = _items[first].Position;
        Count = first;
        Push(typeof(T) == typeof(WqlAnd) ? new WqlAnd(operands, position) : new WqlOr(operands, position));
        return true;
    }

    public readonly void Dispose() => ArrayPool<WqlPredicate>.Shared.Return(_items, clearArray: true);

    private void Grow()
    {
        var larger = ArrayPool<WqlPredicate>.Shared.Rent(_items.Length * 2);
        _items.CopyTo(larger, 0);
        Dispose();
        _items = larger;
    }
}
