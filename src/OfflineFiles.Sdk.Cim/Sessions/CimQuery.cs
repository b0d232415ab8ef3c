using System.Diagnostics;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>A data query as it is sent.</summary>
/// <param name="Text">WQL.</param>
/// <param name="KeysOnly">Only the key of each instance is wanted; a server may send more.</param>
[DebuggerDisplay("{Text,nq}")]
internal sealed record CimQuery(string Text, bool KeysOnly = false);
