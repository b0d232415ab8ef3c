using System.Linq.Expressions;
using CsCheck;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Laws.Linq;

/// <summary>The answer of a query does not depend on where its predicate ran: for any predicate over any cache.</summary>
[TestFixture]
public sealed class QueryLaws
{
    [Test]
    public void Split_pushed_or_run_in_the_caller_a_predicate_finds_the_same_rows() =>
        Gen.Select(PredicateGen.Predicate, ItemGen.Cache).Sample(
            (predicate, rows) =>
            {
                var inCaller = Answer(new InMemoryBackend(rows, PushdownProfile.Nothing), predicate);
                return Answer(new InMemoryBackend(rows, PushdownProfile.Everything), predicate).SetEquals(inCaller);
            },
            iter: LawBudget.Of(1_500),
            print: sample => $"{sample.Item1} over {string.Join(", ", sample.Item2.Select(row => row.ItemPath))}");

    [Test]
    public void Behind_the_trap_of_the_Windows_provider_no_row_is_lost_and_none_comes_twice() =>
        Gen.Select(PredicateGen.Predicate, ItemGen.Tree, Gen.Bool).Sample(
            (predicate, rows, opensSubtrees) =>
            {
                var answer = new OfflineFilesCache(new WindowsTrapBackend(rows) { OpensSubtrees = opensSubtrees }).Items.Where(predicate).AsEnumerable().ToList();
                return answer.Count == answer.Distinct().Count()
                    && Answer(new InMemoryBackend(rows, PushdownProfile.Nothing), predicate).SetEquals(answer.Select(item => item.ItemPath));
            },
            iter: LawBudget.Of(1_500),
            print: sample => $"{sample.Item1} over {string.Join(", ", sample.Item2.Select(row => $"{row.ItemType} {row.ItemPath}"))}");

    [Test]
    public void What_is_pushed_finds_every_row_of_the_answer() =>
        Gen.Select(PredicateGen.Predicate, ItemGen.Cache).Sample(
            (predicate, rows) =>
            {
                var cache = new OfflineFilesCache(new InMemoryBackend(rows, PushdownProfile.Everything));
                var explanation = cache.Items.Where(predicate).Explain();
                var answer = Answer(new InMemoryBackend(rows, PushdownProfile.Nothing), predicate);
                var pushed = explanation.Predicates.Where(part => part.Pushed is not null)
                    .Select(part => WqlCompiler.Compile(WqlPredicate.Parse(part.Pushed!), ItemProperties.Instance)).ToList();
                return rows.Where(row => answer.Contains(row.ItemPath)).All(row => pushed.TrueForAll(matches => matches(row)));
            },
            iter: LawBudget.Of(1_500),
            print: sample => sample.Item1.ToString());

    [Test]
    public void A_predicate_and_its_opposite_share_the_rows_between_them() =>
        Gen.Select(PredicateGen.Predicate, ItemGen.Cache).Sample(
            (predicate, rows) =>
            {
                var opposite = Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Not(predicate.Body), predicate.Parameters);
                var yes = Answer(new InMemoryBackend(rows, PushdownProfile.Everything), predicate);
                var no = Answer(new InMemoryBackend(rows, PushdownProfile.Everything), opposite);
                return !yes.Overlaps(no) && yes.Count + no.Count == rows.Length;
            },
            iter: LawBudget.Of(1_500),
            print: sample => sample.Item1.ToString());

    private static HashSet<string> Answer(InMemoryBackend backend, Expression<Func<OfflineFilesItem, bool>> predicate) =>
        [.. new OfflineFilesCache(backend).Items.Where(predicate).AsEnumerable().Select(item => item.ItemPath)];
}
