using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>A class as the server has it. Names are compared ignoring case.</summary>
[DebuggerDisplay("{Name,nq}")]
internal sealed record CimClassDefinition(
    string Name, IReadOnlyDictionary<string, CimPropertyDefinition> Properties, IReadOnlyDictionary<string, CimMethodDefinition> Methods);

/// <summary>A property of a class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The values its ValueMap qualifier lists; empty when it has none.</param>
internal sealed record CimPropertyDefinition(string Name, IReadOnlyList<string> Values);

/// <summary>A method of a class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsStatic">Whether it is called on the class.</param>
/// <param name="Parameters">The names of its parameters, in and out.</param>
internal sealed record CimMethodDefinition(string Name, bool IsStatic, IReadOnlyList<string> Parameters);
