using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Testing.Laws.Grammar;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Laws.Linq;

/// <summary>The answer of a query does not depend on where its predicate ran: for any predicate over any cache.</summary>
[TestFixture]
public sealed class QueryLaws
{
    [Test]
    public Task Pushed_or_run_in_the_caller_a_predicate_finds_what_it_means() => Law.Holds(Question.OverAnyRows, question =>
        question.IsAnsweredBy(Items(question, PushdownProfile.Everything)) && question.IsAnsweredBy(Items(question, PushdownProfile.Nothing)));

    [Test]
    public Task The_trap_of_the_provider_loses_no_row_and_invents_none([Values] bool opensSubtrees) => Law.Holds(Question.OverTree, question =>
        question.IsAnsweredBy(new OfflineFilesCache(new WindowsTrapBackend(question.Rows) { OpensSubtrees = opensSubtrees }, OwnMethods.Meanings).Items));

    [Test]
    public Task What_is_pushed_finds_the_answer_and_nothing_else_when_no_rest_is_left() => Law.Holds(Question.OverAnyRows, question =>
    {
        var explanation = Items(question, PushdownProfile.Everything).Where(question.Predicate).Explain();
        var found = explanation.Requests.SelectMany(request => question.Rows.Where(Matches(request))).Select(row => row.ItemPath).ToHashSet();
        var isMore = explanation.HasResidual || explanation.AccessPath == QueryAccessPath.KeyLookup;
        return isMore ? found.IsSupersetOf(question.Answer) : found.SetEquals(question.Answer);
    });

    [Test]
    public Task A_predicate_and_its_opposite_share_the_rows_between_them() => Law.Holds(Question.OverAnyRows, question =>
    {
        var items = Items(question, PushdownProfile.Everything);
        var opposite = Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Not(question.Predicate.Body), question.Predicate.Parameters);
        var (yes, no) = (items.Where(question.Predicate).ToHashSet(), items.Where(opposite).ToHashSet());
        return !yes.Overlaps(no) && yes.Count + no.Count == question.Rows.Count;
    });

    [Test]
    public Task Explain_says_residual_exactly_of_the_queries_that_are_refused_when_nothing_may_run_in_the_caller() => Law.Holds(Question.OverAnyRows, question =>
    {
        var query = Items(question, PushdownProfile.Everything).Where(question.Predicate);
        var explanation = query.Explain();
        var isFiltered = explanation.ClientOperators.Count > 0;
        return explanation.Requests.Take(5).All(request => explanation.ToString().Contains(ReadableText.Of(request), StringComparison.Ordinal))
            && explanation.HasResidual == IsRefused(query.WithOptions(OwnMethods.Meanings with { ClientEvaluation = ClientEvaluation.Throw }))
            && (explanation.HasResidual == isFiltered || isFiltered && explanation.AccessPath == QueryAccessPath.KeyLookup);
    });

    [Test]
    public Task A_query_answers_alike_with_and_without_async() => Law.HoldsAsync(Question.OverTree, async question =>
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(question.Rows, PushdownProfile.Everything));
        var query = cache.Items.Where(question.Predicate);
        var count = question.Answer.Count;
        return question.IsAnswer(await query.ToListAsync())
            && (await query.CountAsync(), query.Count()) == (count, count)
            && (await cache.Items.AnyAsync(question.Predicate), query.Any()) == (count > 0, count > 0)
            && await cache.Items.AllAsync(question.Predicate) == (count == question.Rows.Count)
            && Equals(await query.FirstOrDefaultAsync(), query.FirstOrDefault());
    });

    private static IQueryable<OfflineFilesItem> Items(Question question, PushdownProfile profile) =>
        new OfflineFilesCache(new InMemoryBackend(question.Rows, profile), OwnMethods.Meanings).Items;

    private static Func<OfflineFilesItem, bool> Matches(string request)
    {
        if (WqlObjectPath.TryParse(request, out _, out _)) return row => string.Equals(request, ShownRequests.LookUp(row.ItemPath), StringComparison.OrdinalIgnoreCase);
        return ((WqlSelectQuery)WqlQuery.Parse(request)).Where is { } where ? WqlCompiler.Compile(where, ItemProperties.Instance) : _ => true;
    }

    private static bool IsRefused(IQueryable<OfflineFilesItem> query)
    {
        try
        {
            _ = query.Count();
            return false;
        }
        catch (QueryTranslationException)
        {
            return true;
        }
    }
}
