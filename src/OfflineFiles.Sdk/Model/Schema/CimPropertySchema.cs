using System.Diagnostics;
using System.Runtime.Serialization;

namespace OfflineFiles.Sdk.Schema;

/// <summary>One property of a CIM class and the .NET member that carries it. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CimPropertySchema
{
    /// <summary>The name of the property; the .NET member has the same.</summary>
    public required string Name { get; init; }

    /// <summary>The CIM type, of an element for an array.</summary>
    public required CimTypeCode Type { get; init; }

    /// <summary>Whether it is an array.</summary>
    public bool IsArray { get; init; }

    /// <summary>Whether it can be NULL on an instance it applies to or not.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether it is (part of) the key.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it can be put.</summary>
    public bool IsWritable { get; init; }

    /// <summary>The largest number it takes, its Max qualifier; null where none is documented.</summary>
    public long? Maximum { get; init; }

    /// <summary>The class of an embedded instance or a reference; null for other types.</summary>
    public string? ClassName { get; init; }

    /// <summary>The enum its numbers mean; null if they are plain numbers.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public Type? EnumType { get; init; }

    /// <summary>
    /// Whether the documented class has it. False for what only the library tells, such as <see cref="OfflineFilesItem.InConflict"/>: no provider knows
    /// its name, so it is in no query that is sent to one.
    /// </summary>
    public bool IsDocumented { get; init; } = true;

    /// <summary>Name and type.</summary>
    public override string ToString() => $"{Name}: {ClassName ?? Type.ToString()}{(IsArray ? "[]" : "")}";
}
