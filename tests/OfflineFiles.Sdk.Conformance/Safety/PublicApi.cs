using System.Reflection;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Safety;

/// <summary>All that the packages show to their users.</summary>
internal static class PublicApi
{
    public static IReadOnlyList<Assembly> Libraries { get; } =
        [typeof(WqlQuery).Assembly, typeof(OfflineFilesCache).Assembly, typeof(CimBackend).Assembly, typeof(EmbeddedBackend).Assembly];

    public static IReadOnlyList<Type> Types { get; } = [.. Libraries.SelectMany(library => library.GetExportedTypes()).Where(type => !typeof(Delegate).IsAssignableFrom(type))];

    /// <summary>Methods and constructors by what they are called on: an extension method is one of the type that it extends.</summary>
    public static ILookup<(Type Type, string Name), ParameterInfo[]> Calls { get; } = (
        from type in Types
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).OfType<MethodBase>()
        let extends = member.IsDefined(typeof(ExtensionAttribute), inherit: false)
        let parameters = member.GetParameters()
        select (Owner: extends ? parameters[0].ParameterType : type, member.Name, Parameters: extends ? parameters[1..] : parameters))
        .ToLookup(call => (call.Owner, call.Name), call => call.Parameters);

    public static bool IsHandler(Type type) => type.IsDefined(typeof(InterpolatedStringHandlerAttribute), inherit: false);

    /// <summary>Whether the compiler makes one of a string by itself.</summary>
    public static bool TakesString(Type type) =>
        type.IsAssignableFrom(typeof(string))
        || type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(method =>
            method is { Name: "op_Implicit" } && method.ReturnType == type && method.GetParameters()[0].ParameterType.IsAssignableFrom(typeof(string)));
}
