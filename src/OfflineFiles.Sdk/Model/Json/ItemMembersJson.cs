using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OfflineFiles.Sdk.Model.Json;

/// <summary>
/// How the members of an item are written where the program does not say it: the generated code of a program knows the types that it names, and what
/// the converter of an item writes is not among them.
/// </summary>
[JsonSerializable(typeof(ItemMembers))]
[JsonSerializable(typeof(OfflineFilesItemType))]
[JsonSerializable(typeof(FileSysInfo))]
[JsonSerializable(typeof(PinInfo))]
[JsonSerializable(typeof(ChangeInfo))]
[JsonSerializable(typeof(ConnectionInfo))]
[JsonSerializable(typeof(SuspendInfo))]
[JsonSerializable(typeof(DirtyInfo))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(string))]
internal sealed partial class ItemMembersJson : JsonSerializerContext
{
    // The options of the program with what it does not know; made once for each.
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Wider = [];

    public static JsonTypeInfo InfoOf(Type type, JsonSerializerOptions options) => options.TryGetTypeInfo(type, out var known)
        ? known
        : Wider.GetValue(options, Widen).GetTypeInfo(type);

    private static JsonSerializerOptions Widen(JsonSerializerOptions options) => new(options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(options.TypeInfoResolver, Default),
    };
}
