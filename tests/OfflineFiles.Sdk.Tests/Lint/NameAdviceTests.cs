using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Model.Schema;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Lint;

/// <summary>The table Cases/wql-names.cases: the linter, the error of a query and the error of a row say the same of a name.</summary>
[TestFixture]
internal sealed class NameAdviceTests
{
    private static readonly WqlLintRule[] OfNames = [WqlLintRule.UnknownClass, WqlLintRule.UnknownProperty, WqlLintRule.UnknownMember];

    private static IEnumerable<TestCaseData> Names => CaseFile.Read("wql-names.cases");

    [TestCaseSource(nameof(Names))]
    public void The_linter_says_what_a_name_means(string name, string expected)
    {
        var found = WqlLinter.Lint(TextOf(name)).Where(finding => OfNames.Contains(finding.Rule)).ToArray();

        Assert.That(found.Length, Is.LessThanOrEqualTo(1));
        if (expected == "nothing") Assert.That(found.Select(finding => finding.Message), Has.None.Contains("Write "));
        else Assert.That(found.Single().Message, Does.EndWith(IsOfClass(name) ? expected : $"Write {expected}."));
    }

    private static IEnumerable<TestCaseData> Classes => Names.Where(line => IsOfClass((string)line.Arguments[0]!) && WqlQuery.Parse(TextOf((string)line.Arguments[0]!)) is not WqlEventQuery);

    private static IEnumerable<TestCaseData> Properties => Names.Where(line => !IsOfClass((string)line.Arguments[0]!));

    [TestCaseSource(nameof(Classes))]
    public async Task The_error_of_a_query_says_what_class_was_meant(string name, string expected)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));

        var error = await Assert.ThrowsAsync<QueryTranslationException>(() => cache.Query(WqlQuery.Parse(TextOf(name))).ToListAsync());

        if (expected == "nothing") Assert.That(error!.Message, Does.Contain("Check its spelling").And.Not.Contain("Did you mean"));
        else Assert.That(error!.Message, Does.Contain(InWordsOfAQuery(expected)));
    }

    // A name alone is asked about, advice is given; and classes of events are no matter of a query that runs here.
    private static string InWordsOfAQuery(string advice) =>
        advice.StartsWith("Write __", StringComparison.Ordinal) ? "Check its spelling, or ask for "
        : advice.StartsWith("Write ", StringComparison.Ordinal) && !advice.Contains("WHERE", StringComparison.Ordinal) && !advice.Contains(',', StringComparison.Ordinal)
            ? advice.Replace("Write ", "Did you mean ", StringComparison.Ordinal).Replace('.', '?')
        : advice.Replace("Ask for", "ask for", StringComparison.Ordinal);

    [TestCaseSource(nameof(Properties))]
    public async Task The_error_of_a_query_says_what_property_was_meant(string name, string expected)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var query = (WqlSelectQuery)WqlQuery.Parse(TextOf(name));
        var run = () => cache.Query(query).ToListAsync();

        // A name with dots that leads nowhere is no error of a query.
        if (query.Where!.Terms.Single().Property.IsDotted) Assert.That(await run(), Is.Empty);
        else Assert.That((await Assert.ThrowsAsync<QueryTranslationException>(run))!.Message, expected == "nothing"
            ? Does.Contain("Check its spelling").And.Not.Contain("Did you mean") : Does.Contain($"Did you mean {expected}?"));
    }

    [TestCaseSource(nameof(Properties))]
    public async Task A_name_in_the_list_is_the_same_error_as_in_the_test(string name, string expected)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var property = WqlPredicate.Parse(name["WHERE ".Length..]).Terms.Single().Property;

        var error = await Assert.ThrowsAsync<QueryTranslationException>(() => cache.Query(new WqlSelectQuery("Win32_OfflineFilesItem", null, [property])).ToListAsync());

        Assert.That(error!.Message, Does.Contain(expected == "nothing" ? "Check its spelling." : $"Did you mean {new MeantProperty(expected, IsTested: false).Advice}?"));
    }

    [TestCase("IsFolder", "ItemType, which is 1 then")]
    [TestCase("IsOffline", "ConnectionInfo.ConnectState, which is 1 then")]
    public void Advice_for_a_list_is_a_name_and_no_test(string name, string advice)
    {
        var finding = WqlLinter.Lint($"SELECT {name} FROM Win32_OfflineFilesItem").First(found => found.Rule == WqlLintRule.UnknownProperty);

        Assert.That(finding.Message, Does.EndWith($"Write {advice}."));
        Assert.That(finding.MendedText, Is.EqualTo($"SELECT {advice.Split(',')[0]} FROM Win32_OfflineFilesItem"));
    }

    [TestCase("__PATH")]
    [TestCase("__server")]
    [TestCase("__NAMESPACE")]
    [TestCase("__DERIVATION")]
    public async Task What_only_a_server_knows_is_refused_with_the_reason_and_is_no_misspelt_name(string name)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        foreach (var query in new[] { $"SELECT {name} FROM Win32_OfflineFilesItem", $"SELECT * FROM Win32_OfflineFilesItem WHERE {name} = 'x'" })
        {
            var error = await Assert.ThrowsAsync<QueryTranslationException>(() => cache.QueryText(query).ToListAsync());

            Assert.That(error!.Message, Does.Contain("the backend has no server to ask").And.Not.Contain("spelling"));
        }
    }

    [TestCase("Foo.Bar")]
    [TestCase("PinInfo.Elephant")]
    [TestCase("ItemName.Length")]
    [TestCase("Elephant")]
    public async Task The_linter_and_the_cache_refuse_the_same_names_of_a_list(string name)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var query = WqlQuery.Parse($"SELECT {name} FROM Win32_OfflineFilesItem");

        Assert.That(query.Lint().Max(finding => finding.Severity), Is.EqualTo(WqlLintSeverity.Error));
        await Assert.ThatAsync(() => cache.Query(query).ToListAsync(), Throws.TypeOf<QueryTranslationException>());
    }

    [TestCase("InConflict")]
    [TestCase("HasConflict")]
    [TestCase("Conflict")]
    [TestCase("InConflit")]
    public async Task What_only_the_library_tells_is_meant_in_a_query_of_a_cache_and_its_documented_test_in_a_text_for_Windows(string name)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var query = WqlQuery.Parse($"SELECT * FROM Win32_OfflineFilesItem WHERE {name} = TRUE");
        var events = WqlQuery.Parse(
            $"SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_OfflineFilesItem' AND TargetInstance.{name} = TRUE");
        var elsewhere = query.Lint(new WqlLintOptions { Server = WqlLintServer.Any });

        Assert.That(
            query.Lint().Single(finding => finding.Severity == WqlLintSeverity.Error).Message,
            Does.StartWith($"Win32_OfflineFilesItem has no property {name}").And.EndsWith("Windows refuses the query. Write ConnectionInfo.OfflineReason = 5."));
        Assert.That(events.Lint().Select(finding => finding.Message), Has.Some.EndsWith("Write TargetInstance.ConnectionInfo.OfflineReason = 5."));
        if (name == "InConflict")
        {
            Assert.That(elsewhere, Is.Empty);
            Assert.That(
                query.Lint().Select(finding => finding.Message), Has.Some.Contains(", which only the library tells, in queries through OfflineFilesCache."));
            Assert.That(await cache.Query(query).ToListAsync(), Is.Empty);
        }
        else
        {
            Assert.That(elsewhere.Single().Message, Does.EndWith("Write InConflict."));
            await Assert.ThatAsync(
                () => cache.Query(query).ToListAsync(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("Did you mean InConflict?"));
        }
    }

    [Test]
    public async Task A_row_that_is_asked_for_an_invented_name_says_the_same()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var row = (await cache.Query($"SELECT * FROM Win32_OfflineFilesItem").FirstOrDefaultAsync())!;

        Assert.That(() => row["Pinned"], Throws.TypeOf<RowReadException>().With.Message.Contains("Did you mean PinInfo.Pinned?"));
        Assert.That(() => row["DirtyInCache"], Throws.TypeOf<RowReadException>().With.Message.Contains("Did you mean ChangeInfo.Dirty?"));
    }

    [Test]
    public void A_mended_name_leaves_nothing_to_mend()
    {
        var mended = Names.SelectMany(line => WqlLinter.Lint(TextOf((string)line.Arguments[0]!))).Select(finding => finding.MendedText).Where(text => text is not null).ToList();

        Assert.That(mended, Has.Count.GreaterThan(40));
        Assert.That(mended.Where(text => WqlLinter.Lint(text!).Any(next => next.MendedText is not null)), Is.Empty);
    }

    [Test]
    public void Everything_that_was_meant_is_there_and_nothing_that_was_invented()
    {
        foreach (var (end, meant) in InventedClasses.All)
        {
            Assert.That(OfflineFilesSchema.Find(meant.ClassName), Is.Not.Null, end);
            Assert.That(OfflineFilesSchema.Find("Win32_OfflineFiles" + end), Is.Null, end);
            Assert.That(InventedClasses.Find(end + "s"), Is.EqualTo(meant), end);
        }

        Assert.That(
            OfflineFilesSchema.Item.Properties.Where(property => !property.IsDocumented).Select(InventedProperties.DocumentedFor),
            Is.EqualTo(new[] { "ConnectionInfo.OfflineReason = 5" }));
        foreach (var schema in OfflineFilesSchema.Classes)
            foreach (var (name, meant) in InventedProperties.Of(schema))
            {
                var property = NameAdvice.IsName(meant) ? WqlProperty.Parse(meant) : WqlPredicate.Parse(meant).Terms.Single().Property;
                var top = schema.Find(property.Names[0]);
                Assert.That(property.IsDotted ? OfflineFilesSchema.Find(top!.ClassName!)!.Find(property.Names[1]) : top, Is.Not.Null, name);
                Assert.That(schema.Find(name), Is.Null, name);
                Assert.That(NameAdvice.Property(schema, [name]), Is.EqualTo(meant), "The table comes before the spelling.");
            }
    }

    [TestCase("SELECT * FROM Win32_OfflineFilesShare", "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 2")]
    [TestCase("SELECT * FROM Win32_OfflineFilesShare;", "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 2")]
    [TestCase(
        "SELECT * FROM Win32_OfflineFilesFile WHERE ItemName LIKE '%.x'", "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND ItemName LIKE '%.x'")]
    [TestCase(
        "SELECT * FROM Win32_OfflineFilesFile WHERE ItemName = 'a' OR ItemName = 'b'",
        "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND (ItemName = 'a' OR ItemName = 'b')")]
    [TestCase(
        "SELECT * FROM Win32_OfflineFilesFile WHERE (ItemName = 'a') AND Sparse = TRUE",
        "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND (ItemName = 'a') AND Sparse = TRUE")]
    [TestCase(
        "SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_OfflineFilesShare'",
        "SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_OfflineFilesItem' AND TargetInstance.ItemType = 2")]
    [TestCase(
        "SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE NOT TargetInstance ISA 'Win32_OfflineFilesShare'",
        "SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE NOT (TargetInstance ISA 'Win32_OfflineFilesItem' AND TargetInstance.ItemType = 2)")]
    [TestCase("SELECT * FROM meta_class WHERE __Class = 'Win32_OfflineFilesShare'", "SELECT * FROM meta_class WHERE __Class = 'Win32_OfflineFilesItem'")]
    [TestCase("REFERENCES OF {Win32_OfflineFilesShare='x'} WHERE KeysOnly", "REFERENCES OF {Win32_OfflineFilesItem='x'} WHERE KeysOnly")]
    public void An_invented_class_is_mended_to_what_its_author_meant(string text, string mended) => Assert.That(
        WqlLinter.Lint(text).Single(finding => finding.Rule == WqlLintRule.UnknownClass).MendedText, Is.EqualTo(mended));

    private static bool IsOfClass(string name) => name.StartsWith("FROM ", StringComparison.Ordinal);

    private static string TextOf(string name) => IsOfClass(name)
        ? "SELECT * " + name + (name.Contains("Event", StringComparison.Ordinal) && name.Contains("__", StringComparison.Ordinal)
            ? " WITHIN 300 WHERE TargetInstance ISA 'Win32_OfflineFilesItem'" : "")
        : "SELECT * FROM Win32_OfflineFilesItem " + name;
}
