using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Mapping;

/// <summary>
/// A property that can be NULL and is stays NULL: in the item, in a raw row, in WQL and in C#, wherever the test runs. A number, an enum or a Boolean that
/// its class says is always set reads as zero or false if a server leaves it out, and then has no NULL anywhere.
/// </summary>
public sealed class NullPropertyTests
{
    private static readonly DateTimeOffset Moment = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private static readonly OfflineFilesItem Whole = new(@"\\srv\docs\whole.txt", OfflineFilesItemType.File)
    {
        FileSysInfo = new FileSysInfo
        {
            LocalAttributes = FileAttributes.Archive,
            LocalSize = 1,
            LocalCreationTime = Moment,
            LocalLastWriteTime = Moment,
            LocalChangeTime = Moment,
            LocalLastAccessTime = Moment,
            OriginalAttributes = FileAttributes.Archive,
            OriginalSize = 1,
            OriginalCreationTime = Moment,
            OriginalLastWriteTime = Moment,
            OriginalChangeTime = Moment,
            OriginalLastAccessTime = Moment,
            RemoteAttributes = FileAttributes.Archive,
            RemoteSize = 1,
            RemoteCreationTime = Moment,
            RemoteLastWriteTime = Moment,
            RemoteChangeTime = Moment,
            RemoteLastAccessTime = Moment,
        },
        PinInfo = new PinInfo { Pinned = true },
        ChangeInfo = new ChangeInfo { Dirty = true },
        ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Offline },
        SuspendInfo = new SuspendInfo { Suspended = true },
        DirtyInfo = new DirtyInfo { LocalDirtyByteCount = 1 },
        Encrypted = true,
        Sparse = true,
    };

    // What only the library tells is in no row of a server.
    private static IEnumerable<string> Properties => ItemProperties.Instance.All
        .Where(property => property.Schema.IsDocumented)
        .Select(property => property.Property.Text)
        .Except(["ItemPath", "ItemName", "ItemType"]);

    [TestCaseSource(nameof(Properties))]
    public async Task NULL_stays_NULL_where_it_can_be(string name)
    {
        var property = ItemProperties.Instance.Find(new WqlProperty(name.Split('.')))!;
        var item = Without(property);
        string[] expected = property.Schema.IsNullable ? [item.ItemPath] : [];

        Assert.That(property.Read(item) is null, Is.EqualTo(property.Schema.IsNullable));
        ICacheBackend[] backends = [Backends.OverDouble([item, Whole]).Backend, Backends.OverOmi([item, Whole]).Backend, new FixedRowsBackend([item, Whole], PushdownProfile.Nothing)];
        foreach (var backend in backends)
        {
            await using var cache = new OfflineFilesCache(backend);
            var isNull = new WqlSelectQuery("Win32_OfflineFilesItem", new WqlNullTest(property.Property, isNegated: false));
            var isNotNull = new WqlSelectQuery("Win32_OfflineFilesItem", new WqlNullTest(property.Property, isNegated: true));

            Assert.That(await PathsAsync(cache.Query(isNull)), Is.EqualTo(expected), backend.Pushdown.Name);
            Assert.That(await PathsAsync(cache.Query(isNotNull)), Is.EquivalentTo(new[] { item.ItemPath, Whole.ItemPath }.Except(expected)), backend.Pushdown.Name);
            Assert.That(await cache.Items.Where(IsNull(name)).Select(i => i.ItemPath).ToListAsync(), Is.EqualTo(expected), backend.Pushdown.Name);
            Assert.That(await cache.Query(new WqlSelectQuery("Win32_OfflineFilesItem")).ToListAsync(), Has.Exactly(expected.Length).Matches<WqlRow>(row => ValueOf(row!, property) is null));
        }
    }

    [Test]
    public void Every_time_can_be_NULL_because_CIM_knows_times_that_are_not_known() => Assert.That(
        ItemProperties.Instance.All.Where(property => property.Schema.Type == CimTypeCode.DateTime).Select(property => property.Schema.IsNullable), Is.Not.Empty.And.All.True);

    private static async Task<List<string>> PathsAsync(CacheQuery<WqlRow> query) => [.. (await query.ToListAsync()).Select(row => (string)row["ItemPath"]!)];

    // A test for null as C# writes it of a value that may have none.
    private static Expression<Func<OfflineFilesItem, bool>> IsNull(string name)
    {
        var row = Expression.Parameter(typeof(OfflineFilesItem), "i");
        var member = name.Split('.').Aggregate((Expression)row, Expression.Property);
        if (member.Type.IsValueType && Nullable.GetUnderlyingType(member.Type) is null) member = Expression.Convert(member, typeof(Nullable<>).MakeGenericType(member.Type));
        return Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Equal(member, Expression.Constant(null, member.Type)), row);
    }

    private static object? ValueOf(WqlRow row, ItemProperty property) =>
        property.Holder is null ? row[property.Schema.Name] : row.Get<WqlRow>(property.Holder.Schema.Name)?[property.Schema.Name];

    private static OfflineFilesItem Without(ItemProperty property)
    {
        var row = new ProviderRows(ProviderDoubleOptions.Default).Item(Whole);
        var changed = property.Holder is null ? With(row, property.Schema.Name, null)
            : With(row, property.Holder.Schema.Name, With((CimRow)row[property.Holder.Schema.Name]!, property.Schema.Name, null));
        return ItemRowMapper.Item(With(changed, "ItemPath", @"\\srv\docs\null.txt"), null);
    }

    private static CimRow With(CimRow row, string name, object? value) =>
        new(row.ClassName, row.Values.Select(pair => pair.Key == name ? new(name, value) : pair));
}
