using System.Collections;
using OfflineFiles.Sdk.Linq.Text;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// Makes the generic types of results whose arguments are only known at run time. The one place of a query that may need code made at
/// run time: reference types share the code of <see cref="object"/>, the types of the model are named below, and what is neither is
/// refused where code cannot be made.
/// </summary>
internal static class TypedValues
{
    // Kept in a field, so that the compiler ahead of time does not find them unused.
    private static readonly object[] Compiled =
    [
        new TypedTriple.Typed<object, object, object>(),
        .. With<object>(), .. With<bool>(), .. With<int>(), .. With<long>(), .. With<double>(), .. With<char>(), .. With<DateTimeOffset>(),
        .. With<OfflineFilesItemType>(), .. With<PinState>(), .. With<ConnectState>(), .. With<OfflineReason>(), .. With<FileAttributes>(),
        .. With<bool?>(), .. With<long?>(), .. With<DateTimeOffset?>(),
    ];

#if NET
    [UnconditionalSuppressMessage(
        "AOT", "IL3050", Justification = "Code that was not compiled ahead is refused below with advice; all other runs from what is named above.")]
    [UnconditionalSuppressMessage(
        "Trimming", "IL2055", Justification = "The generic types are those of this folder; their arguments carry no annotations.")]
    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "The generic types are those of this folder; the parameter keeps their constructors.")]
#endif
    public static TFactory Create<TFactory>(
#if NET
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
#endif
        Type definition,
        params Type[] arguments)
    {
        GC.KeepAlive(Compiled);
        try
        {
            return (TFactory)Activator.CreateInstance(definition.MakeGenericType(arguments))!;
        }
        catch (NotSupportedException exception)
        {
            throw new QueryTranslationException(
                string.Join(", ", arguments.Select(TypeText.Of)),
                "the types of its rows were not compiled ahead, and this application makes no code at run time",
                "Read the rows first, with ToListAsync(), and do it on them.",
                query: null,
                exception);
        }
    }

    private static object[] With<T>() =>
    [
        new TypedList.Typed<T>(),
        new TypedPair.Typed<T, object>(),
        new TypedPair.Typed<object, T>(),
        new TypedPair.Typed<T, int>(),
        new TypedPair.Typed<T, long>(),
        new TypedPair.Typed<int, T>(),
    ];
}

/// <summary>What needs a type that is only known at run time: lists and arrays of it, and comparers that take values as objects.</summary>
internal abstract class TypedList
{
    public static TypedList Of(Type type) => TypedValues.Create<TypedList>(typeof(Typed<>), type);

    public abstract IList NewList();

    public abstract Array ToArray(IList elements);

    /// <summary>The elements in their order, as a sequence that can be ordered further.</summary>
    public abstract IEnumerable AsOrdered(IList elements);

    /// <param name="comparer">An <see cref="IEqualityComparer{T}"/> of the type.</param>
    public abstract IEqualityComparer<object?> Equality(object comparer);

    /// <param name="comparer">An <see cref="IComparer{T}"/> of the type.</param>
    public abstract IComparer Order(object comparer);

    internal sealed class Typed<T> : TypedList
    {
        public override IList NewList() => new List<T>();

        public override Array ToArray(IList elements) => ((List<T>)elements).ToArray();

        public override IEnumerable AsOrdered(IList elements) => ((List<T>)elements).OrderBy(_ => 0);

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

/// <summary>Objects of two types that are only known at run time.</summary>
internal abstract class TypedPair
{
    public static TypedPair Of(Type first, Type second) => TypedValues.Create<TypedPair>(typeof(Typed<,>), first, second);

    /// <param name="key">Of the first type.</param>
    /// <param name="elements">A list of the second type.</param>
    public abstract object Group(object? key, IList elements);

    public abstract object Tuple(object? first, object? second);

    public abstract object KeyValue(object? key, object? value);

    internal sealed class Typed<TFirst, TSecond> : TypedPair
    {
        public override object Group(object? key, IList elements) => new Grouping<TFirst, TSecond>((TFirst)key!, (List<TSecond>)elements);

        public override object Tuple(object? first, object? second) => ((TFirst)first!, (TSecond)second!);

        public override object KeyValue(object? key, object? value) => new KeyValuePair<TFirst, TSecond>((TFirst)key!, (TSecond)value!);
    }
}

/// <summary>Objects of three types that are only known at run time.</summary>
internal abstract class TypedTriple
{
    public static TypedTriple Of(Type first, Type second, Type third) => TypedValues.Create<TypedTriple>(typeof(Typed<,,>), first, second, third);

    public abstract object Tuple(object? first, object? second, object? third);

    internal sealed class Typed<TFirst, TSecond, TThird> : TypedTriple
    {
        public override object Tuple(object? first, object? second, object? third) => ((TFirst)first!, (TSecond)second!, (TThird)third!);
    }
}

/// <summary>The elements of one key. Immutable.</summary>
internal sealed class Grouping<TKey, TElement>(TKey key, IReadOnlyList<TElement> elements) : IGrouping<TKey, TElement>
{
    public TKey Key => key;

    public IEnumerator<TElement> GetEnumerator() => elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
