using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Laws;

/// <summary>What Explain shows of any predicate is what the server receives: text for text, in that order, in the server's dialect.</summary>
public sealed class ShownRequestLaws
{
    [Test]
    public Task The_Windows_provider_receives_what_is_shown() => Law.HoldsAsync(
        Question.OverTree,
        async question =>
        {
            var (backend, provider) = Backends.OverDouble(question.Rows, Options(question));
            return await IsShownAsync(backend, provider.Received, question);
        },
        inCi: 500);

    [Test]
    public Task Another_server_receives_what_is_shown() => Law.HoldsAsync(
        Question.OverTree,
        async question =>
        {
            var (backend, server) = Backends.OverOmi(question.Rows, Options(question));
            return await IsShownAsync(backend, server.Received, question);
        },
        inCi: 500);

    [TestCase("no path", "SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath = 'no path'")]
    [TestCase(@"\\srv\docs", @"Win32_OfflineFilesItem.ItemPath=""\\\\srv\\docs""")]
    public async Task A_text_that_is_no_path_is_asked_for_in_a_query(string path, string shown)
    {
        var (backend, provider) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);
        var query = cache.Items.Where(i => i.ItemPath == path);

        await query.ToListAsync();

        Assert.That((query.ToWql(), provider.Received), Is.EqualTo((shown, new List<string> { shown })));
    }

    [TestCase("SELECT Location FROM Win32_OfflineFilesCache WHERE Enabled = TRUE")]
    [TestCase("SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath LIKE '%x%' AND ItemType = 0")]
    [TestCase(@"SELECT ItemName FROM Win32_OfflineFilesItem WHERE ItemPath LIKE '\\\\srv\\docs\\%'")]
    [TestCase("SELECT * FROM Win32_OfflineFilesMachineConfiguration")]
    [TestCase("SELECT * FROM meta_class")]
    public async Task Of_a_raw_query_is_shown_what_is_sent_and_not_what_was_written(string wql)
    {
        var (backend, provider) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);
        var query = cache.Query(Wql.WqlQuery.Parse(wql));
        var shown = query.Explain();

        await query.ToListAsync();

        Assert.That(ShownRequests.Difference(shown.Requests, provider.Received), Is.Null);
        Assert.That(shown.Predicates.Where(part => part.Verdict == PredicateVerdict.Pushed).Select(part => part.Pushed), Is.All.Matches<string>(text => shown.Wql.Contains(text!, StringComparison.Ordinal)));
    }

    private static ProviderDoubleOptions Options(Question question) => new() { ServerHasEmptyParent = question.Rows.Any(row => row.ParentItemPath == "") };

    private static async Task<bool> IsShownAsync(CimBackend backend, List<string> received, Question question)
    {
        await using var cache = new OfflineFilesCache(backend);
        var query = cache.Items.Where(question.Predicate);
        var shown = query.Explain();
        await query.ToListAsync();
        return ShownRequests.Difference(shown.Requests, received) is not { } difference ? true : throw new AssertionException(difference);
    }
}
