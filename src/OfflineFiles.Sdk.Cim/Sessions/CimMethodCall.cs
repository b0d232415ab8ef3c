using System.Diagnostics;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>A call of a method with its in parameters, typed as the class declares them.</summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed record CimMethodCall(string ClassName, string MethodName, IReadOnlyList<CimArgument> Arguments)
{
    /// <summary>The key of the instance to call it on; null for the class. A class without a key has an instance without values.</summary>
    public CimRow? Instance { get; init; }

    public override string ToString() => $"{ClassName}.{MethodName}({string.Join(", ", Arguments.Select(argument => argument.Name))})";
}

/// <summary>
/// One in parameter or value to write. The server refuses a number of another type, so the type travels with the value. An embedded object is a
/// <see cref="CimModification"/>.
/// </summary>
internal sealed record CimArgument(string Name, CimTypeCode Type, bool IsArray, object? Value)
{
    public static CimArgument Paths(string name, IEnumerable<UncPath> paths) =>
        new(name, CimTypeCode.String, IsArray: true, paths.Select(path => path.ToString()).ToArray());

    public static CimArgument Text(string name, UncPath path) => new(name, CimTypeCode.String, IsArray: false, path.ToString());

    public static CimArgument Number(string name, uint value) => new(name, CimTypeCode.UInt32, IsArray: false, value);

    public static CimArgument Truth(string name, bool value) => new(name, CimTypeCode.Boolean, IsArray: false, value);
}
