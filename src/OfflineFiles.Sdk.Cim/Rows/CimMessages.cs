using System.Diagnostics;
using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Rows;

/// <summary>A data query as it is sent.</summary>
/// <param name="Text">WQL.</param>
/// <param name="KeysOnly">Only the key of each instance is wanted; a server may send more.</param>
[DebuggerDisplay("{DebuggerText,nq}")]
internal sealed record CimQuery(string Text, bool KeysOnly = false)
{
    private string DebuggerText => ReadableText.Of(Text);
}

/// <summary>A call of a method with its in parameters, typed as the class declares them.</summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed record CimMethodCall(string ClassName, string MethodName, IReadOnlyList<CimArgument> Arguments)
{
    /// <summary>The key of the instance to call it on; null for the class. A class without a key has an instance without values.</summary>
    public CimRow? Instance { get; init; }

    /// <summary>Whether it was sent.</summary>
    public SentMark Sent { get; } = new();

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

/// <summary>
/// Values to write to an instance; a value of null removes what is stored. The value of an embedded object (<see cref="Schema.CimTypeCode.Object"/>)
/// is a modification again: its class and all its values.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed record CimModification(string ClassName, IReadOnlyList<CimArgument> Values)
{
    /// <summary>Whether it was sent.</summary>
    public SentMark Sent { get; } = new();

    public override string ToString() => $"{ClassName}({string.Join(", ", Values.Select(value => value.Name))})";
}

/// <summary>
/// Set when a request that changes something goes to the machine: from then on it may have been carried out, however the call ends.
/// </summary>
internal sealed class SentMark
{
    private volatile bool _isSet;

    public bool IsSet => _isSet;

    public void Set() => _isSet = true;
}

/// <summary>What a method answered: its return value, and its out parameters by name, ignoring case.</summary>
internal sealed class CimCallResult(uint returnValue, CimRow outParameters)
{
    /// <summary>The HRESULT that the return value stands for.</summary>
    public int Code { get; } = ReturnCode.AsHResult(unchecked((int)returnValue));

    public CimRow OutParameters { get; } = outParameters;
}

/// <summary>A class as the server defines it. Names are compared ignoring case.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Properties">The properties by name, each with the values that its ValueMap qualifier lists; empty if it has none.</param>
/// <param name="Methods">The names of the methods.</param>
[DebuggerDisplay("{Name,nq}")]
internal sealed record CimClassDefinition(
    string Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Properties, IReadOnlyCollection<string> Methods);
