using System.Reflection;

namespace OfflineFiles.Sdk.Tests.Rules;

/// <summary>The rules of the house over the core.</summary>
[TestFixture]
public sealed class CoreHouseRules() : HouseRules(Core)
{
    private static readonly Assembly Core = typeof(OfflineFilesCache).Assembly;

    [Test]
    public void No_internal_error_is_outside_the_family() =>
        Assert.That(
            OwnTypes().Where(type => !type.IsPublic && type.IsSubclassOf(typeof(Exception)) && !type.IsSubclassOf(typeof(OfflineFilesException))),
            Is.Empty);

    [Test]
    public void The_core_stays_light() =>
        Assert.That(
            Core.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)),
            Is.SubsetOf(new[] { "OfflineFiles.Sdk.Wql", "System.Reactive", "Microsoft.Extensions.Logging.Abstractions", "netstandard", "mscorlib" }));

    [Test]
    public void The_core_knows_no_backend_by_name() =>
        Assert.That(
            Core.GetReferencedAssemblies().Select(name => name.Name),
            Has.None.Contains("Management").And.None.Contains("Sqlite").And.None.EndsWith(".Cim").And.None.EndsWith(".Embedded"));

    // What runs in the caller becomes a function in the one file; in the other, constants that cannot be interpreted are the last resort.
    [Test]
    public void A_query_is_compiled_only_where_it_is_executed() =>
        Assert.That(
            Directory.EnumerateFiles(Path.Combine(SourceTree.Library("OfflineFiles.Sdk"), "Linq"), "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains(".Compile(", StringComparison.Ordinal))
                .Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "ConstantEvaluator.cs", "ElementFunction.cs" }));
}
