using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>Writes the classes as a machine of a version of Windows defines them (Microsoft Learn: the requirements of each class and method).</summary>
internal static class ProviderClasses
{
    public static CimClassDefinition? Define(string className, ProviderDoubleOptions options) =>
        OfflineFilesSchema.Find(className) is { } schema && Has(schema, options) ? Define(schema, options.Generation) : null;

    public static bool Has(CimClassSchema schema, ProviderDoubleOptions options) =>
        schema == OfflineFilesSchema.Health ? options.Generation >= CimProviderGeneration.Windows8
        : options.IsInstalled && (!IsConfiguration(schema) || options.Generation >= CimProviderGeneration.Windows8);

    public static bool HasMethod(string method, ProviderDoubleOptions options) => options.IsInstalled && Since(method) <= options.Generation;

    private static CimProviderGeneration Since(string method) => method switch
    {
        "TransitionOnline" or "TransitionOffline" => CimProviderGeneration.VistaServicePack1,
        "RenameItemEx" => CimProviderGeneration.Windows7ServicePack1,
        _ => CimProviderGeneration.Vista,
    };

    private static bool IsConfiguration(CimClassSchema schema) =>
        schema == OfflineFilesSchema.MachineConfiguration || schema == OfflineFilesSchema.UserConfiguration
        || schema == OfflineFilesSchema.BackgroundSync || schema == OfflineFilesSchema.DiskSpaceLimit;

    private static CimClassDefinition Define(CimClassSchema schema, CimProviderGeneration generation) => new(
        schema.Name,
        schema.Properties.Where(property => property.IsDocumented).ToDictionary(property => property.Name, property => Values(property, generation), StringComparer.OrdinalIgnoreCase),
        schema == OfflineFilesSchema.Cache
            ? [.. ProviderParameters.Methods.Keys.Where(method => Since(method) <= generation)]
            : []);

    private static IReadOnlyList<string> Values(CimPropertySchema property, CimProviderGeneration generation) => property.EnumType is { } type
        ? Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => $"{value}").Where(value => IsKnown(type, value, generation)).ToArray()
        : [];

    // The transparent cache came with Windows 7 or 8; the documents differ.
    private static bool IsKnown(Type type, string value, CimProviderGeneration generation) =>
        type != typeof(ConnectState) || value is not ("3" or "4") || generation >= CimProviderGeneration.Windows8;
}
