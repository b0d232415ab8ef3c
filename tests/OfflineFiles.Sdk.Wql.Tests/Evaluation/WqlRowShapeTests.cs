namespace OfflineFiles.Sdk.Wql.Tests.Evaluation;

[TestFixture]
internal sealed class WqlRowShapeTests
{
    private sealed record Machine(string Name, long? Cores, string? Cpu);

    private static readonly WqlRowShape<Machine> Shape = new()
    {
        { "Name", WqlMember.String<Machine>(machine => machine.Name) },
        { "Cores", WqlMember.Integer<Machine>(machine => machine.Cores) },
        { "Processor . Name", WqlMember.String<Machine>(machine => machine.Cpu) },
    };

    [TestCase("NAME = 'pc-042' AND cores >= 8", true)]
    [TestCase("processor.name LIKE '%ryzen%'", true)]
    [TestCase("Processor.Speed = 5", false)]
    [TestCase("NOT Cores = 16", false)]
    public void Names_are_found_in_any_case(string predicate, bool matches) =>
        Assert.That(WqlCompiler.Compile(WqlPredicate.Parse(predicate), Shape)(new("PC-042", 16, "AMD Ryzen 7")), Is.EqualTo(matches));

    [Test]
    public void A_name_that_is_not_there_is_an_error_with_the_nearest_one() => Assert.That(
        () => WqlCompiler.Compile(WqlPredicate.Parse("Core > 5"), Shape),
        Throws.TypeOf<WqlEvaluationException>().With.Message.Contains("Did you mean Cores?"));

    [Test]
    public void A_name_is_added_once_and_must_be_one()
    {
        var shape = new WqlRowShape<string> { { "Name", WqlMember.String<string>(text => text) } };

        Assert.That(() => shape.Add("NAME", WqlMember.String<string>(text => text)), Throws.ArgumentException);
        Assert.That(() => shape.Add("a b", WqlMember.String<string>(text => text)), Throws.TypeOf<WqlSyntaxException>());
        Assert.That(() => shape.Add("a", null!), Throws.ArgumentNullException);
        Assert.That(shape.Select(member => member.Key), Is.EqualTo(["Name"]));
        Assert.That(Shape.MemberNames, Is.EqualTo(["Name", "Cores", "Processor.Name"]));
    }
}
