using System.Collections;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>One key of an order: how to read it, and how to compare two.</summary>
internal sealed class SortKey(Func<Func<object?, object?>> read, bool descends, IComparer comparer)
{
    public Func<object?, object?> Reader() => read();

    public int Compare(object? left, object? right) => descends ? comparer.Compare(right, left) : comparer.Compare(left, right);
}
