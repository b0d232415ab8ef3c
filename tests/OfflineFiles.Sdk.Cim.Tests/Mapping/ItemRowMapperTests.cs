using System.Globalization;
using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Mapping;

public sealed class ItemRowMapperTests
{
    private static readonly DateTimeOffset Moment = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private static IEnumerable<TestCaseData<string, string>> EmbeddedProperties() =>
        from part in OfflineFilesSchema.Item.Properties
        where part.Type == CimTypeCode.Object
        from property in OfflineFilesSchema.Find(part.ClassName!)!.Properties
        select new TestCaseData<string, string>(part.Name, property.Name);

    [TestCaseSource(nameof(EmbeddedProperties))]
    public void Every_property_of_an_embedded_object_reaches_the_member_of_its_name(string part, string property)
    {
        var schema = OfflineFilesSchema.Find(OfflineFilesSchema.Item.Find(part)!.ClassName!)!;
        var value = SampleValue(schema.Find(property)!);
        var item = ItemRowMapper.Item(Row((part, new CimRow(schema.Name, [new(property, value)]))), null);

        var info = Member(item, part)!;
        var model = Member(info, property);

        Assert.That(model is Enum ? Convert.ToUInt32(model, CultureInfo.InvariantCulture) : model, Is.EqualTo(value));
        Assert.That(
            schema.Properties.Where(other => other.Name != property).Select(other => Member(info, other.Name)),
            Has.All.Matches<object?>(other =>
                other is null or false or 0L || other.Equals(default(DateTimeOffset)) || other is Enum && Convert.ToInt64(other, CultureInfo.InvariantCulture) == 0),
            "no other member takes the value");
    }

    [Test]
    public void Every_property_of_the_item_itself_reaches_its_member()
    {
        var item = ItemRowMapper.Item(
            Row(("ParentItemPath", @"\\s\x"), ("ItemName", "n"), ("ItemType", 1u), ("Encrypted", true), ("Sparse", false)), "SELECT");

        Assert.Multiple(() =>
        {
            Assert.That(item.ItemPath, Is.EqualTo(@"\\s\x\f"));
            Assert.That(item.ParentItemPath, Is.EqualTo(@"\\s\x"));
            Assert.That(item.ItemName, Is.EqualTo("n"));
            Assert.That(item.ItemType, Is.EqualTo(OfflineFilesItemType.Directory));
            Assert.That(item.Encrypted, Is.True);
            Assert.That(item.Sparse, Is.False);
            Assert.That(item.Origin, Is.EqualTo("SELECT"));
            Assert.That(item.LoadedMembers, Is.EqualTo(ItemMembers.All));
        });
    }

    [Test]
    public void What_the_provider_leaves_NULL_and_what_it_does_not_have_are_both_null()
    {
        var leftOut = ItemRowMapper.Item(Row(), null);
        var isNull = ItemRowMapper.Item(
            Row(OfflineFilesSchema.Item.Properties.Skip(4).Select(property => (property.Name, (object?)null)).ToArray()), null);

        foreach (var item in new[] { leftOut, isNull })
        {
            Assert.That(
                OfflineFilesSchema.Item.Properties.Skip(4).Select(property => Member(item, property.Name)), Has.All.Null);
        }
    }

    [Test]
    public void A_property_that_no_documentation_knows_is_ignored() =>
        Assert.That(ItemRowMapper.Item(Row(("NewInWindows13", 5u)), null).ItemPath, Is.EqualTo(@"\\s\x\f"));

    [TestCase("")]
    [TestCase(null)]
    public void The_parent_of_a_server_may_be_empty_or_NULL(string? parent) =>
        Assert.That(ItemRowMapper.Item(Row(("ItemType", 3u), ("ParentItemPath", parent)), null).ParentItemPath, Is.Null.Or.Empty);

    [Test]
    public void A_number_without_a_name_in_its_enum_is_kept()
    {
        var item = ItemRowMapper.Item(Row(("ConnectionInfo", new CimRow("x", [new("ConnectState", 77u), new("OfflineReason", 99u)]))), null);

        Assert.That(((int)item.ConnectionInfo!.ConnectState, (int)item.ConnectionInfo.OfflineReason), Is.EqualTo((77, 99)));
    }

    [TestCase(1u, 5u, true)]
    [TestCase(1u, 2u, null, Description = "the share is offline: whether the item is in conflict is not told")]
    [TestCase(1u, 4u, null)]
    [TestCase(2u, 1u, null, Description = "online: a conflict would have kept it offline, but no documentation says so")]
    [TestCase(2u, 5u, null, Description = "a reason counts only while the item is offline")]
    [TestCase(null, null, null)]
    public void An_item_is_in_conflict_where_the_reason_says_so_and_nothing_is_known_elsewhere(uint? state, uint? reason, bool? inConflict)
    {
        var typed = new CimRow("x", [new("ConnectState", state), new("OfflineReason", reason)]);
        var texts = new CimRow("x", [new("OFFLINEREASON", $"{reason}"), new("connectstate", $"{state}")]);

        Assert.That(ItemRowMapper.Item(Row(("ConnectionInfo", typed)), null).InConflict, Is.EqualTo(inConflict));
        Assert.That(ItemRowMapper.Item(Row(("ConnectionInfo", texts)), null).InConflict, Is.EqualTo(inConflict));
        Assert.That(ItemRowMapper.Item(Row(("ConnectionInfo", null)), null).InConflict, Is.Null);
        Assert.That(
            ItemRowMapper.Item(Row(("ConnectionInfo", typed), ("InConflict", inConflict is null)), null).InConflict, Is.EqualTo(inConflict),
            "a property of that name of another provider is not meant");
    }

    [Test]
    public void Values_may_all_come_as_strings([Values] bool serverHasEmptyParent)
    {
        var rows = new ProviderRows(new ProviderDoubleOptions { ValuesAsStrings = true, ServerHasEmptyParent = serverHasEmptyParent });
        foreach (var item in SampleItems.All)
        {
            var mapped = ItemRowMapper.Item(rows.Item(item), null);
            Assert.That(mapped, Is.EqualTo(item).UsingPropertiesComparer().Or.EqualTo(item));
            Assert.That(mapped.FileSysInfo, Is.EqualTo(item.FileSysInfo));
            Assert.That((mapped.PinInfo, mapped.ChangeInfo, mapped.ConnectionInfo, mapped.SuspendInfo, mapped.DirtyInfo, mapped.Encrypted, mapped.Sparse),
                Is.EqualTo((item.PinInfo, item.ChangeInfo, item.ConnectionInfo, item.SuspendInfo, item.DirtyInfo, item.Encrypted, item.Sparse)));
        }
    }

    [TestCase("ItemType", "many")]
    [TestCase("Encrypted", "maybe")]
    [TestCase("Encrypted", 7u)]
    [TestCase("PinInfo", "yes")]
    [TestCase("ItemName", 12u)]
    public void A_value_of_the_wrong_kind_names_its_property(string property, object value) =>
        Assert.That(() => ItemRowMapper.Item(Row((property, value)), null), Throws.TypeOf<OfflineFilesBackendException>()
            .With.Message.StartsWith($@"Win32_OfflineFilesItem.{property} of \\s\x\f was read: ").And.Property("Path").EqualTo(@"\\s\x\f").And.Message.Contains(value.ToString()));

    [Test]
    public void A_bad_value_of_an_embedded_object_names_the_row_too() =>
        Assert.That(() => ItemRowMapper.Item(Row(("DirtyInfo", new CimRow("x", [new("LocalDirtyByteCount", "many")]))), null), Throws.TypeOf<OfflineFilesBackendException>()
            .With.Message.StartsWith(
                @"Win32_OfflineFilesDirtyInfo.LocalDirtyByteCount of \\s\x\f was read: the provider delivered 'many', which is no SInt64."));

    [Test]
    public void What_was_not_asked_for_is_not_loaded_and_nothing_of_it_is_required()
    {
        var item = ItemRowMapper.Item(new CimRow("Win32_OfflineFilesItem", [new("ItemPath", @"\\s\x\f")]), "SELECT ItemPath", ItemMembers.ItemPath);

        Assert.That((item.ItemPath, item.LoadedMembers), Is.EqualTo((@"\\s\x\f", ItemMembers.ItemPath)));
        Assert.That(() => item.ItemType, Throws.TypeOf<MemberNotLoadedException>().With.Message.Contains("SELECT ItemPath"));
    }

    [Test]
    public void A_row_without_a_path_is_refused() =>
        Assert.That(() => ItemRowMapper.Item(new CimRow("Win32_OfflineFilesItem", [new("ItemType", 0u)]), null),
            Throws.TypeOf<OfflineFilesBackendException>().With.Message.Contains("ItemPath"));

    [Test]
    public void The_state_of_a_stopped_cache_has_no_location() =>
        Assert.That(
            ItemRowMapper.CacheState(new CimRow("Win32_OfflineFilesCache", [new("Enabled", true), new("Active", false), new("Location", null)])),
            Is.EqualTo(new OfflineFilesCacheState { Enabled = true, Active = false, Location = null }));

    private static CimRow Row(params (string Name, object? Value)[] values) => new(
        "Win32_OfflineFilesItem",
        new (string Name, object? Value)[] { ("ItemPath", @"\\s\x\f"), ("ItemName", "f"), ("ItemType", 0u) }.Concat(values)
            .Select(value => new KeyValuePair<string, object?>(value.Name, value.Value)));

    private static object SampleValue(CimPropertySchema property) => property.Type switch
    {
        CimTypeCode.Boolean => true,
        CimTypeCode.UInt32 => 2u,
        CimTypeCode.SInt64 => 5_000_000_000L,
        CimTypeCode.DateTime => Moment,
        _ => throw new InvalidOperationException($"No sample of {property}."),
    };

    private static object? Member(object source, string name) => source.GetType().GetProperty(name)!.GetValue(source);
}
