using System.Collections;
using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Tests.Mapping;

/// <summary>Every property of every class, in each form in which a server delivers it.</summary>
public sealed class EveryPropertyTests
{
    private static readonly DateTimeOffset Moment = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public enum Form
    {
        Typed,
        Text,
        Null,
        Missing,
    }

    private static IEnumerable<CimClassSchema> Classes() => OfflineFilesSchema.Classes.Where(schema => !schema.IsAssociation);

    private static IEnumerable<TestCaseData> Cases() =>
        from schema in Classes()
        from property in schema.Properties
        from form in Enum.GetValues<Form>()
        where property.IsDocumented && !property.IsKey && (property.Type != CimTypeCode.Object || form != Form.Text)
        select new TestCaseData(schema, property, form).SetArgDisplayNames($"{schema.Name}.{property.Name}", $"{form}");

    [TestCaseSource(nameof(Cases))]
    public void Every_property_reaches_its_member_in_every_form(CimClassSchema schema, CimPropertySchema property, Form form)
    {
        if (property is { Name: "ItemType" } && form is Form.Null or Form.Missing)
        {
            Assert.That(
                () => Map(schema, Row(schema, property, form)),
                Throws.TypeOf<OfflineFilesBackendException>().With.Message.Contains("ItemType of \\\\s\\x\\f"));
            return;
        }

        var model = Map(schema, Row(schema, property, form));

        var member = schema.ModelType.GetProperty(property.Name)!.GetValue(model);
        if (form is Form.Typed or Form.Text) Assert.That(Plain(member), Is.EqualTo(Expected(property)));
        else Assert.That(Plain(member), Is.Null.Or.EqualTo(property.Name == "ItemName" ? "f" : Zero(property)), "NULL and missing read alike");
    }

    [Test]
    public void No_class_and_no_form_is_forgotten() => Assert.That(
        Cases().Select(data => ((CimClassSchema)data.Arguments[0]!).Name).Distinct().Concat(["Win32_OfflineFilesAssociatedItems"]),
        Is.EquivalentTo(OfflineFilesSchema.Classes.Select(schema => schema.Name)));

    private static object Map(CimClassSchema schema, CimRow row)
    {
        if (schema == OfflineFilesSchema.Item) return ItemRowMapper.Item(row, null);
        if (schema == OfflineFilesSchema.Cache) return ItemRowMapper.CacheState(row);
        if (OfflineFilesSchema.Item.Properties.FirstOrDefault(part => part.ClassName == schema.Name) is not { } holder)
            return ModelReader.Read(schema, row);
        var item = ItemRowMapper.Item(
            new CimRow("Win32_OfflineFilesItem", [new("ItemPath", @"\\s\x\f"), new("ItemType", 0u), new(holder.Name, row)]), null);
        return typeof(OfflineFilesItem).GetProperty(holder.Name)!.GetValue(item)!;
    }

    private static CimRow Row(CimClassSchema schema, CimPropertySchema property, Form form)
    {
        List<KeyValuePair<string, object?>> values = [];
        if (schema == OfflineFilesSchema.Item) values.Add(new("ItemPath", @"\\s\x\f"));
        if (schema == OfflineFilesSchema.Item && property.Name != "ItemType") values.Add(new("ItemType", 0u));
        if (form != Form.Missing)
            values.Add(new(property.Name, form switch { Form.Typed => Typed(property), Form.Text => Text(property), _ => null }));
        return new CimRow(schema.Name, values);
    }

    private static object Typed(CimPropertySchema property) => property switch
    {
        { IsArray: true } => new[] { "a", "b" },
        { Type: CimTypeCode.Boolean } => true,
        { Type: CimTypeCode.UInt8 } => (byte)2,
        { Type: CimTypeCode.UInt16 } => (ushort)2,
        { Type: CimTypeCode.UInt32 } => 2u,
        { Type: CimTypeCode.SInt64 } => 5_000_000_000L,
        { Type: CimTypeCode.String } => "text",
        { Type: CimTypeCode.DateTime } => Moment,
        { Type: CimTypeCode.Object } => new CimRow(property.ClassName!, []),
        _ => throw new InvalidOperationException($"No sample of {property}."),
    };

    private static object Text(CimPropertySchema property) => property switch
    {
        { IsArray: true } => new object?[] { "a", "b" },
        { Type: CimTypeCode.Boolean } => "TRUE",
        { Type: CimTypeCode.DateTime } => "20200203050506.000000+060",
        _ => Typed(property).ToString()!,
    };

    private static object Expected(CimPropertySchema property) => property switch
    {
        { Type: CimTypeCode.UInt8 or CimTypeCode.UInt16 or CimTypeCode.UInt32 } => 2L,
        { Type: CimTypeCode.Object } => "an object",
        _ => Typed(property),
    };

    private static object? Zero(CimPropertySchema property) => property.Type switch
    {
        CimTypeCode.Boolean => false,
        CimTypeCode.UInt32 or CimTypeCode.SInt64 => 0L,
        _ => null,
    };

    // Numbers of all widths and enums compare as one kind.
    private static object? Plain(object? member) => member switch
    {
        null or bool or string or DateTimeOffset or IEnumerable => member,
        IConvertible number => Convert.ToInt64(number, null),
        _ => "an object",
    };
}
