// System.Text.Json is a part of .NET, and a dependency anywhere else: there, what it would read off a type stands at the type and is read by nobody.
namespace System.Text.Json.Serialization
{
    [AttributeUsage(AttributeTargets.All)]
    internal sealed class JsonConverterAttribute(Type converterType) : Attribute
    {
        public Type ConverterType => converterType;
    }

    [AttributeUsage(AttributeTargets.Property)]
    internal sealed class JsonIgnoreAttribute : Attribute;

    internal abstract class JsonStringEnumConverter<TEnum>
        where TEnum : struct, Enum;
}

namespace OfflineFiles.Sdk.Serialization
{
    internal abstract class UncPathJsonConverter;

    internal abstract class OfflineFilesItemJsonConverter;

    internal abstract class ItemOutcomeJsonConverter;

    internal abstract class QueryExplanationJsonConverter;

    internal abstract class WqlRowJsonConverter;
}
