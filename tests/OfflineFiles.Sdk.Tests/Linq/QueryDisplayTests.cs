using System.Diagnostics;
using System.Reflection;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>A query that is looked at, in a debugger or in LINQPad, does not run.</summary>
[TestFixture]
public sealed class QueryDisplayTests
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static IEnumerable<TestCaseData> Queries()
    {
        static TestCaseData Case(string name, Func<OfflineFilesCache, object> query) => new TestCaseData(query).SetArgDisplayNames(name);
        yield return Case("the root", cache => cache.Items);
        yield return Case("a query", cache => cache.Items.Where(i => i.PinInfo!.Pinned).OrderBy(i => i.ItemName).Select(i => new { i.ItemName }));
        yield return Case("one that cannot run", cache => cache.Items.GroupBy(i => i.ItemType));
        yield return Case("one with a query in it", cache => cache.Items.Where(i => i.ItemName == cache.Items.First().ItemName));
        yield return Case("a raw query", cache => cache.Query($"SELECT * FROM Win32_OfflineFilesItem"));
        yield return Case("a raw query of the state", cache => cache.Query($"SELECT * FROM Win32_OfflineFilesCache"));
    }

    [TestCaseSource(nameof(Queries))]
    public async Task Nothing_that_a_display_reads_asks_the_backend(Func<OfflineFilesCache, object> make)
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);
        var query = make(cache);

        var proxy = query.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>()!;
        var view = Activator.CreateInstance(Type.GetType(proxy.ProxyTypeName)!, query)!;
        var shown = Shown(view).Append(query.ToString()!).Concat(Shown(query.GetType().GetMethod("ToDump", Instance)!.Invoke(query, null)!)).ToList();

        Assert.That(shown, Has.None.Empty);
        Assert.That(backend.Queries, Is.Empty);
        Assert.That(backend.LookedUp, Is.Empty);
        Assert.That(query.GetType().GetMethod("ToDump", Instance)!.ReturnType, Is.EqualTo(typeof(object)));
    }

    [Test]
    public async Task A_display_tells_how_the_rows_are_reached_and_how_to_read_them()
    {
        var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var query = cache.Items.Where(i => i.PinInfo!.Pinned);
        var dump = query.GetType().GetMethod("ToDump", Instance)!;

        Assert.That(Shown(dump.Invoke(query, null)!), Is.EqualTo(new[]
        {
            "SELECT * FROM Win32_OfflineFilesItem WHERE PinInfo.Pinned = TRUE",
            """
            WQL:      SELECT * FROM Win32_OfflineFilesItem WHERE PinInfo.Pinned = TRUE
            Access:   scan of the whole cache
            Members:  all
            Where:    i.PinInfo.Pinned
                        pushed
            """.ReplaceLineEndings("\n"),
            "Not read. ToListAsync() reads them.",
        }));

        await cache.DisposeAsync();
        Assert.That(Shown(dump.Invoke(query, null)!), Has.Some.Contains("closed"));
    }

    private static IEnumerable<string> Shown(object view) => view.GetType().GetProperties(Instance)
        .Select(property => property.GetValue(view) is IEnumerable<string> lines ? string.Join("\n", lines) : property.GetValue(view)!.ToString()!);
}
