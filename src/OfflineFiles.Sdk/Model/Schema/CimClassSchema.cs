using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;

namespace OfflineFiles.Sdk.Schema;

/// <summary>One CIM class of Offline Files and the .NET type that carries it. Immutable.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class CimClassSchema
{
    // Instances are made and read by the names of the table, which a trimmer cannot see.
    internal const DynamicallyAccessedMemberTypes Carries =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicConstructors;

    private readonly Dictionary<string, CimPropertySchema> _byName;

    internal CimClassSchema(
        string name, [DynamicallyAccessedMembers(Carries)] Type modelType, bool isSingleton, params CimPropertySchema[] properties)
    {
        Name = name;
        ModelType = modelType;
        IsSingleton = isSingleton;
        Properties = Array.AsReadOnly(properties);
        DocumentedCount = properties.Count(property => property.IsDocumented);
        _byName = properties.ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>The .NET type that carries an instance.</summary>
    [DynamicallyAccessedMembers(Carries)]
    [JsonIgnore]
    [IgnoreDataMember]
    public Type ModelType { get; }

    /// <summary>Whether there is one instance at most.</summary>
    public bool IsSingleton { get; }

    /// <summary>Whether the instances are only ever part of another object, so that no query asks for them alone.</summary>
    public bool IsEmbedded => OfflineFilesSchema.Classes.Any(
        other => other.Properties.Any(property => property.Type == CimTypeCode.Object && property.ClassName == Name));

    /// <summary>Whether the instances tie two others together.</summary>
    public bool IsAssociation => Properties.Any(property => property.Type == CimTypeCode.Reference);

    /// <summary>Whether a provider makes the instances. False where no source tells.</summary>
    public bool IsDynamic { get; internal init; } = true;

    /// <summary>
    /// The qualifiers of the class as far as they are known: of <c>Association</c>, <c>Dynamic</c>, <c>Provider</c> and <c>Singleton</c> those it
    /// has (Microsoft Learn: Standard WMI Qualifiers). What other qualifiers the provider's classes have is not documented.
    /// </summary>
    public IReadOnlyList<string> Qualifiers =>
    [
        .. IsAssociation ? ["Association"] : Array.Empty<string>(),
        .. IsDynamic ? ["Dynamic", "Provider"] : Array.Empty<string>(),
        .. IsSingleton ? ["Singleton"] : Array.Empty<string>(),
    ];

    /// <summary>The properties, in the order of the documentation; then those that only the library tells (<see cref="CimPropertySchema.IsDocumented"/>).</summary>
    public IReadOnlyList<CimPropertySchema> Properties { get; }

    /// <summary>How many properties the class has where its provider answers.</summary>
    internal int DocumentedCount { get; }

    /// <summary>Finds a property by its name, ignoring case as CIM does; null if the class has no such property.</summary>
    /// <param name="name">The name.</param>
    public CimPropertySchema? Find(string name) => _byName.TryGetValue(Guard.NotNull(name), out var property) ? property : null;

    /// <summary>The name of the class.</summary>
    public override string ToString() => Name;
}
