#if NET
using System.Buffers;
#endif

namespace OfflineFiles.Sdk.Wql.Parsing;

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
