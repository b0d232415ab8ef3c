using CsCheck;
using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>
/// A pattern without wildcards is an equality to the database, a text followed by % is a range, and every pattern finds what it matches.
/// </summary>
[TestFixture]
internal sealed class LikeLoweringLaws
{
    private static readonly string[] Pieces =
    [
        "a", "A", "b", "_", "%", "[", "]", "[_]", "[%]", "[[]", "[^a]", "[a-c]", "\\",
        "ß", "ſ", "S", "é", "\u0301", "\U0001F600", "\U00010400", "\uD7FF", "\uFFFF", "\U0010FFFF",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(Pick.Of(LawValues.Names), Pick.Of(Pieces).Array[1, 6].Select(string.Concat));

    private static readonly Gen<string> Patterns = Pick.Of<string>([.. Pieces, .. LawValues.Names]).Array[0, 5].Select(string.Concat);

    private static readonly Gen<string> Names = Pick.Of("ItemPath", "ParentItemPath", "ItemName");

    [Test]
    public void A_text_is_an_equality_and_what_begins_with_it_a_range() => Gen.Select(Names, Texts).Sample(
        (name, text) =>
        {
            Assert.That(
                Plan(name, WqlLikePattern.Literal(text)),
                Has.Property("Recheck").Null.And.Property("Sql").Match(@"WHERE \(i\.\w+_key = \?1\)$"));
            Assert.That(
                Plan(name, WqlLikePattern.StartsWith(text)),
                Has.Property("Recheck").Null.And.Property("Sql").Match(@"WHERE \(i\.(\w+_key) >= \?1( AND i\.\1 < \?2)?\)$"));
        },
        iter: LawBudget.Of(1000));

    [Test]
    public async Task A_pattern_finds_what_it_matches_and_its_negation_the_rest()
    {
        using var cache = await LawCache.CreateAsync();
        using var store = CacheStore.Open(cache.Directory);
        var queries = new ItemQueries(store);
        var all = queries.Run(new WqlSelectQuery("Win32_OfflineFilesItem"), CancellationToken.None).ToList();

        Gen.Select(Names, Patterns).Sample(
            (name, text) =>
            {
                var matcher = new WqlLikeMatcher(new WqlLikePattern(text));
                var like = new WqlLike(new WqlProperty(name), matcher.Pattern);
                var valued = all.Where(item => Value(item, name) is not null)
                    .ToLookup(item => matcher.IsMatch(Value(item, name)), item => item.ItemPath);
                Assert.That(Answer(queries, like), Is.EquivalentTo(valued[true]));
                Assert.That(Answer(queries, new WqlNot(like)), Is.EquivalentTo(valued[false]));
            },
            iter: LawBudget.Of(3000),
            threads: 1);
    }

    private static ItemQueryPlan Plan(string name, WqlLikePattern pattern) =>
        ItemQueryPlan.Make(new WqlSelectQuery("Win32_OfflineFilesItem", new WqlLike(new WqlProperty(name), pattern)));

    private static List<string> Answer(ItemQueries queries, WqlPredicate predicate) =>
        [.. queries.Run(new WqlSelectQuery("Win32_OfflineFilesItem", predicate), CancellationToken.None).Select(item => item.ItemPath)];

    private static string? Value(OfflineFilesItem item, string name) => name switch
    {
        "ItemPath" => item.ItemPath,
        "ParentItemPath" => item.ParentItemPath,
        _ => item.ItemName,
    };
}
