using System.Reflection;
using Mono.Cecil;

namespace OfflineFiles.Sdk.Testing.Rules;

/// <summary>A library as the rules of the house see it: its sources with their folders, and what its types use of each other.</summary>
internal sealed class Library
{
    private readonly Dictionary<string, SourceType> _byName;

    /// <summary>Reads a library.</summary>
    /// <param name="assembly">The built library.</param>
    /// <param name="sources">The directory of its sources.</param>
    /// <param name="rootNamespace">The namespace of that directory.</param>
    public Library(Assembly assembly, string sources, string rootNamespace)
    {
        RootNamespace = rootNamespace;
        Types = SourceTypes.Read(sources);
        _byName = Types.DistinctBy(type => type.FullName).ToDictionary(type => type.FullName);
        // Values of enumerations in attributes can only be read where the enumeration is found.
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assembly.Location));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        using var module = ModuleDefinition.ReadModule(assembly.Location, new ReaderParameters { AssemblyResolver = resolver });
        UnknownTypes =
        [
            .. module.Types.Where(type => IsOwn(type) && !_byName.ContainsKey(type.FullName)).Select(type => type.FullName),
        ];
        Uses =
        [
            .. from type in module.Types
               where _byName.ContainsKey(type.FullName)
               from used in TypeUses.Of(type)
               where _byName.ContainsKey(used)
               select new FolderUse(_byName[type.FullName].Folder, ShortName(type.FullName), _byName[used].Folder, ShortName(used)),
        ];
        FriendAssemblies =
        [
            .. module.Assembly.CustomAttributes
                .Where(attribute => attribute.AttributeType.Name == "InternalsVisibleToAttribute")
                .Select(attribute => (string)attribute.ConstructorArguments[0].Value),
        ];
    }

    public string RootNamespace { get; }

    public IReadOnlyList<SourceType> Types { get; }

    /// <summary>Types of the assembly that no source was found to declare: the rules do not see them.</summary>
    public IReadOnlyList<string> UnknownTypes { get; }

    public IReadOnlyList<FolderUse> Uses { get; }

    /// <summary>The assemblies that see its internals.</summary>
    public IReadOnlyList<string> FriendAssemblies { get; }

    /// <summary>The library of this name under src.</summary>
    public static Library Of(Assembly assembly) => new(assembly, SourceTree.Library(assembly.GetName().Name!), assembly.GetName().Name!);

    // What a compiler or a generator adds stands in no namespace or in one of its own.
    private bool IsOwn(TypeDefinition type) =>
        (type.Namespace == RootNamespace || type.Namespace.StartsWith(RootNamespace + ".", StringComparison.Ordinal))
        && !type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");

    private static string ShortName(string fullName) => fullName[(fullName.LastIndexOf('.') + 1)..];
}
