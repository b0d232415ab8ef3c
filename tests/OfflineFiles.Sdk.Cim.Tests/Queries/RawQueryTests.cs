using NSubstitute;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Queries;

/// <summary>What a raw query sends to a server, and what becomes of the rows of any class.</summary>
public sealed class RawQueryTests
{
    [TestCase("SELECT * FROM Win32_LogicalDisk WHERE DriveType = 3")]
    [TestCase("SELECT Name FROM Win32_Process")]
    [TestCase("SELECT * FROM Win32_OfflineFilesMachineConfiguration")]
    [TestCase("SELECT * FROM Win32_OfflineFilesHealth")]
    [TestCase("SELECT * FROM meta_class WHERE __this ISA 'Win32_Service'")]
    [TestCase("ASSOCIATORS OF {Win32_LogicalDisk.DeviceID=\"C:\"} WHERE AssocClass = Win32_LogicalDiskToPartition")]
    [TestCase("REFERENCES OF {Win32_LogicalDisk.DeviceID=\"C:\"} WHERE KeysOnly")]
    [TestCase("ASSOCIATORS OF {Win32_OfflineFilesCache} WHERE SchemaOnly")]
    public async Task A_query_over_another_class_or_the_schema_is_sent_as_it_is(string wql)
    {
        var (cache, sent) = Serving(new CimRow("Win32_Any", [new("Name", "x")]));
        await using var owned = cache;

        var row = await cache.Query(WqlQuery.Parse(wql)).FirstOrDefaultAsync();

        Assert.That(sent, Is.EqualTo(new[] { wql }));
        Assert.That((row!.ClassName, row["NAME"], row.Instance), Is.EqualTo(("Win32_Any", (object)"x", (object?)null)));
    }

    [TestCase("SELECT * FROM Win32_OfflineFilesAssociatedItems", typeof(OperationNotSupportedException), "WBEM_E_NOT_FOUND (0x80041002)")]
    [TestCase("ASSOCIATORS OF {Win32_OfflineFilesCache=@}", typeof(OperationNotSupportedException), "nothing was sent")]
    [TestCase("REFERENCES OF {Win32_OfflineFilesItem.ItemPath=\"\\\\\\\\srv\"}", typeof(OperationNotSupportedException), "Query Win32_OfflineFilesItem")]
    [TestCase("SELECT * FROM Win32_OfflineFilesPinInfo", typeof(QueryTranslationException), "SELECT PinInfo FROM Win32_OfflineFilesItem")]
    [TestCase("SELECT * FROM __InstanceModificationEvent WITHIN 60 WHERE TargetInstance ISA 'Win32_OfflineFilesItem'", typeof(OperationNotSupportedException), "subscribe to cache.Changes")]
    public async Task What_the_provider_does_not_answer_is_refused_before_anything_is_sent(string wql, Type error, string text)
    {
        var (cache, sent) = Serving();
        await using var owned = cache;

        await Assert.ThatAsync(() => cache.Query(WqlQuery.Parse(wql)).ToListAsync(), Throws.TypeOf(error).With.Message.Contains(text));
        Assert.That(sent, Is.Empty);
    }

    [Test]
    public async Task Embedded_objects_are_rows_and_arrays_stay_arrays()
    {
        var (cache, _) = Serving(new CimRow("Win32_Any",
        [
            new("One", new CimRow("Win32_Inner", [new("Deep", new CimRow("Win32_Innermost", [new("Value", 7u)]))])),
            new("Many", new object?[] { new CimRow("Win32_Inner", [new("N", 1)]), null }),
            new("Texts", new[] { "a", "b" }),
        ]));
        await using var owned = cache;

        var row = (await cache.Query($"SELECT * FROM Win32_Any").FirstOrDefaultAsync())!;

        Assert.That((row["One.Deep.Value"], row.Get<string[]>("Texts")), Is.EqualTo(((object)7u, new[] { "a", "b" })));
        Assert.That(row.Get<WqlRow?[]>("Many")!.Select(inner => inner?["N"]), Is.EqualTo(new object?[] { 1, null }));
    }

    [Test]
    public async Task Settings_are_typed_whole_and_rows_when_only_parts_were_selected()
    {
        var (cache, _) = Serving(new CimRow("Win32_OfflineFilesMachineConfiguration",
        [
            new("IsConfiguredByWMI", true), new("Enabled", null), new("SlowLinkParams", new[] { @"*:Latency=80" }), new("TransparentCachingLatencyThreshold", 35u),
            new(
                "BackgroundSyncParams",
                new CimRow("Win32_OfflineFilesBackgroundSync", [new("SyncInterval", (ushort)120), new("BlockOutDurationMin", "60")])),
            new("DiskSpaceLimitParams", new CimRow("Win32_OfflineFilesDiskSpaceLimit", [new("TotalSizeInMB", 1000u)])),
        ]));
        await using var owned = cache;

        var settings = (await cache.Query($"SELECT * FROM Win32_OfflineFilesMachineConfiguration").As<MachineConfiguration>().ToListAsync()).Single();
        var part = await cache.Query($"SELECT Enabled FROM Win32_OfflineFilesMachineConfiguration").FirstOrDefaultAsync();

        Assert.Multiple(() =>
        {
            Assert.That(
                (settings.IsConfiguredByWMI, settings.Enabled, settings.TransparentCachingLatencyThreshold),
                Is.EqualTo((true, (bool?)null, (uint?)35)));
            Assert.That(settings.SlowLinkParams, Is.EqualTo(new[] { "*:Latency=80" }));
            Assert.That(settings.BackgroundSyncParams, Is.EqualTo(new BackgroundSyncSettings { SyncInterval = 120, BlockOutDurationMin = 60 }));
            Assert.That(settings.DiskSpaceLimitParams, Is.EqualTo(new DiskSpaceLimitSettings { TotalSizeInMB = 1000 }));
            Assert.That(part!.Instance, Is.Null, "a typed object would show the rest as not set");
        });
    }

    [TestCaseSource(nameof(Settings))]
    public async Task Every_property_of_the_settings_reaches_the_member_of_its_name(CimClassSchema schema, bool asStrings)
    {
        foreach (var property in schema.Properties.Where(property => property.Type != CimTypeCode.Object))
        {
            var (cache, _) = Serving(new CimRow(schema.Name, [new(property.Name, Sample(property, asStrings))]));
            await using var owned = cache;

            var instance = (await cache.Query(new WqlSelectQuery(schema.Name)).FirstOrDefaultAsync())!.Instance!;

            var member = schema.ModelType.GetProperty(property.Name)!.GetValue(instance);
            Assert.That(member is Enum number ? Convert.ToInt32(number, null) : member, Is.EqualTo(property.IsArray ? new[] { "x" } : property.Type switch
            {
                CimTypeCode.Boolean => (object)true,
                CimTypeCode.String => "x",
                _ => 1,
            }), property.ToString());
        }
    }

    [Test]
    public async Task The_definition_of_a_known_class_is_its_schema()
    {
        var (cache, _) = Serving(new CimRow("Win32_OfflineFilesItem", [new("ItemPath", null)]), new CimRow("Win32_Service", [new("Name", null)]));
        await using var owned = cache;

        var rows = await cache.Query(new WqlSchemaQuery()).ToListAsync();

        Assert.That(
            rows.Select(row => (row.ClassName, row.Instance)),
            Is.EqualTo(new[] { ("Win32_OfflineFilesItem", (object?)OfflineFilesSchema.Item), ("Win32_Service", null) }));
    }

    [TestCase(NativeCodes.WmiInvalidClass, "no such class (0x80041010)")]
    [TestCase(NativeCodes.WmiInvalidQuery, "cannot read the query (0x80041017)")]
    [TestCase(NativeCodes.WmiNotFound, "no such object (0x80041002)")]
    [TestCase(NativeCodes.WmiQuotaViolation, "(0x8004106C)")]
    public async Task The_code_of_the_server_stays_on_the_error(int code, string text)
    {
        await using var cache = new OfflineFilesCache(
            Backends.Failing(new CimTransportException(CimStatus.Failed, "x") { NativeCode = code }, host: "pc42"));

        var error = (await Assert.ThrowsAsync<OfflineFilesBackendException>(() => cache.Query($"SELECT * FROM Win32_Any WHERE A = {1}").ToListAsync()))!;

        Assert.That((error.NativeCode, error.Host), Is.EqualTo(((int?)code, "pc42")));
        Assert.That(error.Message, Does.StartWith("Query on pc42 failed: ").And.Contain(text).And.Not.Contain("fault of the library"));
        if (code != NativeCodes.WmiQuotaViolation) Assert.That(error.Message, Does.EndWith("The query: SELECT * FROM Win32_Any WHERE A = 1."));
    }

    private static IEnumerable<TestCaseData> Settings() =>
        from schema in new[] { OfflineFilesSchema.MachineConfiguration, OfflineFilesSchema.UserConfiguration, OfflineFilesSchema.Health }
        from asStrings in new[] { false, true }
        select new TestCaseData(schema, asStrings).SetArgDisplayNames(schema.Name, asStrings ? "as text" : "as they are");

    private static object Sample(CimPropertySchema property, bool asStrings) => property switch
    {
        { IsArray: true } => asStrings ? "x" : new[] { "x" },
        { Type: CimTypeCode.String } => "x",
        { Type: CimTypeCode.Boolean } => asStrings ? "true" : true,
        _ => asStrings ? "1" : (byte)1,
    };

    private static (OfflineFilesCache Cache, List<string> Sent) Serving(params CimRow[] rows)
    {
        var sent = new List<string>();
        var transport = Substitute.For<ICimTransport>();
        transport.QueryAsync(Arg.Do<CimQuery>(query => sent.Add(query.Text)), Arg.Any<CancellationToken>()).Returns(_ => Rows(rows));
        return (new OfflineFilesCache(Backends.Over(transport)), sent);
    }

    private static async IAsyncEnumerable<CimRow> Rows(CimRow[] rows)
    {
        await Task.Yield();
        foreach (var row in rows) yield return row;
    }
}
