using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>An instance copied off the wire: values in the order of the names of its shape. An embedded instance is a row again.</summary>
[DebuggerDisplay("{ClassName,nq}, {_values.Length} properties")]
internal sealed class CimRow
{
    private readonly object?[] _values;

    /// <summary>The values are the row's from then on.</summary>
    public CimRow(CimRowShape shape, object?[] values)
    {
        if (values.Length != shape.Names.Count)
            throw new ArgumentException($"{shape.ClassName} has {shape.Names.Count} properties, not {values.Length}.", nameof(values));
        Shape = shape;
        _values = values;
    }

    /// <summary>For single rows. Of two values of one name the later counts.</summary>
    public CimRow(string className, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var last = values.GroupBy(value => value.Key, value => value.Value, StringComparer.OrdinalIgnoreCase).ToList();
        Shape = CimRowShape.Of(className, [.. last.Select(value => value.Key)]);
        _values = [.. last.Select(value => value.Last())];
    }

    public string ClassName => Shape.ClassName;

    public CimRowShape Shape { get; }

    public IEnumerable<KeyValuePair<string, object?>> Values =>
        Shape.Names.Select((name, index) => new KeyValuePair<string, object?>(name, _values[index]));

    /// <summary>The values in the order of the names of the shape; for those who read many.</summary>
    public object?[] Items => _values;

    /// <summary>The value; null for NULL and for a property the instance does not have.</summary>
    public object? this[string name] => this[Shape.IndexOf(name)];

    /// <summary>The value at an index of the shape; null below zero.</summary>
    public object? this[int index] => index < 0 ? null : _values[index];

    public static CimRow Key(string className, string property, string value) =>
        new(className, [new KeyValuePair<string, object?>(property, value)]);
}
