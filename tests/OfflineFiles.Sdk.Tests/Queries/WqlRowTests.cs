using OfflineFiles.Sdk.Backends.Rows;
using OfflineFiles.Sdk.RawQueries;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Queries;

[TestFixture]
public sealed class WqlRowTests
{
    private static readonly OfflineFilesItem File = SampleItems.All.Single(item => item.ItemName == "q1.xlsx");
    private static readonly OfflineFilesItem Server = SampleItems.All[0];

    [Test]
    public void A_row_of_an_item_holds_every_property_of_its_class_under_its_name()
    {
        var row = new WqlRow(ModelRows.Item, File);

        Assert.That(row.ClassName, Is.EqualTo("Win32_OfflineFilesItem"));
        Assert.That(row.Names, Is.EqualTo(OfflineFilesSchema.Item.Properties.Select(property => property.Name)));
        Assert.That(row["ITEMpath"], Is.EqualTo(File.ItemPath));
        Assert.That(row["ItemType"], Is.EqualTo(0u), "an enum is its number on the wire");
        Assert.That((row["PinInfo.Pinned"], row["fileSYSinfo.localSIZE"]), Is.EqualTo(((object)true, (object)100L)));
        Assert.That(row.Instance, Is.SameAs(File));
    }

    [TestCaseSource(nameof(Models))]
    public void Every_property_of_a_class_is_read_off_the_member_of_its_name(WqlRow row)
    {
        foreach (var property in OfflineFilesSchema.Find(row.ClassName)!.Properties.Where(property => property.Type is not (CimTypeCode.Object or CimTypeCode.Reference)))
        {
            var expected = row.Instance!.GetType().GetProperty(property.Name)!.GetValue(row.Instance);
            var value = row[property.Name];

            Assert.That(value, Is.EqualTo(expected is Enum number ? Convert.ToUInt32(number, null) : expected), property.ToString());
            if (value is not null) Assert.That(value.GetType().Name, Is.EqualTo(TypeOf(property.Type)), property.ToString());
        }
    }

    [Test]
    public void NULL_is_null_and_a_name_behind_it_is_null_too()
    {
        var row = new WqlRow(ModelRows.Item, Server);

        Assert.That((row["PinInfo"], row["PinInfo.Pinned"], row["Encrypted"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
        Assert.That(row.TryGetValue("PinInfo.Pinned", out _), Is.True);
    }

    [TestCase("ItmName", "Did you mean ItemName?")]
    [TestCase("Whatever", "Check its spelling.")]
    [TestCase("PinInfo.Pined", "Did you mean PinInfo.Pinned?")]
    [TestCase("ItemName.Length", "no such property")]
    [TestCase("", "Check its spelling.")]
    [TestCase("PinInfo.", "no such property")]
    public void A_name_that_the_class_does_not_have_is_refused_with_the_nearest(string name, string advice)
    {
        foreach (var row in new[] { new WqlRow(ModelRows.Item, File), new WqlRow(ModelRows.Item, Server) })
        {
            Assert.That(row.TryGetValue(name, out _), Is.False);
            Assert.That(() => row[name], Throws.TypeOf<RowReadException>().With.Property("Property").EqualTo(name).And.Message.Contains(advice));
        }
    }

    [Test]
    public void What_was_not_selected_is_not_there_and_the_error_names_the_query()
    {
        var query = (WqlSelectQuery)WqlQuery.Parse("SELECT ItemName, PinInfo.Pinned, __CLASS FROM Win32_OfflineFilesItem");
        var row = new WqlRow(ModelRows.Item, File, RowSelectionReader.Read(query, OfflineFilesSchema.Item), query.ToString());

        Assert.That(row.Names, Is.EqualTo(new[] { "ItemPath", "ItemName", "PinInfo", "__CLASS" }), "the key comes along");
        Assert.That(((WqlRow)row["PinInfo"]!).Names, Is.EqualTo(new[] { "Pinned" }));
        Assert.That((row["ItemName"], row["PinInfo.Pinned"], row["__class"]), Is.EqualTo(((object)"q1.xlsx", (object)true, (object)"Win32_OfflineFilesItem")));
        foreach (var name in new[] { "Sparse", "PinInfo.PinnedForUser", "ChangeInfo.Dirty" })
        {
            Assert.That(row.TryGetValue(name, out _), Is.False, name);
            Assert.That(() => row[name], Throws.TypeOf<RowReadException>().With.Message.Contains("did not select it").And.Message.Contains(query.ToString()), name);
        }
    }

    [TestCase("PinInfo.Pinned, PinInfo.PinnedForUser", "Pinned, PinnedForUser")]
    [TestCase("PinInfo.pinned, piniNFO.PINNED", "Pinned")]
    [TestCase("PinInfo.Pinned, PinInfo", "Pinned, PinnedForUser, PinnedForUserByPolicy, PinnedForComputer, PinnedForFolderRedirection")]
    [TestCase("PinInfo, PinInfo.Pinned", "Pinned, PinnedForUser, PinnedForUserByPolicy, PinnedForComputer, PinnedForFolderRedirection")]
    public void Of_an_embedded_object_a_row_holds_what_was_listed_of_it_or_all(string list, string names)
    {
        var row = new WqlRow(ModelRows.Item, File, Selected(list));

        Assert.That(row.Names, Is.EqualTo(new[] { "ItemPath", "PinInfo" }));
        Assert.That(string.Join(", ", row.Get<WqlRow>("PinInfo")!.Names), Is.EqualTo(names));
    }

    [Test]
    public void Of_an_object_that_is_NULL_too_a_row_holds_only_what_was_listed()
    {
        var row = new WqlRow(ModelRows.Item, Server, Selected("PinInfo.Pinned"));

        Assert.That((row.TryGetValue("PinInfo.Pinned", out var value), value), Is.EqualTo((true, (object?)null)));
        Assert.That(row.TryGetValue("PinInfo.PinnedForUser", out _), Is.False);
    }

    [TestCase("SELECT ItmName FROM Win32_OfflineFilesItem", "Did you mean ItemName?")]
    [TestCase("SELECT PinInfo.Pined FROM Win32_OfflineFilesItem", "Did you mean PinInfo.Pinned?")]
    [TestCase("SELECT ItemName.Length FROM Win32_OfflineFilesItem", "no such property")]
    [TestCase("SELECT PinInfo.Pinned.Deeper FROM Win32_OfflineFilesItem", "no such property")]
    public void A_select_list_that_names_what_the_class_does_not_have_is_refused(string wql, string advice) => Assert.That(
        () => RowSelectionReader.Read((WqlSelectQuery)WqlQuery.Parse(wql), OfflineFilesSchema.Item),
        Throws.TypeOf<QueryTranslationException>().With.Message.Contains(advice).And.Message.Contains(wql));

    [Test]
    public void A_row_knows_its_class_and_its_path()
    {
        var item = new WqlRow(ModelRows.Item, Server);
        var cache = new WqlRow(ModelRows.Cache, new OfflineFilesCacheState());
        var info = (WqlRow)new WqlRow(ModelRows.Item, File)["PinInfo"]!;
        var definition = SchemaRows.Row(OfflineFilesSchema.Item, "");
        var foreign = new WqlRow("Win32_Process", [new("Handle", "4")]);

        Assert.That(new[] { item, cache, info, definition }.Select(row => row["__RELPATH"]), Is.EqualTo(new object?[]
        {
            WqlObjectPath.Instance("Win32_OfflineFilesItem", "ItemPath", @"\\srv").ToString(), WqlObjectPath.Singleton("Win32_OfflineFilesCache").ToString(), null, "Win32_OfflineFilesItem",
        }));
        Assert.That((item["__GENUS"], definition["__GENUS"]), Is.EqualTo(((object)2, (object)1)));
        Assert.That((item["__DYNASTY"], item["__SUPERCLASS"], item["__PROPERTY_COUNT"]), Is.EqualTo(((object)"Win32_OfflineFilesItem", (object?)null, (object)12)));
        Assert.That((foreign["__CLASS"], foreign.TryGetValue("__DYNASTY", out _)), Is.EqualTo(((object)"Win32_Process", false)));
    }

    [Test]
    public void A_row_of_any_class_is_read_by_name_and_has_no_typed_object()
    {
        var row = new WqlRow("Win32_LogicalDisk", [new("DeviceID", "C:"), new("FreeSpace", 7UL), new("freespace", 8UL), new("Parts", new[] { "a", "b" }), new("Label", null)]);

        Assert.That(row.Names, Is.EqualTo(new[] { "DeviceID", "FreeSpace", "Parts", "Label" }));
        Assert.That((row["FREESPACE"], row["Label"], row.Instance, row.As<OfflineFilesItem>()), Is.EqualTo(((object)8UL, (object?)null, (object?)null, (OfflineFilesItem?)null)));
        Assert.That(row.Get<string[]>("Parts"), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(row.ToString(), Is.EqualTo("Win32_LogicalDisk { DeviceID = 'C:', FreeSpace = 8, Parts = ['a', 'b'], Label = NULL }"));
        Assert.That(() => row["DeviceId2"], Throws.TypeOf<RowReadException>().With.Message.Contains("Did you mean DeviceID?"));
    }

    [Test]
    public void A_row_held_as_dynamic_reads_the_same_values()
    {
        dynamic row = new WqlRow(ModelRows.Item, File);

        Assert.That((string)row.ItemName, Is.EqualTo("q1.xlsx"));
        Assert.That((string)row.itemname, Is.EqualTo("q1.xlsx"));
        Assert.That((bool)row.PinInfo.Pinned, Is.True);
        Assert.That((long)row.FileSysInfo.LocalSize, Is.EqualTo(100L));
        Assert.That((string)row.ClassName, Is.EqualTo("Win32_OfflineFilesItem"), "its own members go first");
        Assert.That((string)row["ItemName"], Is.EqualTo("q1.xlsx"));
        Assert.That(() => row.ItmName, Throws.TypeOf<RowReadException>().With.Message.Contains("Did you mean ItemName?"));
    }

    private static IEnumerable<WqlRow> Models()
    {
        foreach (var item in SampleItems.All)
        {
            var row = new WqlRow(ModelRows.Item, item);
            yield return row;
            foreach (var name in row.Names)
                if (row[name] is WqlRow embedded) yield return embedded;
        }

        yield return new WqlRow(ModelRows.Cache, new OfflineFilesCacheState { Enabled = true, Location = @"C:\CSC" });
    }

    private static RowSelection? Selected(string list) =>
        RowSelectionReader.Read((WqlSelectQuery)WqlQuery.Parse($"SELECT {list} FROM Win32_OfflineFilesItem"), OfflineFilesSchema.Item);

    private static string TypeOf(CimTypeCode type) => type switch
    {
        CimTypeCode.SInt64 => nameof(Int64),
        CimTypeCode.DateTime => nameof(DateTimeOffset),
        _ => type.ToString(),
    };
}
