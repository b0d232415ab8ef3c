using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>
/// The options of a program with the types that a converter writes in the place of its own: the generated code of a program knows only the types that
/// it names. For converters.
/// </summary>
/// <param name="types">The types that are written.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WrittenTypes(IJsonTypeInfoResolver types)
{
    // Made once for each options, and gone with them.
    private readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> _wider = [];

    /// <summary>Returns how a type is written by options of a program.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options.</param>
    public JsonTypeInfo<T> InfoOf<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)_wider.GetValue(Guard.NotNull(options), Widen).GetTypeInfo(typeof(T));

    private JsonSerializerOptions Widen(JsonSerializerOptions options) => new(options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(types, options.TypeInfoResolver),
    };
}
