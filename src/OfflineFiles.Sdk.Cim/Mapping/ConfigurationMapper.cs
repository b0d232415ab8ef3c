using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>Makes the settings of rows. NULL means that no value is stored on the WMI side, and stays null.</summary>
internal static class ConfigurationMapper
{
    public static MachineConfiguration Machine(CimRow row) => ModelReader.Read<MachineConfiguration>(OfflineFilesSchema.MachineConfiguration, row);

    public static UserConfiguration User(CimRow row) => ModelReader.Read<UserConfiguration>(OfflineFilesSchema.UserConfiguration, row);
}

/// <summary>Makes typed values of settings, those that can be written. The mirror of <see cref="ConfigurationMapper"/>.</summary>
internal static class ConfigurationWriter
{
    public static IReadOnlyList<CimArgument> Machine(MachineConfiguration configuration) =>
        Values(OfflineFilesSchema.MachineConfiguration, configuration);

    public static IReadOnlyList<CimArgument> User(UserConfiguration configuration) => Values(OfflineFilesSchema.UserConfiguration, configuration);

    /// <summary>The values of the second list that are not those of the first. Both have the same names in the same order.</summary>
    public static IReadOnlyList<CimArgument> Differences(IReadOnlyList<CimArgument> stored, IReadOnlyList<CimArgument> wanted) =>
        wanted.Where((value, index) => !AreSame(value.Value, stored[index].Value)).ToArray();

    private static CimArgument[] Values(CimClassSchema schema, object settings) =>
    [
        .. from property in schema.Properties
           where property.IsWritable
           let value = schema.ModelType.GetProperty(property.Name)!.GetValue(settings)
           select new CimArgument(property.Name, property.Type, property.IsArray, Written(property, value)),
    ];

    // An empty array may not be passed on, and a provider that stored one would have nothing in it either.
    private static object? Written(CimPropertySchema property, object? value) => value switch
    {
        null => null,
        _ when property.ClassName is { } name => new CimModification(name, Values(OfflineFilesSchema.Find(name)!, value)),
        IReadOnlyList<string> texts => texts.Count > 0 ? texts.ToArray() : null,
        _ => value,
    };

    private static bool AreSame(object? one, object? other) => (one, other) switch
    {
        (string[] left, string[] right) => left.SequenceEqual(right, StringComparer.Ordinal),
        (CimModification left, CimModification right) => Differences(left.Values, right.Values).Count == 0,
        _ => Equals(one, other),
    };
}
