using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim;

/// <summary>An instance copied off the wire: class name and values by property name, ignoring case. An embedded instance is a row again.</summary>
[DebuggerDisplay("{ClassName,nq}, {_values.Count} properties")]
internal sealed class CimRow
{
    private readonly Dictionary<string, object?> _values;

    public CimRow(string className, IEnumerable<KeyValuePair<string, object?>> values)
    {
        ClassName = className;
        _values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values) _values[value.Key] = value.Value;
    }

    public string ClassName { get; }

    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>The value; null for NULL and for a property the instance does not have.</summary>
    public object? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    public static CimRow Key(string className, string property, string value) =>
        new(className, [new KeyValuePair<string, object?>(property, value)]);
}
