using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Semantics;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>What runs in the caller is interpreted for some rows and becomes code for many: nobody can tell.</summary>
[TestFixture]
public sealed class TieredFunctionTests
{
    private static readonly int Passes = (TieredFunction.Threshold / SampleItems.All.Count) + 3;

    private static IEnumerable<TestCaseData> Predicates =>
        new PredicateCases().Cases.Select(test => new TestCaseData(test.Predicate).SetArgDisplayNames(test.Section, test.Text));

    private static IEnumerable<TestCaseData> Functions()
    {
        static TestCaseData Case<T>(Expression<Func<OfflineFilesItem, T>> function) => new TestCaseData(function).SetArgDisplayNames(function.ToString());

        yield return Case(i => i);
        yield return Case(i => i.ItemName);
        yield return Case(i => i.ItemType);
        yield return Case(i => i.FileSysInfo!.LocalSize);
        yield return Case(i => i.FileSysInfo!.LocalLastWriteTime);
        yield return Case(i => i.PinInfo!.Pinned ? i.ItemName : null);
        yield return Case(i => new { i.ItemName, Size = i.FileSysInfo!.LocalSize + 1, Kind = (int)i.ItemType });
        yield return Case(i => ValueTuple.Create(i.ItemName, i.Encrypted));
        yield return Case(i => new List<string> { i.ItemName, i.ItemPath });
        yield return Case(i => new string('x', 2) + i.ItemName.Substring(1) + i.FileSysInfo!.LocalAttributes);
        yield return Case(i => i.ItemName.Count(c => c == 'a' || i.Sparse == true));
        yield return Case(i => i.FileSysInfo!.LocalSize / (i.ItemName.Length % 3));
    }

    [Test]
    public void A_member_that_was_not_loaded_is_told_the_same_way_before_and_after_a_predicate_becomes_code()
    {
        var item = new OfflineFilesItem(@"\\srv\docs\a.txt") { LoadedMembers = ItemMembers.ItemPath };
        var predicate = WqlCompiler.Compile(WqlPredicate.Parse("ItemPath LIKE '%.txt' AND PinInfo.Pinned = TRUE"), ItemProperties.Instance);

        var before = Assert.Throws<MemberNotLoadedException>(() => predicate(item))!.Message;
        for (var row = 0; row < 40_000; row++) Assert.That(predicate(SampleItems.All[0]), Is.False);

        Assert.That(() => predicate(item), Throws.TypeOf<MemberNotLoadedException>().With.Message.EqualTo(before));
    }

    [TestCaseSource(nameof(Predicates))]
    public void A_predicate_goes_on_as_it_began(Expression<Func<OfflineFilesItem, bool>> predicate)
    {
        var lambda = ElementLambda.Of(predicate);

        AssertGoesOn(row => lambda.Predicate(row));
    }

    [TestCaseSource(nameof(Functions))]
    public void A_key_and_a_projection_go_on_as_they_began(LambdaExpression function)
    {
        var lambda = ElementLambda.Of(function);

        AssertGoesOn(lambda.Key);
        AssertGoesOn(lambda.Projection);
    }

    [Test]
    public void A_function_of_a_row_and_its_number_goes_on_as_it_began()
    {
        var lambda = ElementLambda.Of((OfflineFilesItem i, int n) => i.ItemName.Length > n);

        AssertGoesOn(row => lambda.IndexedPredicate(row, 4));
        AssertGoesOn(row => lambda.IndexedProjection(row, 4));
        AssertGoesOn(row => lambda.Pair(row, 4));
    }

    [Test]
    public void The_code_is_made_when_there_turn_out_to_be_many_rows()
    {
        var function = new TieredFunction<Func<int, int>>(number => number + 1);

        var interpreted = function.Current;
        for (var row = 1; row < TieredFunction.Threshold; row++) Assert.That(function.Current, Is.SameAs(interpreted));
        var code = function.Current;

        Assert.That(code, Is.Not.SameAs(interpreted));
        Assert.That((interpreted(7), code(7)), Is.EqualTo((8, 8)));
        Assert.That(function.Current, Is.SameAs(code));
    }

    [Test]
    public void Threads_that_cross_the_threshold_together_get_the_same_answers()
    {
        for (var round = 0; round < 20; round++)
        {
            var function = new TieredFunction<Func<int, string>>(number => $"{number * 2}");
            var wrong = 0;
            Parallel.For(0, 4, _ =>
            {
                for (var i = 0; i < TieredFunction.Threshold; i++)
                    if (function.Current(i) != $"{i * 2}") Interlocked.Increment(ref wrong);
            });

            Assert.That(wrong, Is.Zero);
        }
    }

    [Test]
    public void What_the_caller_throws_arrives_as_it_was_thrown()
    {
        var lambda = ElementLambda.Of((OfflineFilesItem i) => Fail(i.ItemName));

        for (var row = 0; row < TieredFunction.Threshold + 2; row++)
            Assert.That(() => lambda.Projection(SampleItems.All[0]), Throws.TypeOf<FormatException>().With.Message.EqualTo("srv"));
    }

    [Test]
    public void A_member_that_was_not_loaded_is_told_as_such()
    {
        var lambda = ElementLambda.Of((OfflineFilesItem i) => i.ItemName);
        var item = new OfflineFilesItem(@"\\srv\docs\a.txt") { LoadedMembers = ItemMembers.ItemPath };

        Assert.That(() => lambda.Projection(item), Throws.TypeOf<MemberNotLoadedException>());
    }

    [Test]
    public void A_span_of_what_a_row_holds_can_be_searched()
    {
        var row = Expression.Parameter(typeof(OfflineFilesItem), "i");
        var names = Expression.NewArrayInit(typeof(string), Expression.Property(row, nameof(OfflineFilesItem.ItemName)), Expression.Constant("x"));
        var contains = new SearchInSpan(MemoryExtensions.Contains).Method;
        var span = Expression.Convert(names, typeof(ReadOnlySpan<string>));
        var lambda = new ElementLambda([row], Expression.Call(contains, span, Expression.Constant("srv")));

        Assert.That(SampleItems.All.Count(item => lambda.Predicate(item)), Is.EqualTo(1));
    }

    private delegate bool SearchInSpan(ReadOnlySpan<string> span, string sought);

    private static string Fail(string name) => throw new FormatException(name);

    private static void AssertGoesOn<T>(Func<object?, T> function)
    {
        var first = Outcomes(function);
        for (var pass = 1; pass < Passes; pass++) Assert.That(Outcomes(function), Is.EqualTo(first));
    }

    private static List<object?> Outcomes<T>(Func<object?, T> function) => [.. SampleItems.All.Select(row => Outcome(function, row))];

    private static object? Outcome<T>(Func<object?, T> function, OfflineFilesItem row)
    {
        try
        {
            return function(row);
        }
        catch (Exception exception)
        {
            return (exception.GetType(), exception.Message);
        }
    }
}
