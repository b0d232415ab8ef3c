using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Copies the documentation file of an assembly without the members that its users cannot see.</summary>
public sealed class PublicDocumentation : Task
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Required]
    public string Assembly { get; set; }

    [Required]
    public string[] References { get; set; }

    [Required]
    public string Documentation { get; set; }

    [Required]
    public string Destination { get; set; }

    public override bool Execute()
    {
        var document = XDocument.Load(Documentation, LoadOptions.PreserveWhitespace);
        var visible = new HashSet<string>(Read(assembly => assembly.GetTypes().Where(IsVisible).SelectMany(Names).ToList()));
        foreach (var member in document.Descendants("member").Where(member => !visible.Contains((string)member.Attribute("name"))).ToList())
        {
            if (member.NextNode is XText space) space.Remove();
            member.Remove();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Destination));
        document.Save(Destination, SaveOptions.DisableFormatting);
        return true;
    }

    // MSBuild has System.Reflection.MetadataLoadContext, but a task in a file cannot be compiled against it: it is for another framework.
    private T Read<T>(Func<Assembly, T> what)
    {
        var library = System.Reflection.Assembly.Load("System.Reflection.MetadataLoadContext");
        var files = References.Append(Assembly).GroupBy(Path.GetFileName).Select(same => same.Last()).ToArray();
        var resolver = Activator.CreateInstance(library.GetType("System.Reflection.PathAssemblyResolver", true), (object)files);
        var core = References.Select(Path.GetFileNameWithoutExtension).First(name => name is "System.Runtime" or "netstandard" or "mscorlib");
        var context = Activator.CreateInstance(library.GetType("System.Reflection.MetadataLoadContext", true), resolver, core);
        using ((IDisposable)context)
            return what((Assembly)context.GetType().GetMethod("LoadFromAssemblyPath").Invoke(context, new object[] { Assembly }));
    }

    private static bool IsVisible(Type type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType));

    private static bool IsVisible(MethodBase method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static IEnumerable<string> Names(Type type) =>
        new[] { "T:" + Name(type) }
            .Concat(type.GetFields(Declared).Where(one => one.IsPublic || one.IsFamily || one.IsFamilyOrAssembly)
                .Select(one => $"F:{Name(type)}.{one.Name}"))
            .Concat(type.GetEvents(Declared).Where(one => IsVisible(one.AddMethod)).Select(one => $"E:{Name(type)}.{one.Name}"))
            .Concat(type.GetProperties(Declared).Where(one => IsVisible(one.GetMethod) || IsVisible(one.SetMethod))
                .Select(one => $"P:{Name(type)}.{one.Name}{Parameters(one.GetIndexParameters())}"))
            .Concat(type.GetMethods(Declared).Where(IsVisible).Select(Name))
            .Concat(type.GetConstructors(Declared).Where(IsVisible).Select(one => $"M:{Name(type)}.#ctor{Parameters(one.GetParameters())}"));

    private static string Name(MethodInfo method) =>
        $"M:{Name(method.DeclaringType)}.{method.Name}"
        + (method.IsGenericMethodDefinition ? "``" + method.GetGenericArguments().Length : "")
        + Parameters(method.GetParameters())
        + (method.Name is "op_Implicit" or "op_Explicit" ? "~" + Reference(method.ReturnType) : "");

    private static string Name(Type type) =>
        type.IsNested ? $"{Name(type.DeclaringType)}.{type.Name}" : type.Namespace is null ? type.Name : $"{type.Namespace}.{type.Name}";

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(",", parameters.Select(parameter => Reference(parameter.ParameterType)))})";

    /// <summary>How a type is written where it is the type of a parameter.</summary>
    private static string Reference(Type type)
    {
        if (type.IsGenericParameter) return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (type.IsByRef) return Reference(type.GetElementType()) + "@";
        if (type.IsPointer) return Reference(type.GetElementType()) + "*";
        if (type.IsArray)
        {
            var rank = type.GetArrayRank();
            return Reference(type.GetElementType()) + (rank == 1 ? "[]" : $"[{string.Join(",", Enumerable.Repeat("0:", rank))}]");
        }

        if (!type.IsGenericType) return Name(type);
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var text = new StringBuilder(type.Namespace);
        foreach (var part in Nesting(type))
        {
            var name = part.Name.Split('`');
            text.Append('.').Append(name[0]);
            if (name.Length == 1) continue;
            var own = Enumerable.Range(0, int.Parse(name[1])).Select(_ => Reference(arguments.Dequeue()));
            text.Append('{').Append(string.Join(",", own)).Append('}');
        }

        return text.ToString();
    }

    private static IEnumerable<Type> Nesting(Type type) => type.IsNested ? Nesting(type.DeclaringType).Append(type) : new[] { type };
}
