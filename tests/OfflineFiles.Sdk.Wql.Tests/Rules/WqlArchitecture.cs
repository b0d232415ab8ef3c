using System.Xml.Linq;

namespace OfflineFiles.Sdk.Wql.Tests.Rules;

/// <summary>The rooms of the language, and which way the arrows between them point. Every room uses the entry points in the root.</summary>
[TestFixture]
public sealed class WqlArchitecture() : ArchitectureTests(typeof(WqlQuery).Assembly)
{
    protected override string[][] Rooms =>
    [
        ["Casing"],
        ["Syntax"],
        ["Parsing", "Printing", "Evaluation"],
        [""],
    ];

    protected override bool IsRootShared => true;

    [Test]
    public void The_language_refers_to_nothing_but_the_platform() => Assert.That(
        typeof(WqlQuery).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name is not ("netstandard" or "mscorlib") && !name.StartsWith("System.", StringComparison.Ordinal)),
        Is.Empty);

    [Test]
    public void The_package_has_no_dependency_on_any_target_framework()
    {
        var directory = SourceTree.Library("OfflineFiles.Sdk.Wql");
        var ofItsOwn = XDocument.Load(Path.Combine(directory, "OfflineFiles.Sdk.Wql.csproj")).Descendants();

        Assert.That(ofItsOwn.Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "Reference"), Is.Empty);
        // What every library gets is for the compiler only.
        string[] shared = ["../Directory.Build.props", "../../Directory.Build.props", "../../Directory.Build.targets"];
        Assert.That(
            shared.SelectMany(file => XDocument.Load(Path.Combine(directory, file)).Descendants())
                .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference")
                .Where(element => (string?)element.Attribute("PrivateAssets") != "all"),
            Is.Empty);
    }
}

/// <summary>The rules of the house over the language.</summary>
[TestFixture]
public sealed class WqlHouseRules() : HouseRules(typeof(WqlQuery).Assembly)
{
    // Inside, expression trees only generate code (Decisions/0008); no tree of a caller gets in.
    [Test]
    public void The_language_knows_no_queryables() => Assert.That(
        from type in OwnTypes()
        where type.IsPublic
        from method in type.GetMethods()
        from used in method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)
        where used.Namespace is "System.Linq.Expressions" or "System.Linq"
        select $"{type.Name}.{method.Name} uses {used.Name}",
        Is.Empty);
}
