using System.Collections;

namespace OfflineFiles.Sdk.Linq.Execute.Typed;

/// <summary>What needs a type that is only known at run time: lists and arrays of it, and comparers that take values as objects.</summary>
internal abstract class RowType
{
    public static RowType Of(Type type) => TypedRows.Create<RowType>(typeof(Typed<>), type);

    public abstract IList NewList();

    public abstract Array ToArray(IList rows);

    /// <param name="comparer">An <see cref="IEqualityComparer{T}"/> of the type.</param>
    public abstract IEqualityComparer<object?> Equality(object comparer);

    /// <param name="comparer">An <see cref="IComparer{T}"/> of the type.</param>
    public abstract IComparer Order(object comparer);

    internal sealed class Typed<T> : RowType
    {
        public override IList NewList() => new List<T>();

        public override Array ToArray(IList rows) => ((List<T>)rows).ToArray();

        public override IEqualityComparer<object?> Equality(object comparer) => new EqualityOf((IEqualityComparer<T>)comparer);

        public override IComparer Order(object comparer) => new OrderOf((IComparer<T>)comparer);

        // A key can be null although its type has no null; then it equals null only, and comes first.
        private static bool IsNull(object? value) => value is null && default(T) is not null;

        private sealed class EqualityOf(IEqualityComparer<T> comparer) : IEqualityComparer<object?>
        {
            public new bool Equals(object? x, object? y) => IsNull(x) || IsNull(y) ? x is null && y is null : comparer.Equals((T)x!, (T)y!);

            public int GetHashCode(object? value) => value is null ? 0 : comparer.GetHashCode((T)value);
        }

        private sealed class OrderOf(IComparer<T> comparer) : IComparer
        {
            public int Compare(object? x, object? y) =>
                IsNull(x) || IsNull(y) ? (x is null ? 0 : 1) - (y is null ? 0 : 1) : comparer.Compare((T)x!, (T)y!);
        }
    }
}
