using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace OfflineFiles.Sdk.Packages.Tests;

/// <summary>The documentation in a package is that of its public API, and of nothing else.</summary>
internal sealed class DocumentationTests
{
    [TestCaseSource(typeof(Feed), nameof(Feed.Libraries))]
    public void A_package_documents_what_is_public_and_what_the_compiler_documented_of_it(string id, string target)
    {
        var package = Feed.Find(id);
        var compiled = XDocument.Load(Path.Join(SourceTree.Library(id), "bin", Feed.Configuration, target, id + ".xml"));

        Assert.That(Members(package.Documentation(target)), Is.EquivalentTo(Members(compiled).Intersect(PublicMembers(package.Assembly(target)))));
    }

    [TestCaseSource(typeof(Feed), nameof(Feed.Libraries))]
    public void No_documentation_refers_to_what_its_reader_cannot_see(string id, string target)
    {
        var visible = Feed.Packages.Where(package => package.Targets.Contains(target))
            .SelectMany(package => PublicMembers(package.Assembly(target)))
            .ToHashSet();

        Assert.That(
            from member in Feed.Find(id).Documentation(target).Descendants("member")
            from reference in member.Descendants().Attributes("cref")
            let name = reference.Value
            where name[0] == '!' || (IsOurs(name) && !visible.Contains(name))
            select $"{(string)member.Attribute("name")!} refers to {name}",
            Is.Empty);
    }

    // A namespace is no member.
    private static bool IsOurs(string name) => name[0] != 'N' && name.AsSpan(2).StartsWith("OfflineFiles.", StringComparison.Ordinal);

    private static IEnumerable<string> Members(XDocument documentation) =>
        documentation.Descendants("member").Select(member => (string)member.Attribute("name")!);

    private static HashSet<string> PublicMembers(byte[] assembly)
    {
        using var read = AssemblyDefinition.ReadAssembly(new MemoryStream(assembly));
        return [.. read.MainModule.GetTypes().Where(IsVisible).SelectMany(MembersOf).Select(DocCommentId.GetDocCommentId)];
    }

    private static IEnumerable<IMemberDefinition> MembersOf(TypeDefinition type) =>
    [
        type,
        .. type.Fields.Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly),
        .. type.Methods.Where(IsVisible),
        .. type.Properties.Where(property => IsVisible(property.GetMethod) || IsVisible(property.SetMethod)),
        .. type.Events.Where(one => IsVisible(one.AddMethod)),
    ];

    private static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType));

    private static bool IsVisible(MethodDefinition? method) =>
        method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);
}
