using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim.Rows;

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
        var last = values.GroupBy(value => value.Key, value => value.Value, WqlText.Comparer).ToList();
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

/// <summary>
/// What rows of one kind have in common: the class and the names of the properties in their order. Shapes are few and rows are many, so equal
/// shapes are one object, and where the properties of a schema are found is looked up once for each. Immutable; safe from several threads.
/// </summary>
[DebuggerDisplay("{ClassName,nq}, {Names.Count} properties")]
internal sealed class CimRowShape
{
    // A query brings one shape for each class in its rows, so this is room for several. What is forgotten is made again.
    private const int MostKept = 32;

    // Twice what the identifiers of Windows have.
    private const int LongestName = 512;

    private static CimRowShape[] _kept = [];

    private readonly string[] _names;
    private Binding? _binding;
    private string? _fault;
    private volatile bool _isChecked;

    private CimRowShape(string className, string[] names)
    {
        ClassName = className;
        _names = names;
    }

    public string ClassName { get; }

    public IReadOnlyList<string> Names => _names;

    /// <summary>What makes it no shape of a sound row, as the end of a sentence; null for nothing. It is looked for once.</summary>
    public string? Fault
    {
        get
        {
            if (_isChecked) return _fault;
            _fault = FindFault();
            _isChecked = true;
            return _fault;
        }
    }

    /// <summary>The shape of a class and names; the array is the shape's from then on.</summary>
    public static CimRowShape Of(string className, string[] names)
    {
        var kept = Volatile.Read(ref _kept);
        foreach (var shape in kept)
            if (shape.Is(className, names)) return shape;

        // Two threads may add at once and one shape be lost: the rows have it, and the next one makes it again.
        var added = new CimRowShape(className, names);
        Volatile.Write(ref _kept, [added, .. kept.Take(MostKept - 1)]);
        return added;
    }

    /// <summary>Where a property is, ignoring case; below zero if the row has no such property.</summary>
    public int IndexOf(string name) => Array.FindIndex(_names, own => WqlText.AreEqual(own, name));

    /// <summary>Where each property of a schema is, in the schema's order; below zero when the rows do not have it.</summary>
    public int[] IndexesOf(CimClassSchema schema) => _binding is { } binding && binding.Schema == schema ? binding.Indexes : Bind(schema);

    private int[] Bind(CimClassSchema schema)
    {
        int[] indexes = [.. schema.Properties.Select(property => IndexOf(property.Name))];
        _binding = new Binding(schema, indexes);
        return indexes;
    }

    private string? FindFault()
    {
        if (Array.Exists(_names, name => name.Length is 0 or > LongestName || !ReadableText.IsReadable(name)))
            return "a name of a property that is none";
        var names = new HashSet<string>(WqlText.Comparer);
        return Array.Find(_names, name => !names.Add(name)) is { } twice ? $"the property {twice} twice" : null;
    }

    private bool Is(string className, string[] names)
    {
        if (names.Length != _names.Length || !string.Equals(className, ClassName, StringComparison.Ordinal)) return false;
        for (var i = 0; i < names.Length; i++)
            if (!string.Equals(names[i], _names[i], StringComparison.Ordinal)) return false;
        return true;
    }

    private sealed record Binding(CimClassSchema Schema, int[] Indexes);
}
