using System.Globalization;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>
/// The one object of each class of settings: what was put is stored, NULL removes it, and all else is NULL (Microsoft Learn:
/// Win32_OfflineFilesMachineConfiguration; observed provider behaviour).
/// </summary>
internal sealed class ProviderSettings(ProviderDoubleOptions options)
{
    private readonly Dictionary<string, Dictionary<string, object?>> _stored = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every modification that was received.</summary>
    public List<CimModification> Modifications { get; } = [];

    /// <summary>The object of a class of settings; null for any other class.</summary>
    public CimRow? Find(string className)
    {
        if (Schema(className) is not { } schema) return null;
        lock (_stored)
        {
            var values = StoredOf(schema);
            // The documentation has IsEffective and no machine does.
            return new CimRow(schema.Name, schema.Properties.Where(property => property.Name != "IsEffective").Select(
                property => new KeyValuePair<string, object?>(property.Name, property.Name == "IsConfiguredByWMI" ? options.SettingsAreInForce : Text(values.GetValueOrDefault(property.Name)))));
        }
    }

    public void Modify(CimModification modification)
    {
        lock (_stored)
        {
            Modifications.Add(modification);
            var schema = Schema(modification.ClassName) ?? throw ProviderErrors.NotFound();
            if (options.CallerIsNoAdministrator) throw ProviderErrors.AccessDenied();
            var values = Read(schema, modification);
            foreach (var (name, value) in values) StoredOf(schema)[name] = value;
        }
    }

    private Dictionary<string, object?> StoredOf(CimClassSchema schema) =>
        _stored.TryGetValue(schema.Name, out var values) ? values : _stored[schema.Name] = new(StringComparer.OrdinalIgnoreCase);

    private CimClassSchema? Schema(string className)
    {
        var schema = new[] { OfflineFilesSchema.MachineConfiguration, OfflineFilesSchema.UserConfiguration }
            .FirstOrDefault(one => string.Equals(one.Name, className, StringComparison.OrdinalIgnoreCase));
        return schema is not null && options.Generation < CimProviderGeneration.Windows8 ? throw ProviderErrors.InvalidClass() : schema;
    }

    private static Dictionary<string, object?> Read(CimClassSchema schema, CimModification modification) => modification.Values.ToDictionary(
        value => value.Name, value => Read(schema.Find(value.Name) ?? throw ProviderErrors.NoSuchParameter(value.Name), value));

    private static object? Read(CimPropertySchema property, CimArgument value)
    {
        if (!property.IsWritable) throw ProviderErrors.InvalidParameter();
        if (value.Type != property.Type || value.IsArray != property.IsArray) throw ProviderErrors.WrongType(value.Name);
        return (value.Type, value.IsArray, value.Value) switch
        {
            (_, _, null) => null,
            (CimTypeCode.Object, false, CimModification inner) when inner.ClassName == property.ClassName =>
                new CimRow(inner.ClassName, Read(OfflineFilesSchema.Find(inner.ClassName)!, inner)),
            // An empty array does not get through the layer below.
            (CimTypeCode.String, true, string[] { Length: > 0 } texts) => texts,
            (CimTypeCode.Boolean, false, bool) or (CimTypeCode.UInt16, false, ushort) or (CimTypeCode.UInt32, false, uint) => value.Value,
            _ => throw ProviderErrors.WrongType(value.Name),
        };
    }

    private object? Text(object? value) => !options.ValuesAsStrings ? value : value switch
    {
        bool truth => truth ? "true" : "false",
        ushort or uint => Convert.ToString(value, CultureInfo.InvariantCulture),
        CimRow row => new CimRow(row.ClassName, row.Values.Select(inner => new KeyValuePair<string, object?>(inner.Key, Text(inner.Value)))),
        _ => value,
    };
}
