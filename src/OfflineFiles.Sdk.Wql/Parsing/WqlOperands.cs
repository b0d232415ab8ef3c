#if NET
using System.Buffers;
#endif

namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>The predicates that were read and are not joined yet, in a buffer that is borrowed, so that only the tree is left over.</summary>
internal ref struct WqlOperands
{
    private WqlPredicate[] _items;

    public WqlOperands() => _items = WqlBuffers<WqlPredicate>.Rent(16);

    public int Count { get; private set; }

    public void Push(WqlPredicate operand)
    {
        if (Count == _items.Length) Grow();
        _items[Count++] = operand;
    }

    public WqlPredicate Pop() => _items[--Count];

    /// <summary>Puts one predicate in the place of all from the given one on. False when they nest too deep to be joined.</summary>
    /// <param name="first">The index of the first.</param>
    /// <param name="isAnd">Whether they are joined by AND, else by OR.</param>
    public bool TryJoin(int first, bool isAnd)
    {
        if (Count - first == 1) return true;
        var total = 0;
        for (var i = first; i < Count; i++)
        {
            if (Same(_items[i], isAnd) is { } same) total += same.Operands.Count;
            else if (_items[i].Depth == WqlPredicate.MaximumDepth) return false;
            else total++;
        }

        var joined = new WqlPredicate[total];
        if (total == Count - first) Array.Copy(_items, first, joined, 0, total);
        else Flatten(first, isAnd, joined);
        var position = _items[first].Position;
        Count = first;
        Push(isAnd ? new WqlAnd(joined, position) : new WqlOr(joined, position));
        return true;
    }

    public readonly void Dispose() => WqlBuffers<WqlPredicate>.Return(_items, clear: true);

    private void Grow()
    {
        var larger = WqlBuffers<WqlPredicate>.Rent(_items.Length * 2);
        _items.CopyTo(larger, 0);
        Dispose();
        _items = larger;
    }

    private readonly void Flatten(int first, bool isAnd, WqlPredicate[] joined)
    {
        var next = 0;
        for (var i = first; i < Count; i++)
        {
            if (Same(_items[i], isAnd) is not { } same) joined[next++] = _items[i];
            else
                for (var k = 0; k < same.Operands.Count; k++) joined[next++] = same.Operands[k];
        }
    }

    // ANDs within an AND are dissolved, and ORs within an OR.
    private static WqlConnective? Same(WqlPredicate operand, bool isAnd) => isAnd ? operand as WqlAnd : operand as WqlOr;
}

/// <summary>Arrays that are borrowed while a text is read. .NET Standard has a pool only in a package, and this library depends on none.</summary>
internal static class WqlBuffers<T>
{
#if NET
    public static T[] Rent(int minimumLength) => ArrayPool<T>.Shared.Rent(minimumLength);

    public static void Return(T[] array, bool clear = false) => ArrayPool<T>.Shared.Return(array, clear);
#else
    public static T[] Rent(int minimumLength) => new T[minimumLength];

    public static void Return(T[] array, bool clear = false)
    {
    }
#endif
}
