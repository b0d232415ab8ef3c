using System.Diagnostics;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>
/// What rows of one kind have in common: the class and the names of the properties in their order. Shapes are few and rows are many, so equal
/// shapes are one object, and where the properties of a schema are found is looked up once for each. Immutable; safe from several threads.
/// </summary>
[DebuggerDisplay("{ClassName,nq}, {Names.Count} properties")]
internal sealed class CimRowShape
{
    // A query brings one shape for each class in its rows, so this is room for several. What is forgotten is made again.
    private const int MostKept = 32;

    private static CimRowShape[] _kept = [];

    private readonly string[] _names;
    private Binding? _binding;

    private CimRowShape(string className, string[] names)
    {
        ClassName = className;
        _names = names;
    }

    public string ClassName { get; }

    public IReadOnlyList<string> Names => _names;

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

    /// <summary>Where a property is, ignoring case; below zero when there is none.</summary>
    public int IndexOf(string name) => Array.FindIndex(_names, own => string.Equals(own, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where each property of a schema is, in the schema's order; below zero when the rows do not have it.</summary>
    public int[] IndexesOf(CimClassSchema schema) => _binding is { } binding && binding.Schema == schema ? binding.Indexes : Bind(schema);

    private int[] Bind(CimClassSchema schema)
    {
        int[] indexes = [.. schema.Properties.Select(property => IndexOf(property.Name))];
        _binding = new Binding(schema, indexes);
        return indexes;
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
