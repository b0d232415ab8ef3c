using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Newtonsoft.Json.Linq;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Embedded;
using JsonConvert = Newtonsoft.Json.JsonConvert;

namespace OfflineFiles.Sdk.Conformance.Objects;

/// <summary>
/// Objects as JSON, without settings: paths are text, an error is its type, code and message, what was not selected is left out, and what is read is
/// what was written.
/// </summary>
[TestFixture]
public sealed class JsonTests
{
    private static readonly CountingBackend Backend = new(Samples.Share, Samples.File);

    private IReadOnlyList<object> _samples = null!;

    private sealed record Writer(string Name, Func<object, string> Write, Func<string, Type, object?> Read)
    {
        public override string ToString() => Name;
    }

    private static readonly Writer Plain = new("System.Text.Json", value => JsonSerializer.Serialize(value, value.GetType()), (text, type) => JsonSerializer.Deserialize(text, type));

    private static readonly Writer Web = new("System.Text.Json, as the web writes",
        value => JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Web), (text, type) => JsonSerializer.Deserialize(text, type, JsonSerializerOptions.Web));

    private static readonly JsonSerializerOptions Spare = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true };

    private static readonly Writer WithoutNull = new("System.Text.Json, without null",
        value => JsonSerializer.Serialize(value, value.GetType(), Spare), (text, type) => JsonSerializer.Deserialize(text, type, Spare));

    private static readonly Writer Generated = new("System.Text.Json, generated",
        value => JsonSerializer.Serialize(value, value.GetType(), SampleJson.Default), (text, type) => JsonSerializer.Deserialize(text, type, SampleJson.Default));

    private static readonly Writer Newton = new("Newtonsoft.Json", value => JsonConvert.SerializeObject(value), JsonConvert.DeserializeObject);

    private static readonly Writer[] Writers = [Plain, Web, WithoutNull, Generated, Newton];

    [OneTimeSetUp]
    public async Task Make() => _samples = await Samples.MakeAsync(Backend, new OfflineFilesCache(Backend));

    private static IEnumerable<TestCaseData> RoundTrips() =>
        from writer in Writers
        from type in Samples.DataTypes
        where !Samples.OnlyWritten.Contains(type)
        select new TestCaseData(writer.Name, type).SetArgDisplayNames(writer.Name, type.Name);

    [TestCaseSource(nameof(RoundTrips))]
    public void What_is_read_is_what_was_written(string name, Type type)
    {
        var writer = Writers.Single(each => each.Name == name);
        foreach (var sample in _samples.Where(sample => sample.GetType() == type))
        {
            var text = writer.Write(sample);
            var read = writer.Read(text, type)!;

            SameData.Hold(read, sample, type.Name);
            // The time in a row is its text from then on, which JSON writes with other escapes.
            if (sample is not WqlRow) Assert.That(writer.Write(read), Is.EqualTo(text), "and written again");
        }
    }

    // Two programs need not have the same serializer.
    [TestCaseSource(nameof(RoundTrips))]
    public void What_one_serializer_writes_the_others_read(string name, Type type)
    {
        var writer = Writers.Single(each => each.Name == name);
        foreach (var sample in _samples.Where(sample => sample.GetType() == type))
            foreach (var reader in (Writer[])[Plain, Generated, Newton])
                if (writer != Web || reader == Newton) SameData.Hold(reader.Read(writer.Write(sample), type), sample, $"{type.Name} by {reader}");
    }

    [Test]
    public async Task A_cache_is_what_it_looks_at_and_no_query()
    {
        var backend = new CountingBackend(Samples.Share, Samples.File);
        await using var cache = new OfflineFilesCache(backend);

        foreach (var text in new[] { JsonSerializer.Serialize(cache), JsonConvert.SerializeObject(cache) })
            Assert.That(JObject.Parse(text).Properties().Select(member => member.Name), Is.EquivalentTo(new[] { "Description", "Capabilities" }));
        Assert.That(backend.Calls, Is.Zero);

        // An attribute of a property is not one of what overrides it.
        foreach (var type in new[] { typeof(CacheBackend), typeof(EmbeddedBackend), typeof(CimBackend) })
            foreach (var name in new[] { "Changes", "Files", "Configuration" })
                Assert.That(type.GetProperty(name)!.IsDefined(typeof(JsonIgnoreAttribute), inherit: false), $"{type.Name}.{name}");
    }

    private ItemOutcome Outcome() => _samples.OfType<ItemOutcome>().Single(outcome => outcome.Status == OutcomeStatus.Conflict);

    [Test]
    public void Paths_are_text_and_enums_are_names()
    {
        var entry = Sample<CachedFileEntry>();
        var outcome = Outcome();

        Assert.That((string?)Json(entry)["Path"], Is.EqualTo(entry.Path.ToString()));
        Assert.That((string?)Json(entry)["Attributes"], Is.EqualTo("Hidden, System"));
        Assert.That((string?)Json(outcome)["Status"], Is.EqualTo("Conflict"));
        Assert.That((string?)JObject.Parse(Newton.Write(outcome))["Path"], Is.EqualTo(outcome.Path.ToString()));
        Assert.That((int?)JObject.Parse(Newton.Write(outcome))["Status"], Is.EqualTo((int)OutcomeStatus.Conflict), "a number there, unless a StringEnumConverter is among the settings");
        Assert.That((string?)Json(Samples.File)["FileSysInfo"]!["LocalAttributes"], Is.EqualTo("ReadOnly, Archive"));
        Assert.That(JsonSerializer.Serialize(new Dictionary<UncPath, int> { [outcome.Path] = 1 }), Does.Contain("docs"), "a path is a key too");
        Assert.That(JsonSerializer.Deserialize<Dictionary<UncPath, int>>(JsonSerializer.Serialize(new Dictionary<UncPath, int> { [outcome.Path] = 1 })), Does.ContainKey(outcome.Path));
    }

    [Test]
    public void An_error_is_its_type_its_code_and_its_message()
    {
        var outcome = Outcome();
        foreach (var text in Writers.Select(writer => writer.Write(outcome)))
        {
            var error = JObject.Parse(text).GetValue("Error", StringComparison.OrdinalIgnoreCase)!;

            Assert.That(error.Children<JProperty>().Select(member => member.Name.ToUpperInvariant()), Is.EqualTo(new[] { "TYPE", "CODE", "MESSAGE" }));
            Assert.That(error.Children<JProperty>().Select(member => member.Value.ToString()), Is.EqualTo(new[] { "System.IO.IOException", "-2147024843", "The network path was not found." }));
            Assert.That(text, Does.Not.Contain("TargetSite").And.Not.Contain("Stack").And.Not.Contain("in the data"));
        }
    }

    [Test]
    public void Members_that_were_not_selected_are_left_out()
    {
        var narrow = _samples.OfType<OfflineFilesItem>().First(item => item.LoadedMembers != ItemMembers.All);
        foreach (var writer in Writers.Except([Web]))
        {
            var members = JObject.Parse(writer.Write(narrow)).Properties().Select(member => member.Name);

            Assert.That(members, Is.EquivalentTo(new[] { "ItemPath", "Path", "LoadedMembers", "Origin", "ItemName", "PinInfo" }), writer.Name);
            var read = (OfflineFilesItem)writer.Read(writer.Write(narrow), typeof(OfflineFilesItem))!;
            Assert.That(read.LoadedMembers, Is.EqualTo(narrow.LoadedMembers), writer.Name);
            Assert.That(() => read.Sparse, Throws.TypeOf<MemberNotLoadedException>().With.Property("Query").EqualTo(narrow.Origin), writer.Name);
        }

        var silent = JsonSerializer.Deserialize<OfflineFilesItem>("""{"ItemPath":"\\\\srv\\docs","Sparse":null}""")!;
        Assert.That(silent.LoadedMembers, Is.EqualTo(ItemMembers.ItemPath | ItemMembers.Sparse), "what says nothing of what it holds, holds what it has");
    }

    [Test]
    public void A_row_is_an_object_of_its_properties()
    {
        var row = _samples.OfType<WqlRow>().First(row => row.Names.Contains("__CLASS"));
        foreach (var writer in Writers)
        {
            var json = JObject.Parse(writer.Write(row));

            Assert.That(json.Properties().Select(member => member.Name), Is.EqualTo(row.Names), writer.Name);
            Assert.That((string?)json["ItemName"], Is.EqualTo("docs"), writer.Name);
            Assert.That((bool?)json["PinInfo"]!["Pinned"], Is.False, writer.Name);
            var read = (WqlRow)writer.Read(writer.Write(row), typeof(WqlRow))!;
            Assert.That((read.ClassName, read.Get<bool>("pininfo.pinned")), Is.EqualTo(("Win32_OfflineFilesItem", false)), writer.Name);
        }

        // A property that is called like a member of the row is still a property.
        Assert.That(Newton.Write(new WqlRow("C", [new("Names", 1), new("Instance", null)])), Is.EqualTo("""{"Names":1,"Instance":null}"""));
    }

    [Test]
    public void What_is_no_object_of_its_kind_is_an_error_of_the_serializer()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => JsonSerializer.Deserialize<UncPath>("\"C:\\\\temp\""), Throws.TypeOf<JsonException>().With.InnerException.TypeOf<InvalidUncPathException>());
            Assert.That(() => JsonSerializer.Deserialize<UncPath>("5"), Throws.TypeOf<JsonException>());
            Assert.That(() => JsonSerializer.Deserialize<OfflineFilesItem>("{}"), Throws.TypeOf<JsonException>().With.Message.Contains("ItemPath"));
            Assert.That(() => JsonSerializer.Deserialize<OfflineFilesItem>("""{"ItemPath":"\\\\s","ItemType":null}"""), Throws.TypeOf<JsonException>());
            Assert.That(() => JsonSerializer.Deserialize<ItemOutcome>("""{"Path":"\\\\s"}"""), Throws.TypeOf<JsonException>());
            Assert.That(() => JsonSerializer.Deserialize<WqlRow>("[]"), Throws.TypeOf<JsonException>());
            Assert.That(() => JsonConvert.DeserializeObject<OfflineFilesItem>("{}"), Throws.Exception.With.Message.Contains("ItemPath"));
            Assert.That(JsonSerializer.Deserialize<UncPath?>("null"), Is.Null);
        });
    }

    private static JsonNode Json(object value) => JsonNode.Parse(Plain.Write(value))!;

    private T Sample<T>() => _samples.OfType<T>().First();
}
