namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>Names as they stand in the source. Compilers give names that no source can have to what they make themselves.</summary>
internal static class MemberNames
{
    private const string VisualBasicLocal = "$VB$Local_";

    /// <summary>Whether the source has no name for it.</summary>
    public static bool IsHidden(string name) =>
        name.StartsWith("<>", StringComparison.Ordinal)
        || name.StartsWith("CS$<>", StringComparison.Ordinal)
        || name.StartsWith("VB$", StringComparison.Ordinal)
        || (name.StartsWith("$VB$", StringComparison.Ordinal) && !name.StartsWith(VisualBasicLocal, StringComparison.Ordinal));

    public static string Of(string? name)
    {
        if (string.IsNullOrEmpty(name) || IsHidden(name!)) return "x";
        if (name!.StartsWith(VisualBasicLocal, StringComparison.Ordinal)) return name[VisualBasicLocal.Length..];
        // The parameter of a primary constructor: <name>P.
        return name[0] == '<' && name.IndexOf('>') is > 0 and var end ? name[1..end] : name;
    }
}

/// <summary>Writes the names of types as C# does, without their namespaces.</summary>
internal static class TypeText
{
    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } plain) return Of(plain) + "?";
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericType)
        {
            var end = type.Name.IndexOf('`');
            return $"{(end < 0 ? type.Name : type.Name[..end])}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
        }

        return type.IsEnum ? type.Name : Keyword(type) ?? type.Name;
    }

    private static string? Keyword(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Char => "char",
        TypeCode.Decimal => "decimal",
        TypeCode.Double => "double",
        TypeCode.Single => "float",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.String => "string",
        _ => type == typeof(object) ? "object" : null,
    };
}
