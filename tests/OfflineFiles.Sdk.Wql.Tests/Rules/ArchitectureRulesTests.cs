namespace OfflineFiles.Sdk.Wql.Tests.Rules;

/// <summary>That each rule of the rooms catches what breaks it, over a sample that breaks each once.</summary>
[TestFixture]
internal sealed class ArchitectureRulesTests
{
    private const string SampleNamespace = "OfflineFiles.Sdk.Testing.Rules.Sample";

    private static readonly string SampleSources = Path.Combine(SourceTree.Root(), "tests", "OfflineFiles.Sdk.Testing", "Rules", "Sample");

    private static readonly Library Sample = new(typeof(ArchitectureRules).Assembly, SampleSources, SampleNamespace);

    [Test]
    public void A_type_in_the_namespace_of_another_folder_is_caught() => Assert.That(
        ArchitectureRules.TypesOutOfTheirRoom(Sample),
        Is.EqualTo([$"{SampleNamespace}.Second.Misplaced lies in Third, so its namespace is {SampleNamespace}.Third."]));

    [Test]
    public void A_type_that_is_named_for_somebody_else_is_where_it_is_and_has_to_be_there() => Assert.That(
        ArchitectureRules.TypesOutOfTheirRoom(Sample, $"{SampleNamespace}.Second.Misplaced", "LINQPad.Absent"),
        Is.EqualTo(["LINQPad.Absent is named for somebody else, but is not there."]));

    [Test]
    public void A_circle_over_a_body_an_attribute_and_a_nested_signature_is_caught_with_what_makes_it() => Assert.That(
        ArchitectureRules.Circles(Sample),
        Is.EqualTo(["First -> Second -> Third -> First\n    First -> Second: Giver`1 -> Helper\n"
            + "    Second -> Third: Helper -> MarkedAttribute\n    Third -> First: MarkedAttribute -> Giver`1"]));

    [Test]
    public void A_use_of_the_front_door_is_caught() => Assert.That(
        ArchitectureRules.UsesOfTheFrontDoor(Sample.Uses), Is.EqualTo(["Third: MarkedAttribute -> Front"]));

    [Test]
    public void An_arrow_against_the_order_is_caught() => Assert.That(
        ArchitectureRules.ArrowsAgainstTheOrder(Sample.Uses, [["Third"], ["Second"], ["First"], [""]]),
        Is.EqualTo(["Third may not use First: MarkedAttribute -> Giver`1"]));

    [Test]
    public void An_arrow_within_a_row_is_caught() => Assert.That(
        ArchitectureRules.ArrowsAgainstTheOrder([Use("A", "B")], [["A", "B"]]), Is.EqualTo(["A may not use B: InA -> InB"]));

    [Test]
    public void A_folder_that_is_in_no_room_is_caught() => Assert.That(
        ArchitectureRules.ArrowsAgainstTheOrder([Use("A/D", "B/C")], [["B"], [""]]), Is.EqualTo(["The folder A/D is in no room of the table."]));

    [Test]
    public void A_folder_belongs_to_the_nearest_room_above_it() => Assert.That(
        ArchitectureRules.ArrowsAgainstTheOrder([Use("A/B/C", "D"), Use("A/E", "D")], [["A/B"], ["D"], ["A"]]),
        Is.EqualTo(["A/B may not use D: InC -> InD"]));

    [Test]
    public void A_folder_and_the_one_right_above_it_may_use_each_other() => Assert.That(
        new FolderGraph([Use("A", "A/B"), Use("A/B", "A"), Use("", "A"), Use("A", "")]).Circles(), Is.Empty);

    [Test]
    public void A_folder_two_levels_below_may_not() => Assert.That(
        new FolderGraph([Use("A", "A/B/C"), Use("A/B/C", "A")]).Circles(),
        Is.EqualTo(["A -> A/B/C -> A\n    A -> A/B/C: InA -> InC\n    A/B/C -> A: InC -> InA"]));

    [Test]
    public void A_circle_is_told_once_and_the_shortest_first() => Assert.That(
        new FolderGraph([Use("A", "B"), Use("B", "C"), Use("C", "D"), Use("D", "A"), Use("B", "A"), Use("X", "A")])
            .Circles().Select(circle => circle.Split('\n')[0]),
        Is.EqualTo(["A -> B -> A", "A -> B -> C -> D -> A"]));

    [Test]
    public void A_product_that_sees_internals_is_caught() => Assert.That(
        ArchitectureRules.InternalsShownTo(["A.Tests", "B, PublicKey=00"], ["A", "B"]),
        Is.EqualTo(["B, PublicKey=00 is a product and sees internals."]));

    [TestCase("public sealed class A<T, U>(int x) : B;", "N.A`2", true)]
    [TestCase("internal readonly ref struct A(int x)", "N.A", false)]
    [TestCase("public delegate Task<int> A<in T>(T x);", "N.A`1", true)]
    [TestCase("public sealed record class A;", "N.A", true)]
    [TestCase("enum A {", "N.A", false)]
    public void A_declaration_is_found(string declaration, string name, bool isPublic) => Assert.That(
        SourceTypes.Declared($"using X;\n\nnamespace N;\n\n/// text\n{declaration}\n    public class Nested;\n", "F"),
        Is.EqualTo([new SourceType(name, "F", isPublic)]));

    [Test]
    public void A_type_that_no_source_declares_is_caught()
    {
        var library = new Library(typeof(ArchitectureRules).Assembly, SampleSources, "OfflineFiles.Sdk.Testing.Rules");

        Assert.That(ArchitectureRules.TypesOutOfTheirRoom(library), Has.Some.Contains($"{typeof(FolderGraph).FullName} is declared in no source"));
    }

    private static FolderUse Use(string from, string to) => new(from, "In" + from.Split('/')[^1], to, "In" + to.Split('/')[^1]);
}
