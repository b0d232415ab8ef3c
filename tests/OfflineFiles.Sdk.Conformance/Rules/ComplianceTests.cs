using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Rules;

/// <summary>That no rule is missing in a world and no capability without rules.</summary>
[TestFixture]
public sealed class ComplianceTests
{
    private static readonly Type[] Own = typeof(ComplianceTests).Assembly.GetTypes();

    private static IEnumerable<Type> Worlds() => Own.Where(type => type.BaseType == typeof(CacheWorld));

    // A world like another but for one thing, which has rules of its own.
    private static IEnumerable<Type> Variants() => Own.Where(type => type.IsSubclassOf(typeof(CacheWorld))).Except(Worlds());

    private static IEnumerable<Type> Bases() => Own.Where(type => type.Namespace?.EndsWith(".Capabilities", StringComparison.Ordinal) == true && type is { IsAbstract: true, IsNested: false, IsGenericTypeDefinition: true });

    [Test]
    public void There_is_something_to_check() => Assert.That((Worlds().Count(), Variants().Count(), Bases().Count()), Is.EqualTo((4, 1, 29)));

    [Test]
    public void A_base_is_derived_in_every_variant([ValueSource(nameof(Variants))] Type variant) => Assert.That(
        Bases().SelectMany(conformance => Own.Where(type => type.IsSubclassOf(conformance.MakeGenericType(variant)))), Is.Not.Empty);

    [Test]
    public void Every_base_is_derived_once_in_every_world([ValueSource(nameof(Worlds))] Type world, [ValueSource(nameof(Bases))] Type conformance)
    {
        var closed = conformance.MakeGenericType(world);

        Assert.That(Own.Where(type => type.IsSubclassOf(closed)).Select(type => (type.IsSealed, type.IsPublic)), Is.EqualTo(new[] { (true, true) }), closed.ToString());
    }

    [Test]
    public void Every_capability_has_its_rules([Values] BackendCapabilities capability)
    {
        if (capability == BackendCapabilities.None) return;
        var fixtures = Own.Where(type => type is { IsAbstract: false } && type.Name == $"Embedded{capability}Conformance").ToList();

        Assert.That(fixtures, Has.Count.EqualTo(1));
        if (Activator.CreateInstance(fixtures[0]) is CapabilityConformance<EmbeddedWorld> rules) Assert.That(rules.Capability, Is.EqualTo(capability));
    }

    [Test]
    public void A_test_lies_in_a_base_so_that_every_world_has_it() => Assert.That(
        Own.Where(type => type is { IsAbstract: false, BaseType.IsGenericType: true } && type.IsSubclassOf(typeof(object)) && type.Name.EndsWith("Conformance", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods().Where(method => method.DeclaringType == type)),
        Is.Empty);
}
