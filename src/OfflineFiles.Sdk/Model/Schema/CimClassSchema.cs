using System.Diagnostics;

namespace OfflineFiles.Sdk.Schema;

/// <summary>One CIM class of Offline Files and the .NET type that carries it. Immutable.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class CimClassSchema
{
    private readonly Dictionary<string, CimPropertySchema> _byName;

    internal CimClassSchema(string name, Type modelType, bool isSingleton, params CimPropertySchema[] properties)
    {
        Name = name;
        ModelType = modelType;
        IsSingleton = isSingleton;
        Properties = Array.AsReadOnly(properties);
        _byName = properties.ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>The .NET type that carries an instance.</summary>
    public Type ModelType { get; }

    /// <summary>Whether there is one instance at most.</summary>
    public bool IsSingleton { get; }

    /// <summary>The properties, in the order of the documentation.</summary>
    public IReadOnlyList<CimPropertySchema> Properties { get; }

    /// <summary>Finds a property by its name, ignoring case as CIM does; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public CimPropertySchema? Find(string name) => _byName.TryGetValue(Guard.NotNull(name), out var property) ? property : null;

    /// <summary>The name of the class.</summary>
    public override string ToString() => Name;
}
