using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Conformance.Provider;

/// <summary>Writes the classes as a server of the latest Windows defines them.</summary>
internal static class ProviderClasses
{
    public static CimClassDefinition Define(CimClassSchema schema) => new(
        schema.Name,
        schema.Properties.ToDictionary(property => property.Name, Define, StringComparer.OrdinalIgnoreCase),
        schema == OfflineFilesSchema.Cache
            ? ProviderParameters.Methods.ToDictionary(method => method.Key, method => Define(method.Key, method.Value), StringComparer.OrdinalIgnoreCase)
            : new Dictionary<string, CimMethodDefinition>());

    private static CimPropertyDefinition Define(CimPropertySchema property) => new(
        property.Name,
        property.EnumType is { } type ? Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => $"{value}").ToArray() : []);

    private static CimMethodDefinition Define(string name, string parameters) =>
        new(name, IsStatic: true, parameters.Split(", ").Select(parameter => parameter.Split(' ')[1]).ToArray());
}
