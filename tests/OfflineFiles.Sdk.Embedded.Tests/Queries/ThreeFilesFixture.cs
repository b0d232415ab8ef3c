using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Queries;

/// <summary>A cache of three small files, each longer than the one before, to be asked through the front door.</summary>
internal abstract class ThreeFilesFixture
{
    protected TestCache Test { get; private set; } = null!;

    protected OfflineFilesCache Cache { get; private set; } = null!;

    protected IQueryable<OfflineFilesItem> Files => Cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File);

    [SetUp]
    public async Task SetUp()
    {
        Test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "bb"), (@"sub\c.txt", "ccc"));
        await Test.PinAsync();
        Cache = new OfflineFilesCache(Test.Backend, ownsBackend: false);
    }

    [TearDown]
    public async Task TearDown()
    {
        await Cache.DisposeAsync();
        await Test.DisposeAsync();
    }
}
