using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Meaning;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Queries;

/// <summary>
/// The traps of the language at Windows (Microsoft Learn: WHERE Clause, LIKE Operator, CIM_DATETIME, Querying with WQL): what is sent never
/// steps into one.
/// </summary>
public sealed class LanguageTrapTests
{
    private static readonly OfflineFilesItem[] Items =
    [
        .. SampleItems.All,
        new(@"\\srv\docs\it's 100%_[1].txt", OfflineFilesItemType.File),
        new(@"\\srv\docs\its 100 _1.txt", OfflineFilesItemType.File),
    ];

    private static IEnumerable<TestCaseData> Sent()
    {
        TestCaseData Case(string trap, Expression<Func<OfflineFilesItem, bool>> predicate, string? where) =>
            new TestCaseData(predicate, where).SetArgDisplayNames(trap);
        yield return Case("a backslash is doubled", i => i.ParentItemPath == @"\\srv\docs", @"ParentItemPath = '\\\\srv\\docs'");
        yield return Case("a quote is escaped and not doubled", i => i.ItemName == "it's", @"ItemName = 'it\'s'");
        yield return Case("a wildcard in a text stands in a set", i => i.ItemName.Contains("100%_["), "ItemName LIKE '%100[%][_][[]%'");
        yield return Case("NULL is no match of <>", i => i.Encrypted != true, "Encrypted <> TRUE OR Encrypted IS NULL");
        yield return Case("a truth value is no number", i => i.PinInfo!.Pinned, "PinInfo.Pinned = TRUE");
        yield return Case("a NULL object matches neither way", i => !i.PinInfo!.Pinned, "PinInfo.Pinned = FALSE OR PinInfo IS NULL");
        yield return Case("times are compared with one offset", i => i.FileSysInfo!.LocalLastWriteTime > new DateTimeOffset(2024, 3, 1, 1, 0, 0, TimeSpan.FromHours(1)),
            "FileSysInfo.LocalLastWriteTime > '20240301000000.000000+000'");
        yield return Case("an integer is not compared with a real", i => i.FileSysInfo!.LocalSize > 1000.4, "FileSysInfo.LocalSize > 1000");
        yield return Case("two properties are not compared", i => i.ItemName == i.ParentItemPath, null);
        yield return Case("there is no arithmetic", i => i.FileSysInfo!.LocalSize / 2 > 1000, null);
    }

    [TestCaseSource(nameof(Sent))]
    public async Task What_is_sent_steps_into_no_trap(Expression<Func<OfflineFilesItem, bool>> predicate, string? where)
    {
        var (backend, provider) = Backends.OverDouble(Items);
        await using var cache = new OfflineFilesCache(backend);

        var found = await cache.Items.Where(predicate).ToListAsync();

        Assert.That(provider.Queries, Is.EqualTo(new[] { $"SELECT * FROM Win32_OfflineFilesItem{(where is null ? "" : $" WHERE {where}")}" }));
        Assert.That(found, Is.EquivalentTo(Items.Where(item => Oracle.Holds(predicate, item))));
    }

    [Test]
    public async Task Nothing_longer_is_sent_than_a_server_is_known_to_take()
    {
        var (backend, provider) = Backends.OverDouble(Items);
        await using var cache = new OfflineFilesCache(backend);
        var names = Enumerable.Range(0, 500).Select(number => $"{number}.txt").Append("plans").ToList();

        Assert.That(await cache.Items.Where(i => names.Contains(i.ItemName)).ToListAsync(), Is.EqualTo(new[] { SampleItems.Directory }));
        Assert.That(provider.Queries, Is.EqualTo(new[] { "SELECT * FROM Win32_OfflineFilesItem" }));
    }

    [Test]
    public async Task Several_paths_are_several_look_ups_because_OR_over_a_path_loses_rows()
    {
        var (backend, provider) = Backends.OverDouble(Items);
        await using var cache = new OfflineFilesCache(backend);
        string[] paths = [SampleItems.File.ItemPath, SampleItems.Server.ItemPath, @"\\srv\gone"];

        Assert.That(
            await cache.Items.Where(i => paths.Contains(i.ItemPath)).ToListAsync(), Is.EquivalentTo(new[] { SampleItems.File, SampleItems.Server }));
        Assert.That((provider.Queries, provider.LookUps), Is.EqualTo((new List<string>(), paths.ToList())));
    }

    [Test]
    public async Task Several_parents_are_several_queries_because_OR_over_a_path_loses_rows()
    {
        var (backend, provider) = Backends.OverDouble(Items);
        await using var cache = new OfflineFilesCache(backend);
        string?[] parents = [SampleItems.Directory.ItemPath, SampleItems.Server.ItemPath];

        Assert.That(
            await cache.Items.Where(i => parents.Contains(i.ParentItemPath)).ToListAsync(),
            Is.EquivalentTo(new[] { SampleItems.File, SampleItems.Share }));
        Assert.That(provider.Queries, Has.Count.EqualTo(2).And.All.Contains("WHERE ParentItemPath = '"));
    }

    [Test]
    public async Task The_roots_are_found_whether_their_parent_is_NULL_or_empty([Values] bool hasEmptyParent)
    {
        var (backend, provider) = Backends.OverDouble(Items, new ProviderDoubleOptions { ServerHasEmptyParent = hasEmptyParent });
        await using var cache = new OfflineFilesCache(backend);

        Assert.That(await cache.Items.Where(i => string.IsNullOrEmpty(i.ParentItemPath)).ToListAsync(), Is.EqualTo(new[] { SampleItems.Server }));
        Assert.That(provider.Queries, Is.EqualTo(new[] { "SELECT * FROM Win32_OfflineFilesItem" }), "neither NULL nor the empty path is ever sent");
    }

    [TestCase("PinInfo.PinState = 1")]
    [TestCase("Pinned = TRUE")]
    public void A_misspelt_name_that_the_server_may_answer_with_nothing_is_found_before_it_is_asked(string where) =>
        Assert.That(WqlLinter.Lint($"SELECT * FROM Win32_OfflineFilesItem WHERE {where}"), Is.Not.Empty);

    [Test]
    public async Task A_stopped_service_is_an_error_and_not_an_empty_cache()
    {
        var (backend, _) = Backends.OverDouble(Items, new ProviderDoubleOptions { ServiceIsStopped = true });
        await using var cache = new OfflineFilesCache(backend);

        await Assert.ThatAsync(
            () => cache.Items.ToListAsync(),
            Throws.InstanceOf<OfflineFilesBackendException>().With.Property("NativeCode").EqualTo(NativeCodes.WmiProviderNotCapable));
    }
}
