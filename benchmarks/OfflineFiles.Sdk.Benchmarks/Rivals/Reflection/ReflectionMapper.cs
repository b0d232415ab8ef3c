using System.Globalization;
using System.Reflection;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Reflection;

/// <summary>A row as general mappers read it: the property of the same name is found once for each type and set through reflection.</summary>
internal static class ReflectionMapper
{
    private static readonly Dictionary<Type, Dictionary<string, PropertyInfo>> Properties = new[]
    {
        typeof(OfflineFilesItem), typeof(FileSysInfo), typeof(PinInfo), typeof(ChangeInfo), typeof(ConnectionInfo), typeof(SuspendInfo), typeof(DirtyInfo),
    }.ToDictionary(type => type, type => type.GetProperties().Where(property => property.CanWrite).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase));

    public static OfflineFilesItem Item(CimRow row)
    {
        var item = new OfflineFilesItem((string)row["ItemPath"]!);
        Fill(item, row);
        return item;
    }

    private static void Fill(object target, CimRow row)
    {
        var properties = Properties[target.GetType()];
        foreach (var value in row.Values)
            if (value.Value is not null && properties.TryGetValue(value.Key, out var property)) property.SetValue(target, Convert(property.PropertyType, value.Value));
    }

    private static object Convert(Type type, object value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsInstanceOfType(value)) return value;
        if (value is CimRow embedded)
        {
            var target = Activator.CreateInstance(type)!;
            Fill(target, embedded);
            return target;
        }

        if (type.IsEnum) return Enum.ToObject(type, System.Convert.ToInt64(value, CultureInfo.InvariantCulture));
        return type == typeof(DateTimeOffset)
            ? DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture)
            : System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }
}
