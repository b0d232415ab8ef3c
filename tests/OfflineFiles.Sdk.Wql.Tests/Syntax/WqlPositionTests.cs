namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

[TestFixture]
internal sealed class WqlPositionTests
{
    [Test]
    public void Every_part_knows_where_it_was_read()
    {
        const string Text = "SELECT aa, b . c FROM Cls WHERE (dd = 1 OR 'x' = ee) AND NOT ff IS NULL AND NULL = gg AND hh LIKE 'y' AND ii ISA 'D'";
        var query = (WqlSelectQuery)WqlQuery.Parse(Text);
        var and = (WqlAnd)query.Where!;

        Assert.That(query.Properties.Select(property => property.Position), Is.EqualTo([At("aa"), At("b .")]));
        Assert.That(query.ClassNamePosition, Is.EqualTo(At("Cls")));
        Assert.That(and.Position, Is.EqualTo(At("dd")));
        Assert.That(and.Operands.Select(operand => operand.Position), Is.EqualTo([At("dd"), At("NOT"), At("NULL ="), At("hh"), At("ii")]));
        Assert.That(and.Terms.Select(term => term.Position), Is.EqualTo([At("dd"), At("'x'"), At("ff"), At("NULL ="), At("hh"), At("ii")]));
        Assert.That(and.Terms.OfType<WqlComparison>().Select(term => term.Property.Position), Is.EqualTo([At("dd"), At("ee")]));
        Assert.That(and.Terms.OfType<WqlNullTest>().Select(term => term.Property.Position), Is.EqualTo([At("ff"), At("gg")]));
        Assert.That(and.Terms.OfType<WqlNullTest>().Select(term => term.IsWrittenAsComparison), Is.EqualTo([false, true]));

        static int At(string part) => Text.IndexOf(part, StringComparison.Ordinal);
    }

    [TestCase("SELECT * FROM Cls WITHIN 5 WHERE a = 1")]
    [TestCase("SELECT * FROM meta_class WHERE Cls = 1")]
    [TestCase("ASSOCIATORS OF {Cls=@}")]
    [TestCase("REFERENCES OF {Cls.K='x'} WHERE KeysOnly")]
    public void Every_query_knows_where_its_class_was_read(string text)
    {
        var name = text.Contains("meta_class", StringComparison.Ordinal) ? "meta_class" : "Cls";

        Assert.That(WqlQuery.Parse(text).ClassNamePosition, Is.EqualTo(text.IndexOf(name, StringComparison.Ordinal)));
    }

    [Test]
    public void What_was_not_read_has_no_place_and_no_text()
    {
        var query = new WqlSelectQuery("C", new WqlNullTest(new WqlProperty("a")));

        Assert.That(query.Text, Is.Null);
        Assert.That((query.ClassNamePosition, query.Where!.Position), Is.EqualTo((-1, -1)));
        Assert.That(query, Is.EqualTo(WqlQuery.Parse("SELECT * FROM C WHERE a = NULL")), "Places and texts are no part of equality.");
    }
}
