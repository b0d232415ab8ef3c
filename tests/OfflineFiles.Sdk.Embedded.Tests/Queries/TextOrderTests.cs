using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Queries;

/// <summary>
/// The database orders texts as a query compares them: ignoring case, character by character, also where a character takes two code units. So the first few
/// of a large cache come by an index.
/// </summary>
[TestFixture]
internal sealed class TextOrderTests
{
    private static readonly UncPath Share = @"\\srv\docs";

    private static readonly TestCaseData[] Names =
    [
        new TestCaseData((object)new[] { "b", "A", "a1", "_", "Ü", "z", "ß" }).SetArgDisplayNames("letters"),
        new TestCaseData((object)new[] { "\ud7ff", "é", "\ua000" }).SetArgDisplayNames("all before the surrogates"),
        new TestCaseData((object)new[] { "\ue000", "\U00010000", "a", "\uffee" }).SetArgDisplayNames("around the surrogates"),
        new TestCaseData((object)new[] { "\U0001f600", "\U00010400", "z", "\U00010428x" }).SetArgDisplayNames("pairs alone"),
    ];

    [TestCaseSource(nameof(Names))]
    public async Task Rows_come_in_the_order_of_their_texts(string[] names)
    {
        var directory = Directory.CreateTempSubdirectory("offlinefiles-order-").FullName;
        try
        {
            using (var store = CacheStore.Open(directory))
                await store.WriteAsync(
                    transaction =>
                    {
                        transaction.EnsureShare(new ScopeRow { Path = Share });
                        foreach (var name in names) transaction.Insert(new ItemRow { Path = Share.Append(name), ItemType = OfflineFilesItemType.File });
                    },
                    CancellationToken.None);
            var backend = await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions { CacheDirectory = directory });
            await using var cache = new OfflineFilesCache(backend);
            var files = cache.Items.Where(item => item.ItemType == OfflineFilesItemType.File);
            var expected = names.Order(Comparer<string>.Create(WqlText.Compare)).ToArray();

            Assert.That(files.OrderBy(item => item.ItemName).Explain().BackendOrder, Is.Not.Null);
            Assert.That(await files.OrderBy(item => item.ItemName).Select(item => item.ItemName).ToListAsync(), Is.EqualTo(expected));
            Assert.That(files.OrderByDescending(item => item.ItemName).Select(item => item.ItemName), Is.EqualTo(expected.Reverse()));
            Assert.That(await files.OrderBy(item => item.ItemPath).Take(2).Select(item => item.ItemName).ToListAsync(), Is.EqualTo(expected.Take(2)));
            Assert.That(
                await cache.Items.OrderBy(item => item.ParentItemPath).ThenByDescending(item => item.ItemPath).Select(item => item.ItemName).ToListAsync(),
                Is.EqualTo(new[] { "srv", "docs" }.Concat(expected.Reverse())), "an item without a parent comes first");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
