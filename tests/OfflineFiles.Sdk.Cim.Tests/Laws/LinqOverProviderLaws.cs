using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Laws;

/// <summary>A question in C# has the answer that it means, over the provider with its trap behind the backend with its profile.</summary>
public sealed class LinqOverProviderLaws
{
    [Test]
    public Task The_provider_answers_what_a_predicate_means([Values] bool valuesAsStrings, [Values] bool opensSubtrees) => Law.HoldsAsync(
        Question.OverTree,
        async question =>
        {
            var hasEmptyParent = question.Rows.Any(row => row.ParentItemPath == "");
            var options = new ProviderDoubleOptions { ValuesAsStrings = valuesAsStrings, ServerHasEmptyParent = hasEmptyParent, OpensSubtrees = opensSubtrees };
            await using var cache = new OfflineFilesCache(Backends.OverDouble(question.Rows, options).Backend);
            return question.IsAnswer(await cache.Items.Where(question.Predicate).ToListAsync());
        },
        inCi: 500);

    [Test]
    public Task Another_server_answers_what_a_predicate_means_in_its_own_dialect() => Law.HoldsAsync(
        Question.OverTree,
        async question =>
        {
            var options = new ProviderDoubleOptions { ServerHasEmptyParent = question.Rows.Any(row => row.ParentItemPath == "") };
            await using var cache = new OfflineFilesCache(Backends.OverOmi(question.Rows, options).Backend);
            return question.IsAnswer(await cache.Items.Where(question.Predicate).ToListAsync());
        },
        inCi: 1_000);
}
