using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Linq;

namespace Contoso.Catalogue;

/// <summary>A file that queries a cache in a project that knows Entity Framework Core: it imports the operators of the cache and not the others.</summary>
[TestFixture]
public sealed class CacheFileTests
{
    [Test]
    public async Task The_operators_of_the_cache_run_on_its_queries()
    {
        await using var share = await CachedShare.OpenAsync();
        var files = share.Cache.Items.Where(item => item.ItemType == OfflineFilesItemType.File).OrderBy(item => item.ItemName);

        Assert.That(await files.CountAsync(), Is.EqualTo(2));
        Assert.That((await files.FirstAsync()).ItemName, Is.EqualTo("2024.txt"));
        Assert.That(await files.AnyAsync(item => item.ItemName == "README.TXT"), Is.True);
        Assert.That(await files.Select(item => item.ItemName).ToListAsync(), Is.EqualTo(new[] { "2024.txt", "readme.txt" }));
    }
}
