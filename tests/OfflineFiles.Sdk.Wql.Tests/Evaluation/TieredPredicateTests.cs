using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql.Evaluation;

namespace OfflineFiles.Sdk.Wql.Tests.Evaluation;

[TestFixture]
internal sealed class TieredPredicateTests
{
    private const int Threshold = 100;

    private readonly EvaluationRows _shape = new();

    private static IEnumerable<TestCaseData> Predicates =>
        CaseFile.Read("wql-evaluation.cases").Where(test => !((string)test.Arguments[1]!).StartsWith("error:", StringComparison.Ordinal));

    [TestCaseSource(nameof(Predicates))]
    public void The_code_of_a_predicate_is_true_for_these_rows(string predicate, string expected)
    {
        var found = EvaluationRows.All.Where(WqlCompiler.Tree(WqlPredicate.Parse(predicate), _shape).Compile()).Select(row => (string)row["Key"]!);

        Assert.That(string.Join(", ", found.DefaultIfEmpty("none")), Is.EqualTo(expected));
    }

    [Test]
    public void What_the_compiler_makes_changes_tiers_by_itself()
    {
        var shape = new WqlRowShape<string>
        {
            { "Text", WqlMember.String<string>(text => text) },
            { "Length", WqlMember.Integer<string>(text => text.Length) },
        };
        var matches = WqlCompiler.Compile(WqlPredicate.Parse("Text LIKE 'a%' AND NOT Length > 3"), shape);
        var predicate = (TieredPredicate<string>)matches.Target!;

        for (var row = 0; row < TieredPredicate.Threshold; row++) Assert.That(matches("abc"), Is.True);
        Assert.That(predicate.IsCompiled, Is.False);
        Assert.That(matches("abcd"), Is.False);

        Assert.That(predicate.IsCompiled, Is.True);
        Assert.That(matches("ABC"), Is.True);
        Assert.That(matches("abcd"), Is.False);
    }

    [Test]
    public void The_switch_in_the_middle_of_a_stream_changes_no_answer()
    {
        var predicate = Tiered("Size >= 100 OR Name IS NULL");
        var expected = EvaluationRows.All.Select(row => (string)row["Key"]! is "report" or "last" or "nothing").ToList();
        for (var i = 0; i < Threshold; i++)
        {
            Assert.That(EvaluationRows.All.Select(predicate.IsTrue), Is.EqualTo(expected));
            Assert.That(predicate.IsCompiled, Is.EqualTo((i + 1) * EvaluationRows.All.Count > Threshold));
        }
    }

    [Test]
    public void Threads_that_cross_the_threshold_together_get_the_same_answers()
    {
        var rows = EvaluationRows.All;
        var expected = rows.Select(row => (string)row["Key"]! is "report" or "last").ToList();
        for (var round = 0; round < 20; round++)
        {
            var predicate = Tiered("Size >= 100 AND (Name LIKE '%.xlsx' OR Ratio < 0)");
            var wrong = 0;
            Parallel.For(0, 4, _ =>
            {
                for (var i = 0; i < 1000; i++)
                    if (predicate.IsTrue(rows[i % rows.Count]) != expected[i % rows.Count]) Interlocked.Increment(ref wrong);
            });

            Assert.That(wrong, Is.Zero);
            Assert.That(predicate.IsCompiled, Is.True);
        }
    }

    [Test]
    public void Terms_are_asked_in_order_and_no_more_of_them_than_needed()
    {
        var asked = new List<string>();
        var matches = WqlCompiler.Tree(WqlPredicate.Parse("(A = 1 OR B = 1) AND C = 1 AND D = 1"), new TracingShape(asked)).Compile();

        Assert.That(matches("A"), Is.False);
        Assert.That(asked, Is.EqualTo(["A", "C"]));
        asked.Clear();
        Assert.That(matches("BCD"), Is.True);
        Assert.That(asked, Is.EqualTo(["A", "B", "C", "D"]));
    }

    private static IEnumerable<TestCaseData> Readers()
    {
        static TestCaseData Case(string name, Func<string, long?> read) => new TestCaseData(read).SetArgDisplayNames(name);

        var captured = 1;
        Func<object, long?> wider = row => row.ToString()!.Length;
        yield return Case("a lambda", row => row.Length);
        yield return Case("a lambda that captures", row => row.Length + captured);
        yield return Case("a lambda of a base type", wider);
        yield return Case("a static method", Length);
        yield return Case("an extension method", "abc".LongerThan);
        yield return Case("an overridden method", new Derived().Read);
        yield return Case("a base method past its override", new Derived().ReadOfBase);
        yield return Case("a method of a struct", new Point(7).Read);
        yield return Case("a method made at run time", Expression.Lambda<Func<string, long?>>(
            Expression.Constant(3L, typeof(long?)), Expression.Parameter(typeof(string))).Compile());
        yield return Case("two in one", (Func<string, long?>)(row => row.Length) + (row => row.Length + 1));
    }

    [TestCaseSource(nameof(Readers))]
    public void A_reader_of_any_kind_is_read_as_its_delegate_would(Func<string, long?> read)
    {
        var row = Expression.Parameter(typeof(string));
        var direct = Expression.Lambda<Func<string, long?>>(DirectCall.Read(read, row), row).Compile();

        Assert.That(direct("xyz"), Is.EqualTo(read("xyz")));
    }

    [Test]
    public void The_largest_predicate_that_becomes_code_does_so_on_a_small_stack()
    {
        WqlPredicate deep = WqlPredicate.Parse("Size = 100");
        while (deep.TermCount < 200)
            deep = deep is WqlAnd ? WqlPredicate.Or([deep, WqlPredicate.Parse("Size = 1")]) : WqlPredicate.And([deep, WqlPredicate.Parse("Size = 100")]);
        var found = SmallStack.Run(() => EvaluationRows.All.Count(WqlCompiler.Tree(deep, _shape).Compile()));

        Assert.That(found, Is.EqualTo(1));
        Assert.That(TieredPredicate.Pays(deep), Is.True);
        Assert.That(TieredPredicate.Pays(WqlPredicate.And([deep, WqlPredicate.Parse("Size = 1")])), Is.False);
        Assert.That(TieredPredicate.Pays(WqlPredicate.Parse("Size = 1")), Is.False);
    }

    private static long? Length(string row) => row.Length;

    private TieredPredicate<Dictionary<string, object?>> Tiered(string predicate) =>
        new(WqlCompiler.Tree(WqlPredicate.Parse(predicate), _shape), Threshold);

    private class Base
    {
        public virtual long? Read(string row) => 1;
    }

    private sealed class Derived : Base
    {
        public Func<string, long?> ReadOfBase => base.Read;

        public override long? Read(string row) => 2;
    }

    private readonly struct Point(long value)
    {
        public long? Read(string row) => value + row.Length;
    }

    private sealed class TracingShape(List<string> asked) : IWqlRowShape<string>
    {
        public IEnumerable<string> MemberNames => ["A", "B", "C", "D"];

        public bool TryGetMember(WqlProperty name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WqlMember<string>? member)
        {
            var text = name.Text;
            member = WqlMember.Integer<string>(row =>
            {
                asked.Add(text);
                return row.Contains(text, StringComparison.Ordinal) ? 1 : 0;
            });
            return true;
        }
    }
}

/// <summary>An extension method, which a delegate binds to its first argument.</summary>
internal static class ReaderExtensions
{
    public static long? LongerThan(this string bound, string row) => bound.Length > row.Length ? 1 : 0;
}
