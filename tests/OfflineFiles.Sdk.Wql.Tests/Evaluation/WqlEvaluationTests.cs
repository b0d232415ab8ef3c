namespace OfflineFiles.Sdk.Wql.Tests.Evaluation;

[TestFixture]
internal sealed class WqlEvaluationTests
{
    private readonly EvaluationRows _shape = new();

    private static IEnumerable<TestCaseData> Predicates => CaseFile.Read("wql-evaluation.cases");

    [TestCaseSource(nameof(Predicates))]
    public void A_predicate_is_true_for_these_rows(string predicate, string expected) =>
        Assert.That(Outcome(WqlPredicate.Parse(predicate)), Is.EqualTo(expected));

    [Test]
    public void What_cannot_be_evaluated_is_named_on_the_exception()
    {
        var predicate = WqlPredicate.Parse("Size = 1 AND NOT Nmae = 'x'");
        var exception = Assert.Throws<WqlEvaluationException>(() => WqlCompiler.Compile(predicate, _shape))!;

        Assert.That(exception.Property, Is.EqualTo(new WqlProperty("Nmae")));
        Assert.That(exception.Term, Is.EqualTo(WqlPredicate.Parse("Nmae = 'x'")));
        Assert.That(exception.Reason, Is.EqualTo("the rows have no property Nmae. Did you mean Name?"));
    }

    [Test]
    public void Evaluating_allocates_nothing()
    {
        var shape = new NumberShape();
        var matches = WqlCompiler.Compile(
            WqlPredicate.Parse("N >= 0 AND (N <> 5 OR T LIKE 'x%y%[a-z]') AND NOT D < '20240101000000.000000+000' AND B = TRUE"), shape);

        // The runtime may allocate once in a while for itself (tiering, type loading); what a row costs shows in every round.
        var leastAllocated = long.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var found = 0;
            for (var i = 0; i < 10_000; i++)
                if (matches(i)) found++;
            leastAllocated = Math.Min(leastAllocated, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.That(found, Is.EqualTo(10_000));
        }

        Assert.That(leastAllocated, Is.Zero);
    }

    private string Outcome(WqlPredicate predicate)
    {
        try
        {
            var matches = WqlCompiler.Compile(predicate, _shape);
            var found = EvaluationRows.All.Where(matches).Select(row => (string)row["Key"]!).ToList();
            return found.Count == 0 ? "none" : string.Join(", ", found);
        }
        catch (WqlEvaluationException exception)
        {
            return "error: " + exception.Message;
        }
    }

    private sealed class NumberShape : IWqlRowShape<int>
    {
        public IEnumerable<string> MemberNames => ["N", "T", "D", "B"];

        public bool TryGetMember(
            WqlProperty name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WqlMember<int>? member)
        {
            member = name.Text switch
            {
                "N" => WqlMember.Integer<int>(row => row),
                "T" => WqlMember.String<int>(_ => "x--y--z"),
                "D" => WqlMember.DateTime<int>(_ => DateTimeOffset.MaxValue),
                "B" => WqlMember.Boolean<int>(_ => true),
                _ => null,
            };
            return member is not null;
        }
    }
}
