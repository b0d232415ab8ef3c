using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Lint.Rules;
using OfflineFiles.Sdk.RawQueries;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Model;

/// <summary>
/// Every property of an item in every place that goes by the table of properties. The cases are the public members of the item and of the objects in
/// it, found by reflection: a member without a row fails here by its name, and so does a row that says something wrong.
/// </summary>
[TestFixture]
public sealed class ItemPropertyTests
{
    private static IReadOnlyList<string> Members => ItemSamples.Members;

    private static IEnumerable<string> OfItem => Members.Where(name => !name.Contains('.'));

    private static IEnumerable<string> Values => Members.Where(name => !ItemSamples.TypeOf(name).IsObject);

    private static IEnumerable<string> Rows => ItemProperties.Instance.All.Select(property => property.Property.Text);

    [TestCaseSource(nameof(Members))]
    public void Every_member_has_a_row_in_the_table(string name)
    {
        var property = Find(name);
        var holder = name.Contains('.') ? name[..name.IndexOf('.')] : null;

        Assert.That(property.Property.Text, Is.EqualTo(name));
        Assert.That(property.Holder?.Property.Text, Is.EqualTo(holder));
        Assert.That((property.IsEmbedded, property.IsPlain), Is.EqualTo((holder is not null, holder is null && !ItemSamples.TypeOf(name).IsObject)));
        if (holder is not null) Assert.That((property.Member, property.ItemTypes), Is.EqualTo((Find(holder).Member, Find(holder).ItemTypes)));
    }

    [TestCaseSource(nameof(Members))]
    public void A_row_has_the_type_of_its_member_and_can_be_null_where_the_member_can(string name)
    {
        var schema = Find(name).Schema;
        var (type, isNullable) = (ItemSamples.TypeOf(name).Type, ItemSamples.IsNullable(name));
        type = Nullable.GetUnderlyingType(type) ?? type;

        Assert.That((schema.Name, schema.IsNullable, schema.IsKey), Is.EqualTo((name.Split('.')[^1], isNullable, name == nameof(OfflineFilesItem.ItemPath))));
        Assert.That((schema.EnumType, schema.ClassName is { } className ? OfflineFilesSchema.Find(className)?.ModelType : null),
            Is.EqualTo((type.IsEnum ? type : null, ItemSamples.TypeOf(name).IsObject ? type : null)));
        Assert.That(schema.Type, Is.EqualTo(
            type.IsEnum ? CimTypeCode.UInt32
            : type == typeof(bool) ? CimTypeCode.Boolean
            : type == typeof(long) ? CimTypeCode.SInt64
            : type == typeof(string) ? CimTypeCode.String
            : type == typeof(DateTimeOffset) ? CimTypeCode.DateTime
            : CimTypeCode.Object));
    }

    [TestCaseSource(nameof(Rows))]
    public void Every_row_in_the_table_is_of_a_member(string name) => Assert.That(Members, Does.Contain(name));

    [TestCaseSource(nameof(OfItem))]
    public void Every_member_of_an_item_has_a_flag_of_its_name(string name)
    {
        Assert.That($"{Find(name).Member}", Is.EqualTo(name));
        Assert.That(ItemMembers.All.HasFlag(Find(name).Member), $"ItemMembers.All has no {name}.");
    }

    [Test]
    public void Every_flag_is_of_a_member() => Assert.That(
        Enum.GetNames<ItemMembers>().Except([nameof(ItemMembers.None), nameof(ItemMembers.All)]), Is.EquivalentTo(OfItem));

    [Test]
    public void All_members_are_those_that_have_a_flag() => Assert.That(
        Enum.GetValues<ItemMembers>().Where(flag => flag != ItemMembers.All).Aggregate((all, flag) => all | flag), Is.EqualTo(ItemMembers.All));

    [TestCaseSource(nameof(OfItem))]
    public void A_property_applies_to_the_documented_types_of_items_and_the_linter_knows(string name)
    {
        var fact = OfflineFilesSchemaTests.Facts().Single(fact => fact.ClassName == OfflineFilesSchema.Item.Name && fact.Property == name);
        var expected = fact.ItemTypes.Split(',').Select(Enum.Parse<OfflineFilesItemType>).ToArray();

        Assert.That(Find(name).ItemTypes, Is.EquivalentTo(expected));
        foreach (var type in Enum.GetValues<OfflineFilesItemType>())
            Assert.That(ItemTypes.CanLack(name, [type]), Is.EqualTo(!expected.Contains(type)), $"{name} of a {type}");
    }

    [TestCaseSource(nameof(Members))]
    public void A_value_is_read_as_it_is_on_the_wire(string name)
    {
        foreach (var item in (OfflineFilesItem[])[ItemSamples.Make(), ItemSamples.Make(name)])
        {
            var (read, expected) = (Find(name).Read(item), OnTheWire(ItemSamples.Read(item, name)));
            Assert.That((read, read?.GetType()), Is.EqualTo((expected, expected?.GetType())));
        }
    }

    [TestCaseSource(nameof(Members))]
    public void A_row_of_a_raw_query_has_the_value_of_the_item(string name)
    {
        var item = ItemSamples.Make();
        var row = new WqlRow(ModelRows.Item, item);

        if (ItemSamples.TypeOf(name).IsObject) Assert.That(((WqlRow)row[name]!).Instance, Is.SameAs(ItemSamples.Read(item, name)));
        else Assert.That(row[name.ToUpperInvariant()], Is.EqualTo(OnTheWire(ItemSamples.Read(item, name)!)));
        Assert.That(new WqlRow(ModelRows.Item, new OfflineFilesItem(@"\\srv\docs\a.txt")).TryGetValue(name, out _), $"A row without a value has no {name}.");
    }

    [TestCaseSource(nameof(Members))]
    public void A_change_of_a_property_is_a_difference_of_its_member(string name)
    {
        Assert.That(ItemDifference.Between(ItemSamples.Make(), ItemSamples.Make(name)), Is.EqualTo(Find(name).Member));
        Assert.That(ItemDifference.Between(ItemSamples.Make(name), ItemSamples.Make(name)), Is.EqualTo(ItemMembers.None));
    }

    [TestCaseSource(nameof(Members))]
    public void A_change_of_what_one_of_two_items_does_not_hold_is_none(string name)
    {
        var without = ItemMembers.All & ~Find(name).Member;
        var expected = Find(name).Member == ItemMembers.ItemPath ? ItemMembers.ItemPath : ItemMembers.None;

        Assert.That(ItemDifference.Between(ItemSamples.Make(loaded: without), ItemSamples.Make(name)), Is.EqualTo(expected));
        Assert.That(ItemDifference.Between(ItemSamples.Make(), ItemSamples.Make(name, without)), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Members))]
    public void A_property_is_not_read_off_an_item_that_does_not_hold_its_member(string name)
    {
        var property = Find(name);
        if (property.Member == ItemMembers.ItemPath) return;

        Assert.That(() => property.Read(ItemSamples.Make(loaded: ItemMembers.All & ~property.Member)),
            Throws.TypeOf<MemberNotLoadedException>().With.Property("Member").EqualTo(property.Member));
        Assert.That(property.Read(ItemSamples.Make(loaded: property.Member)), Is.Not.Null);
    }

    [TestCaseSource(nameof(Values))]
    public void A_predicate_tells_items_by_a_property(string name)
    {
        var property = Find(name).Property;
        var matches = WqlCompiler.Compile(
            new WqlComparison(property, WqlComparisonOperator.Equal, Constant(OnTheWire(ItemSamples.Read(ItemSamples.Make(name), name))!)),
            ItemProperties.Instance);

        // Paths that differ in case only are the same path.
        Assert.That((matches(ItemSamples.Make(name)), matches(ItemSamples.Make())), Is.EqualTo((true, name == nameof(OfflineFilesItem.ItemPath))));
    }

    [TestCaseSource(nameof(Members))]
    public void A_predicate_reads_the_member_of_a_property_and_no_other(string name) => Assert.That(
        ItemProperties.Instance.MembersOf(new WqlNullTest(Find(name).Property, isNegated: false)), Is.EqualTo(Find(name).Member));

    [TestCaseSource(nameof(Members))]
    public void A_lambda_reads_the_member_of_a_property_and_no_other(string name)
    {
        var row = Expression.Parameter(typeof(OfflineFilesItem), "item");
        var body = name.Split('.').Aggregate((Expression)row, Expression.Property);

        Assert.That(MemberUsage.Of(row, body), Is.EqualTo(Find(name).Member));
    }

    [TestCaseSource(nameof(OfItem))]
    public void A_select_list_names_the_property_of_a_member(string name) => Assert.That(
        SelectList.Of(Find(name).Member).Select(property => property.Text), Is.EqualTo(new[] { name }));

    [TestCaseSource(nameof(OfItem))]
    public void The_Windows_provider_is_asked_for_a_value_alone_and_for_an_object_or_what_an_object_tells_with_all_others(string name) => Assert.That(
        PushdownProfile.WindowsProvider.Selects(ItemMembers.ItemPath | Find(name).Member),
        Is.EqualTo(ItemSamples.TypeOf(name).IsObject || !Find(name).Schema.IsDocumented ? ItemMembers.All : ItemMembers.ItemPath | Find(name).Member));

    private static ItemProperty Find(string name) =>
        ItemProperties.Instance.Find(new WqlProperty(name.Split('.'))) ?? throw new AssertionException($"The table has no row for {name}.");

    private static object? OnTheWire(object? value) => value is Enum ? Convert.ToUInt32(value, null) : value;

    private static WqlConstant Constant(object value) => value switch
    {
        string text => WqlConstant.String(text),
        bool truth => WqlConstant.Boolean(truth),
        DateTimeOffset time => WqlConstant.DateTime(time),
        _ => WqlConstant.Integer(Convert.ToInt64(value, null)),
    };
}
