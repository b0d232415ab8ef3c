using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>
/// Values to write to an instance; a value of null removes what is stored. The value of an embedded object (<see cref="Schema.CimTypeCode.Object"/>)
/// is a modification again: its class and all its values.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed record CimModification(string ClassName, IReadOnlyList<CimArgument> Values)
{
    public override string ToString() => $"{ClassName}({string.Join(", ", Values.Select(value => value.Name))})";
}
