using System.Reflection;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Model;

/// <summary>The schema table against facts kept apart from it (Facts/schema.tsv), and against the .NET types that carry the classes.</summary>
[TestFixture]
public sealed class OfflineFilesSchemaTests
{
    public sealed record Fact(string ClassName, string Property, string Type, bool IsNullable, bool IsKey, bool IsWritable, string Enum, string ItemTypes, bool IsOwn)
    {
        public override string ToString() => $"{ClassName}.{Property}";
    }

    internal static IEnumerable<Fact> Facts() =>
        from line in File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Facts", "schema.tsv"))
        where line.Length > 0 && line[0] != '#'
        let cells = line.Split('\t')
        select new Fact(cells[0], cells[1], cells[2], cells[3] == "null", cells[4] == "key", cells[5] == "rw", cells[6], cells[7], cells.Length > 8);

    [Test]
    public void The_table_holds_every_property_and_no_other()
    {
        var table = OfflineFilesSchema.Classes.SelectMany(schema => schema.Properties.Select(property => $"{schema.Name}.{property.Name}"));

        Assert.That(table, Is.EquivalentTo(Facts().Select(fact => fact.ToString())));
    }

    [TestCaseSource(nameof(Facts))]
    public void A_property_has_the_documented_type_nullability_key_and_access(Fact fact)
    {
        var property = OfflineFilesSchema.Find(fact.ClassName)!.Find(fact.Property)!;
        var type = property.Type switch
        {
            CimTypeCode.Object => $"object:{property.ClassName}",
            CimTypeCode.Reference => $"ref:{property.ClassName}",
            var code => code.ToString().ToLowerInvariant(),
        };

        Assert.Multiple(() =>
        {
            Assert.That(type + (property.IsArray ? "[]" : ""), Is.EqualTo(fact.Type));
            Assert.That(property.IsNullable, Is.EqualTo(fact.IsNullable));
            Assert.That(property.IsKey, Is.EqualTo(fact.IsKey));
            Assert.That(property.IsWritable, Is.EqualTo(fact.IsWritable));
            Assert.That(property.IsDocumented, Is.EqualTo(!fact.IsOwn));
            if (fact.Enum != "-") Assert.That(property.EnumType?.Name, Is.EqualTo(fact.Enum));
        });
    }

    [TestCaseSource(nameof(Facts))]
    public void The_type_that_carries_the_class_has_a_member_of_the_same_name_and_meaning(Fact fact)
    {
        var schema = OfflineFilesSchema.Find(fact.ClassName)!;
        var property = schema.Find(fact.Property)!;
        var member = schema.ModelType.GetProperty(fact.Property)!;
        var nullability = new NullabilityInfoContext().Create(member);

        Assert.That(member, Is.Not.Null);
        Assert.Multiple(() =>
        {
            if (property.EnumType is { } @enum) Assert.That(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, Is.EqualTo(@enum));
            if (property.Type == CimTypeCode.Object)
                Assert.That(member.PropertyType, Is.EqualTo(OfflineFilesSchema.Find(property.ClassName!)!.ModelType));
            Assert.That(nullability.ReadState == NullabilityState.Nullable, Is.EqualTo(fact.IsNullable), "nullability");
        });
    }

    [Test]
    public void What_only_the_library_tells_comes_after_what_is_documented_and_is_no_property_that_the_class_counts()
    {
        var properties = OfflineFilesSchema.Item.Properties;
        var count = WqlCompiler.Compile(WqlPredicate.Parse("__PROPERTY_COUNT = 12"), ItemProperties.Instance);

        Assert.That(properties.SkipWhile(property => property.IsDocumented).Select(property => property.Name), Is.EqualTo(new[] { "InConflict" }));
        Assert.That(properties.Count(property => property.IsDocumented), Is.EqualTo(12));
        Assert.That(count(new OfflineFilesItem(@"\\srv")), Is.True);
    }

    [Test]
    public void A_class_and_a_property_are_found_in_any_case()
    {
        Assert.That(OfflineFilesSchema.Find("WIN32_offlinefilesITEM")?.Find("itempath")?.Name, Is.EqualTo("ItemPath"));
    }

    [Test]
    public void A_query_can_name_every_property_of_an_item_and_every_one_embedded_in_it()
    {
        var expected = OfflineFilesSchema.Item.Properties.SelectMany(property => property.Type == CimTypeCode.Object
            ? OfflineFilesSchema.Find(property.ClassName!)!.Properties.Select(inner => $"{property.Name}.{inner.Name}").Prepend(property.Name)
            : [property.Name]);

        Assert.That(ItemProperties.Instance.All.Select(property => property.Property.Text), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(EmbeddedProperties))]
    public void Reading_through_a_null_object_gives_NULL(ItemProperty property)
    {
        var server = new OfflineFilesItem(UncPath.Parse(@"\\srv"), OfflineFilesItemType.Server);
        var isNull = WqlCompiler.Compile(new WqlNullTest(property.Property, isNegated: false), ItemProperties.Instance);

        Assert.That(isNull(server), Is.True);
    }

    private static IEnumerable<ItemProperty> EmbeddedProperties() => ItemProperties.Instance.All.Where(property => property.IsEmbedded);
}
