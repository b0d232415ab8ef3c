using OfflineFiles.Sdk.Linq.Explain;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Execute.Typed;

/// <summary>
/// Makes the generic types of results whose arguments are only known at run time. The one place of a query that may need code made at
/// run time: reference types share the code of <see cref="object"/>, the types of the model are named below, and what is neither is
/// refused where code cannot be made.
/// </summary>
internal static class TypedRows
{
    // Kept in a field, so that the compiler ahead of time does not find them unused.
    private static readonly object[] Compiled =
    [
        new RowTriple.Typed<object, object, object>(),
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
        new RowType.Typed<T>(),
        new RowPair.Typed<T, object>(),
        new RowPair.Typed<object, T>(),
        new RowPair.Typed<T, int>(),
        new RowPair.Typed<T, long>(),
        new RowPair.Typed<int, T>(),
    ];
}
