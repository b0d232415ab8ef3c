namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

[TestFixture]
internal sealed class WqlTreeTests
{
    private static readonly WqlPredicate A = WqlPredicate.Parse("a = 1");
    private static readonly WqlPredicate B = WqlPredicate.Parse("b = 2");
    private static readonly WqlPredicate C = WqlPredicate.Parse("c = 3");

    [Test]
    public void Factories_flatten_and_leave_a_single_operand_alone()
    {
        Assert.That(WqlPredicate.And(A), Is.SameAs(A));
        Assert.That(WqlPredicate.Or(A), Is.SameAs(A));
        Assert.That(WqlPredicate.Not(WqlPredicate.Not(A)), Is.SameAs(A));
        Assert.That(((WqlAnd)WqlPredicate.And(WqlPredicate.And(A, B), C)).Operands, Is.EqualTo([A, B, C]));
        Assert.That(((WqlOr)WqlPredicate.Or(A, WqlPredicate.Or(B, C))).Operands, Is.EqualTo([A, B, C]));
        Assert.That(((WqlAnd)WqlPredicate.And(WqlPredicate.Or(A, B), C)).Operands, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_connective_needs_two_operands_and_no_null()
    {
        Assert.That(() => new WqlAnd([A]), Throws.ArgumentException);
        Assert.That(() => WqlPredicate.And(), Throws.ArgumentException);
        Assert.That(() => WqlPredicate.Or([]), Throws.ArgumentException);
        Assert.That(() => WqlPredicate.Or(A, null!), Throws.ArgumentException);
    }

    [Test]
    public void Terms_are_the_tests_in_the_order_of_the_text()
    {
        var predicate = WqlPredicate.Parse("NOT (a = 1 OR b = 2) AND c = 3");

        Assert.That(predicate.Terms, Is.EqualTo([A, B, C]));
        Assert.That(predicate.TermCount, Is.EqualTo(3));
        Assert.That(predicate.Depth, Is.EqualTo(4));
        Assert.That(A.Terms, Is.EqualTo([A]));
    }

    [TestCase("a = 1", "A = 1", true)]
    [TestCase("a = 1", "a = '1'", false)]
    [TestCase("a = 1", "a = 1.0", false)]
    [TestCase("a = 'x'", "a = 'X'", false)]
    [TestCase("a = 1", "a <> 1", false)]
    [TestCase("a = TRUE", "a = FALSE", false)]
    [TestCase("a ISA 'D'", "a ISA 'd'", true)]
    [TestCase("a LIKE 'x'", "a LIKE 'X'", false)]
    [TestCase("a IS NULL", "a IS NOT NULL", false)]
    [TestCase("a = 1 AND b = 2", "b = 2 AND a = 1", false)]
    [TestCase("a = 1 AND b = 2", "a = 1 OR b = 2", false)]
    [TestCase("a = 1 AND b = 2", "A = 1 AND B = 2", true)]
    [TestCase("NOT a = 1", "a = 1", false)]
    [TestCase("a.b = 1", "A.B = 1", true)]
    public void Predicates_are_equal_in_structure_with_names_in_any_case(string left, string right, bool areEqual)
    {
        var (x, y) = (WqlPredicate.Parse(left), WqlPredicate.Parse(right));

        Assert.That(x.Equals(y), Is.EqualTo(areEqual));
        Assert.That(x == y, Is.EqualTo(areEqual));
        Assert.That(x != y, Is.Not.EqualTo(areEqual));
        Assert.That(x.Equals((object)y), Is.EqualTo(areEqual));
        if (areEqual) Assert.That(x.GetHashCode(), Is.EqualTo(y.GetHashCode()));
    }

    [TestCase("SELECT a FROM C", "select A from c", true)]
    [TestCase("SELECT * FROM C", "SELECT a FROM C", false)]
    [TestCase("SELECT * FROM C", "SELECT * FROM D", false)]
    [TestCase("SELECT * FROM C", "SELECT * FROM C WHERE a = 1", false)]
    [TestCase("SELECT a, b FROM C", "SELECT b, a FROM C", false)]
    public void Queries_are_equal_in_structure(string left, string right, bool areEqual)
    {
        var (x, y) = (WqlQuery.Parse(left), WqlQuery.Parse(right));

        Assert.That(x == y, Is.EqualTo(areEqual));
        if (areEqual) Assert.That(x.GetHashCode(), Is.EqualTo(y.GetHashCode()));
    }

    [Test]
    public void A_query_is_changed_by_making_another()
    {
        var query = new WqlSelectQuery("C");

        Assert.That(query.WithAlso(A).WithAlso(B).ToString(), Is.EqualTo("SELECT * FROM C WHERE a = 1 AND b = 2"));
        Assert.That(query.WithProperties(new WqlProperty("x"), new WqlProperty("y", "z")).ToString(), Is.EqualTo("SELECT x, y.z FROM C"));
        Assert.That(query.WithClassName("D").WithWhere(A).WithWhere(null).ToString(), Is.EqualTo("SELECT * FROM D"));
        Assert.That(query.ToString(), Is.EqualTo("SELECT * FROM C"));
    }

    [Test]
    public void A_tree_does_not_follow_the_list_it_was_made_of()
    {
        var operands = new List<WqlPredicate> { A, B };
        var names = new[] { "x", "y" };
        var and = new WqlAnd(operands);
        var property = new WqlProperty(names);
        operands[0] = C;
        names[0] = "z";

        Assert.That(and.Operands[0], Is.EqualTo(A));
        Assert.That(property.Names[0], Is.EqualTo("x"));
        Assert.That(() => ((IList<WqlPredicate>)and.Operands)[0] = C, Throws.TypeOf<NotSupportedException>());
    }

    [TestCase("")]
    [TestCase("1a")]
    [TestCase("a b")]
    [TestCase("a.b")]
    [TestCase("a'")]
    [TestCase("null")]
    [TestCase("From")]
    public void What_could_not_be_read_back_is_no_name(string name)
    {
        Assert.That(() => new WqlProperty(name), Throws.ArgumentException);
        Assert.That(() => new WqlSelectQuery(name), Throws.ArgumentException);
        Assert.That(() => new WqlIsA(new WqlProperty("a"), name), Throws.ArgumentException);
    }

    [Test]
    public void What_has_no_order_is_not_ordered()
    {
        Assert.That(
            () => new WqlComparison(new WqlProperty("a"), WqlComparisonOperator.Less, WqlConstant.Boolean(true)), Throws.ArgumentException);
        Assert.That(
            () => new WqlComparison(new WqlProperty("a"), (WqlComparisonOperator)6, WqlConstant.Integer(1)),
            Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new WqlSelectQuery("Meta_Class"), Throws.ArgumentException);
        Assert.That(() => new WqlProperty(), Throws.ArgumentException);
    }

    [Test]
    public void No_tree_is_nested_deeper_than_the_limit()
    {
        var deep = A;
        while (deep.Depth < WqlPredicate.MaximumDepth) deep = new WqlNot(deep);

        Assert.That(() => new WqlNot(deep), Throws.ArgumentException);
        Assert.That(() => new WqlAnd([deep, A]), Throws.ArgumentException);
        Assert.That(() => new WqlOr([A, deep]), Throws.ArgumentException);
        Assert.That(WqlPredicate.Parse(deep.ToString()), Is.EqualTo(deep));
    }
}
