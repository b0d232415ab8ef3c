#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Null and the default of types that are only known at run time.</summary>
internal static class NullableTypes
{
    public static bool HasNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>The nullable type of a number type.</summary>
    public static Type Of(Type number) => Type.GetTypeCode(number) switch
    {
        TypeCode.SByte => typeof(sbyte?),
        TypeCode.Byte => typeof(byte?),
        TypeCode.Int16 => typeof(short?),
        TypeCode.UInt16 => typeof(ushort?),
        TypeCode.UInt32 => typeof(uint?),
        TypeCode.Int64 => typeof(long?),
        TypeCode.UInt64 => typeof(ulong?),
        _ => typeof(int?),
    };

#if NET
    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "Creating a value type without arguments runs no constructor unless the type declares one, and then the query named it.")]
#endif
    public static object? DefaultOf(Type type) => HasNull(type) ? null : Activator.CreateInstance(type);
}
