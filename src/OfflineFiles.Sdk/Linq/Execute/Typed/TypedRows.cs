#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq;

/// <summary>
/// Makes the generic types of results whose arguments are only known at run time. The one place of a query that may need code made at
/// run time: reference types share the code of <see cref="object"/>, the types of the model are named below, and what is neither is
/// refused where code cannot be made.
/// </summary>
internal static class TypedRows
{
    private static readonly object Shared = new RowTriple.Typed<object, object, object>();

    static TypedRows()
    {
        Keep<object>();
        Keep<bool>();
        Keep<int>();
        Keep<long>();
        Keep<double>();
        Keep<char>();
        Keep<DateTimeOffset>();
        Keep<OfflineFilesItemType>();
        Keep<PinState>();
        Keep<ConnectState>();
        Keep<OfflineReason>();
        Keep<FileAttributes>();
        Keep<bool?>();
        Keep<long?>();
        Keep<DateTimeOffset?>();
    }

#if NET
    [UnconditionalSuppressMessage(
        "AOT", "IL3050", Justification = "Code that was not compiled ahead is refused below with advice; all other runs from what Keep names.")]
    [UnconditionalSuppressMessage(
        "Trimming", "IL2055", Justification = "The generic types are those of this folder; their arguments carry no annotations.")]
    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "The generic types are those of this folder; Keep calls the constructors of all of them.")]
#endif
    public static TFactory Create<TFactory>(Type definition, params Type[] arguments)
    {
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

    private static void Keep<T>()
    {
        GC.KeepAlive(Shared);
        GC.KeepAlive(new RowType.Typed<T>());
        GC.KeepAlive(new RowPair.Typed<T, object>());
        GC.KeepAlive(new RowPair.Typed<object, T>());
        GC.KeepAlive(new RowPair.Typed<T, int>());
        GC.KeepAlive(new RowPair.Typed<T, long>());
        GC.KeepAlive(new RowPair.Typed<int, T>());
    }
}
