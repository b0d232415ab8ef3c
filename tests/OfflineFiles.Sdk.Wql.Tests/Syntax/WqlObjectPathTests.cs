namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

[TestFixture]
internal sealed class WqlObjectPathTests
{
    [TestCase("C", WqlObjectPathKind.Class, 0)]
    [TestCase("C=@", WqlObjectPathKind.Singleton, 0)]
    [TestCase("root\\cimv2:C", WqlObjectPathKind.Class, 0)]
    [TestCase("\\\\pc-042.example.org\\root\\virtualization\\v2:C=@", WqlObjectPathKind.Singleton, 0)]
    [TestCase("\\\\.\\root\\cimv2:C.K=\"a:b\"", WqlObjectPathKind.Instance, 1)]
    [TestCase("C=\"x\"", WqlObjectPathKind.Instance, 1)]
    [TestCase("C.K=\"x\"", WqlObjectPathKind.Instance, 1)]
    [TestCase("C.K=\"\\\\\\\\server\\\\share\",L=-2,M=TRUE", WqlObjectPathKind.Instance, 3)]
    public void A_path_is_read_alone_and_printed_as_it_is(string text, WqlObjectPathKind kind, int keys)
    {
        var path = WqlObjectPath.Parse(text);

        Assert.That(path.Kind, Is.EqualTo(kind));
        Assert.That(path.ClassName, Is.EqualTo("C"));
        Assert.That(path.Keys, Has.Count.EqualTo(keys));
        Assert.That(path.ToString(), Is.EqualTo(text));
    }

    [TestCase("", "Line 1, column 1: found the end of the query, expected a class name.")]
    [TestCase(" C", "Line 1, column 1: found a blank, expected the next part of the path. The parts of an object path stand side by side, without blanks between them.")]
    [TestCase("C ", "Line 1, column 2: found a blank, expected the next part of the path. The parts of an object path stand side by side, without blanks between them.")]
    [TestCase("C=@ ", "Line 1, column 4: found a blank, expected the next part of the path. The parts of an object path stand side by side, without blanks between them.")]
    [TestCase("C}", "Line 1, column 2: found '}', expected the end of the path.")]
    [TestCase("C x", "Line 1, column 2: found a blank, expected the next part of the path. The parts of an object path stand side by side, without blanks between them.")]
    [TestCase("C=@x", "Line 1, column 4: found 'x', expected the end of the path.")]
    [TestCase("C.K='x'y", "Line 1, column 8: found 'y', expected ',' or the end of the path. A string ends at the next ': inside it that quote is written \\'.")]
    [TestCase("root\\cimv2", "Line 1, column 5: found '\\', expected '.', '=' or the end of the path. A namespace before the class is written \\\\server\\root\\cimv2:Class or root\\cimv2:Class.")]
    public void What_is_no_path_is_refused(string text, string message)
    {
        Assert.That(WqlObjectPath.TryParse(text, out var path, out var error), Is.False);
        Assert.That(path, Is.Null);
        Assert.That(error!.Message, Is.EqualTo(message));
        Assert.That(() => WqlObjectPath.Parse(text), Throws.TypeOf<WqlSyntaxException>());
    }

    [TestCase("C.K='x'", "c.k=\"x\"", true)]
    [TestCase("C.K='c:\\scripts'", "C.K='c:\\\\scripts'", true)]
    [TestCase("C.K='\\\\srv\\share'", "C.K='\\\\\\\\srv\\\\share'", true)]
    [TestCase("C.K='\\\\srv\\\\share'", "C.K='\\\\\\\\srv\\\\share'", false)]
    [TestCase("C.K='x'", "C.K='X'", false)]
    [TestCase("C.K=1", "C.K='1'", false)]
    [TestCase("C.K=1,L=2", "C.L=2,K=1", false)]
    [TestCase("C", "C=@", false)]
    [TestCase("C='x'", "C.K='x'", false)]
    [TestCase("C=@", "D=@", false)]
    public void Paths_are_equal_in_structure(string left, string right, bool areEqual)
    {
        var (x, y) = (WqlObjectPath.Parse(left), WqlObjectPath.Parse(right));

        Assert.That(x == y, Is.EqualTo(areEqual));
        Assert.That(x != y, Is.Not.EqualTo(areEqual));
        if (areEqual) Assert.That(x.GetHashCode(), Is.EqualTo(y.GetHashCode()));
    }

    [Test]
    public void What_could_not_be_read_back_is_no_path()
    {
        Assert.That(() => WqlObjectPath.Class("Select"), Throws.ArgumentException);
        Assert.That(() => WqlObjectPath.Singleton("a b"), Throws.ArgumentException);
        Assert.That(() => WqlObjectPath.Instance("C"), Throws.ArgumentException);
        Assert.That(() => WqlObjectPath.Instance("C", "a b", "x"), Throws.ArgumentException);
        Assert.That(() => new WqlObjectPathKey("K", WqlConstant.Real(0.5)), Throws.ArgumentException);
        Assert.That(
            () => WqlObjectPath.Instance("C", new WqlObjectPathKey(null, WqlConstant.Integer(1)), new WqlObjectPathKey("K", WqlConstant.Integer(1))), Throws.ArgumentException);
    }

    [Test]
    public void Keywords_that_exclude_each_other_make_no_query()
    {
        var (type, instance) = (WqlObjectPath.Class("C"), WqlObjectPath.Singleton("C"));

        Assert.That(() => new WqlAssociatorsQuery(instance, new() { ClassDefsOnly = true, ResultClass = "R" }), Throws.ArgumentException);
        Assert.That(() => new WqlAssociatorsQuery(type, new() { ClassDefsOnly = true, SchemaOnly = true }), Throws.ArgumentException);
        Assert.That(() => new WqlAssociatorsQuery(instance, new() { SchemaOnly = true }), Throws.ArgumentException);
        Assert.That(() => new WqlReferencesQuery(instance, new() { AssocClass = "A" }), Throws.ArgumentException);
        Assert.That(() => new WqlReferencesQuery(instance, new() { ResultRole = "A" }), Throws.ArgumentException);
        Assert.That(() => new WqlReferencesQuery(instance, new() { RequiredAssocQualifier = "A" }), Throws.ArgumentException);
        Assert.That(() => new WqlAssociationOptions { Role = "a b" }, Throws.ArgumentException);
    }
}
