#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Null and the default of types that are only known at run time.</summary>
internal static class NullableTypes
{
    public static bool HasNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

#if NET
    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "Creating a value type without arguments runs no constructor unless the type declares one, and then the query named it.")]
#endif
    public static object? DefaultOf(Type type) => HasNull(type) ? null : Activator.CreateInstance(type);
}
