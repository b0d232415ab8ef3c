#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>The default of a type that is only known at run time.</summary>
internal static class DefaultValues
{
#if NET
    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "Creating a value type without arguments runs no constructor unless the type declares one, and then the query named it.")]
#endif
    public static object? Of(Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;
}
