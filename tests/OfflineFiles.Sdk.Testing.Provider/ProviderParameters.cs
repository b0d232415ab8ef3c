using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>The in parameters of a call, checked against what the class declares (Microsoft Learn: Win32_OfflineFilesCache).</summary>
internal sealed class ProviderParameters
{
    private static readonly Dictionary<string, string> Declared = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Synchronize"] = "string[] Paths, uint32 Flags",
        ["Pin"] = "string[] Paths, uint32 Flags, boolean Deep",
        ["Unpin"] = "string[] Paths, uint32 Flags, boolean Deep",
        ["DeleteItems"] = "string[] Paths, uint32 Flags",
        ["RenameItem"] = "string OriginalPath, string NewPath, boolean ReplaceIfExists",
        ["RenameItemEx"] = "string OriginalPath, string NewPath, boolean ReplaceIfExists",
        ["Encrypt"] = "boolean Encrypt, uint32 Flags",
        ["SuspendRoot"] = "string Path, boolean Suspend",
        ["TransitionOnline"] = "string Path, uint32 Flags",
        ["TransitionOffline"] = "string Path, boolean Force, uint32 Flags",
        ["Enable"] = "boolean Enable",
    };

    private readonly Dictionary<string, object> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The methods and their in parameters, "type Name" each.</summary>
    public static IReadOnlyDictionary<string, string> Methods => Declared;

    private ProviderParameters(string method) => Method = method;

    public string Method { get; }

    public IReadOnlyList<UncPath> Paths => ((string[])_values["Paths"]).Select(UncPath.Parse).ToArray();

    public uint Flags => (uint)_values["Flags"];

    public static ProviderParameters Read(CimMethodCall call)
    {
        if (!string.Equals(call.ClassName, OfflineFilesSchema.Cache.Name, StringComparison.OrdinalIgnoreCase)
            || Declared.Keys.FirstOrDefault(name => string.Equals(name, call.MethodName, StringComparison.OrdinalIgnoreCase)) is not { } method)
        {
            throw ProviderErrors.NoSuchMethod();
        }

        if (call.Instance is { } instance && !string.Equals(instance.ClassName, call.ClassName, StringComparison.OrdinalIgnoreCase)) throw ProviderErrors.NotFound();
        var types = Declared[method].Split(", ").Select(text => text.Split(' ')).ToDictionary(pair => pair[1], pair => pair[0], StringComparer.OrdinalIgnoreCase);
        var parameters = new ProviderParameters(method);
        foreach (var argument in call.Arguments)
        {
            if (!types.TryGetValue(argument.Name, out var type)) throw ProviderErrors.NoSuchParameter(argument.Name);
            if (!Fits(argument, type)) throw ProviderErrors.WrongType(argument.Name);
            parameters._values[argument.Name] = argument.Value ?? throw ProviderErrors.InvalidParameter();
        }

        return types.Keys.All(parameters._values.ContainsKey) ? parameters : throw ProviderErrors.InvalidParameter();
    }

    public UncPath Path(string name) => UncPath.Parse((string)_values[name]);

    public bool Truth(string name) => (bool)_values[name];

    private static bool Fits(CimArgument argument, string type) => (type, argument.Type, argument.IsArray, argument.Value) is
        ("string[]", CimTypeCode.String, true, string[] { Length: > 0 })
        or ("string", CimTypeCode.String, false, string)
        or ("uint32", CimTypeCode.UInt32, false, uint)
        or ("boolean", CimTypeCode.Boolean, false, bool);
}
