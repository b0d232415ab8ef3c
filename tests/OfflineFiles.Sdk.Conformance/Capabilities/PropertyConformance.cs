using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

/// <summary>
/// Each property of the table in one cache that has items of all types, pinned, changed and offline: that the backend delivers it, whole and selected
/// alone, and that what a query says of it is what the items say. One cache for all rules, because none of them changes it.
/// </summary>
public abstract class PropertyConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    // What the engine behind every world does not know of an item.
    private static readonly string[] NeverKnown =
    [
        "FileSysInfo.RemoteAttributes", "FileSysInfo.RemoteSize", "FileSysInfo.RemoteCreationTime", "FileSysInfo.RemoteLastWriteTime",
        "FileSysInfo.RemoteChangeTime", "FileSysInfo.RemoteLastAccessTime",
    ];

    // What is nowhere true or above zero in this cache.
    private static readonly string[] NeverSet =
    [
        "ChangeInfo.ModifiedAttributes", "SuspendInfo.Suspended", "SuspendInfo.SuspendedRoot",
        "DirtyInfo.RemoteDirtyByteCount", "Encrypted", "Sparse", "InConflict",
    ];

    private readonly TWorld _world = new();
    private CacheScene? _scene;
    private List<OfflineFilesItem> _items = [];

    private CacheScene Scene => _scene ?? throw new InvalidOperationException("The cache was not opened.");

    private static IEnumerable<string> Properties => ItemProperties.Instance.All.Select(property => property.Property.Text);

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _scene = await _world.OpenAsync();
        await Scene.Cache.PinAsync(CacheScene.Share);
        await Scene.Cache.PinAsync(
            CacheScene.Plan2024, new PinOptions { Flags = PinControlFlags.ForAll | PinControlFlags.ForUserPolicy | PinControlFlags.ForRedirection });
        await Scene.Cache.TransitionOfflineAsync(CacheScene.Share);
        await Scene.WriteLocallyAsync(CacheScene.Readme, "changed here");
        await Scene.WriteLocallyAsync(CacheScene.At("new.txt"), "made here");
        await Scene.DeleteLocallyAsync(CacheScene.At(@"plans\2025.txt"));
        UncPath[] paths =
        [
            CacheScene.Server, CacheScene.Share, CacheScene.Plans, CacheScene.Plan2024, CacheScene.Readme,
            CacheScene.At("new.txt"), CacheScene.At(@"plans\2025.txt"),
        ];
        foreach (var path in paths) _items.Add(await Scene.FindAsync(path));
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        _items = [];
        if (_scene is not null) await _scene.DisposeAsync();
    }

    [TestCaseSource(nameof(Properties))]
    public void A_property_is_known_of_all_items_that_have_it_and_of_no_other(string name)
    {
        var property = Find(name);
        foreach (var item in _items)
        {
            var isExpected = property.ItemTypes.Contains(item.ItemType) && !NeverKnown.Contains(name) && (property.Schema.IsDocumented || _world.KnowsConflicts);
            // The provider may write that there is no parent as an empty name.
            Assert.That(property.Read(item) is not (null or ""), Is.EqualTo(isExpected), $"{name} of {item}");
        }
    }

    [TestCaseSource(nameof(Properties))]
    public void A_property_has_values_that_are_not_those_of_an_empty_object(string name)
    {
        var values = _items.Select(Find(name).Read)
            .Where(value => value is not (null or "" or false or 0u or 0L) && !default(DateTimeOffset).Equals(value));

        Assert.That(values, NeverKnown.Contains(name) || NeverSet.Contains(name) ? Is.Empty : Is.Not.Empty, name);
    }

    [TestCaseSource(nameof(Properties))]
    public async Task A_property_that_is_selected_alone_is_what_it_is_in_the_whole_item(string name)
    {
        var property = Find(name);
        var rows = await RowsAsync(null, property.Property);

        Assert.That(
            rows.Select(row => (row.ItemPath, Shown(property, row))),
            Is.EquivalentTo(_items.Select(item => (item.ItemPath, Shown(property, item)))));
    }

    [TestCaseSource(nameof(Properties))]
    public async Task What_a_query_says_of_a_property_is_what_the_items_say(string name)
    {
        var property = Find(name);
        var tests = new List<(WqlPredicate Test, Func<OfflineFilesItem, bool> Holds)>
        {
            (new WqlNullTest(property.Property, isNegated: false), item => property.Read(item) is null),
            (new WqlNullTest(property.Property, isNegated: true), item => property.Read(item) is not null),
        };
        foreach (var value in _items.Select(property.Read).OfType<object>().Where(_ => property.Schema.Type != CimTypeCode.Object).Distinct())
            tests.Add(value is DateTimeOffset time ? NotBefore(property, time) : EqualTo(property, value));

        foreach (var (test, holds) in tests.Where(test => Scene.Backend.Pushdown.Judge(test.Test).IsAllowed))
            Assert.That(
                (await RowsAsync(test)).Select(row => row.ItemPath), Is.EquivalentTo(_items.Where(holds).Select(item => item.ItemPath)), $"{test}");
    }

    private async Task<List<OfflineFilesItem>> RowsAsync(WqlPredicate? where, params WqlProperty[] listed)
    {
        var rows = new List<OfflineFilesItem>();
        var query = new WqlSelectQuery(OfflineFilesSchema.Item.Name, where, listed);
        await foreach (var item in Scene.Backend.QueryItemsAsync(query, CancellationToken.None)) rows.Add(item);
        return rows;
    }

    private static ItemProperty Find(string name) => ItemProperties.Instance.Find(new WqlProperty(name.Split('.')))!;

    private static object? Shown(ItemProperty property, OfflineFilesItem item) => property.Read(item) is var value && value is "" ? null : value;

    // Windows compares strings ignoring case.
    private static (WqlPredicate Test, Func<OfflineFilesItem, bool> Holds) EqualTo(ItemProperty property, object value) => (
        new WqlComparison(property.Property, WqlComparisonOperator.Equal, value switch
        {
            string text => WqlConstant.String(text),
            bool truth => WqlConstant.Boolean(truth),
            _ => WqlConstant.Integer(Convert.ToInt64(value, null)),
        }),
        item => property.Read(item) is string text
            ? string.Equals(text, (string)value, StringComparison.OrdinalIgnoreCase)
            : value.Equals(property.Read(item)));

    // A constant is a little earlier than the time of a file: it has no more than microseconds.
    private static (WqlPredicate Test, Func<OfflineFilesItem, bool> Holds) NotBefore(ItemProperty property, DateTimeOffset time)
    {
        var constant = WqlConstant.DateTime(time);
        Assert.That(constant.TryGetDateTime(out var point));
        return (
            new WqlComparison(property.Property, WqlComparisonOperator.GreaterOrEqual, constant),
            item => property.Read(item) is DateTimeOffset own && own >= point);
    }
}
