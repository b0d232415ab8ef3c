using System.Collections.Concurrent;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions.Mmi;
using OfflineFiles.Sdk.Cim.Tests.Indications;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Queries;

/// <summary>
/// What does not fit what was asked is an error that says so: at once, with a text that can be read, and without taking the memory or the process.
/// </summary>
[TestFixture]
[NonParallelizable]
internal sealed class DistortedAnswerTests
{
    private const int Most = 5_000;

    // Ten times as much would show that something is kept of each answer.
    private const long Bytes = 192 << 20;

    private static readonly ConcurrentDictionary<string, CimRow> Large = new();
    private const string Item = "Win32_OfflineFilesItem";

    private static readonly string Long = new('x', 20 << 20);

    private static IEnumerable<TestCaseData<Func<CimRow, CimRow>, string>> Distortions()
    {
        static TestCaseData<Func<CimRow, CimRow>, string> Case(string name, Func<CimRow, CimRow> distort, string text) =>
            new(distort, text) { TestName = $"A row {name}" };
        yield return Case("6,000 objects deep", row => With(row, "Deep", Nested(6_000)), "with more than 16 objects inside each other");
        yield return Case("17 objects deep", row => With(row, "Deep", Nested(16)), "with more than 16 objects inside each other");
        yield return Case("6,000 lists deep", row => With(row, "Deep", NestedLists(6_000)), "with more than 16 objects inside each other");
        yield return Case("that holds itself", Cycle, "with more than 16 objects inside each other");
        yield return Case("with many ways to hold the same", Wide, "with more than 65536 values");
        yield return Case("with a long text", row => With(row, "ItemName", Long), "with more than 1048576 characters of text");
        yield return Case("with a long text for a number", row => With(row, "ItemType", Long), "with more than 1048576 characters of text");
        yield return Case("with long texts together", row => With(row, "Texts", Enumerable.Repeat(new string('x', 2_000), 600).ToArray()), "characters of text");
        yield return Case("with a shorter text for a number", row => With(row, "ItemType", new string('x', 900_000)), "characters left out) ");
        yield return Case("with 100,000 properties", Many, "with more than 65536 values");
        yield return Case("with 100,000 values in a list", row => With(row, "Bytes", new byte[100_000]), "with more than 65536 values");
        yield return Case("with a property named by controls", row => With(row, "a\r\nb", 1), "with a name of a property that is none");
        yield return Case("with a property without a name", row => With(row, "", 1), "with a name of a property that is none");
        yield return Case("with a property of a long name", row => With(row, new string('x', 10_000), 1), "with a name of a property that is none");
        yield return Case("with its key twice", Twice, "twice");
        yield return Case("of another class", row => new CimRow("Win32_Service", row.Values), "the machine sent a row of Win32_Service");
        yield return Case("of no class", row => new CimRow("", row.Values), "the machine sent a row of no class");
        yield return Case("of a class named by controls", row => new CimRow("a\nb", row.Values), @"the machine sent a row of a\u000Ab");
        yield return Case(
            "with an object of another class", row => With(row, "PinInfo", new CimRow("Win32_Service", [])), "A row of Win32_OfflineFilesPinInfo was asked for");
        yield return Case("with a list for a text", row => With(row, "ItemName", new[] { "a", "b" }), "delivered a list of 2, which is no String");
        yield return Case("with a list for a number", row => With(row, "ItemType", new uint[] { 1 }), "delivered a list of 1, which is no UInt32");
        yield return Case("with a number for a text", row => With(row, "ItemName", 5u), "delivered '5', which is no String");
        yield return Case("with a number for an object", row => With(row, "PinInfo", 5u), "delivered '5', which is no Object");
        yield return Case("with an object for a number", row => With(row, "ItemType", new CimRow("X", [])), "delivered an object, which is no UInt32");
        yield return Case("with a number that is too large", row => With(row, "ItemType", ulong.MaxValue), "which is no UInt32");
        yield return Case("with a list for its key", row => With(row, "ItemPath", new[] { @"\\srv" }), "delivered a list of 1, which is no String");
        yield return Case("without its key", row => With(row, "ItemPath", null), "delivered NULL");
        yield return Case("without its type", row => With(row, "ItemType", null), "delivered NULL");
    }

    [TestCaseSource(nameof(Distortions))]
    public async Task Is_refused_wherever_it_comes(Func<CimRow, CimRow> distort, string text)
    {
        var distorted = new Dictionary<string, CimRow>();
        var server = Server();
        server.Rows = row => [distorted.TryGetValue(row.ClassName, out var known) ? known : distorted[row.ClassName] = distort(row)];
        await using var backend = Backends.Over(server);

        await Refuses(() => backend.QueryItemsAsync(new WqlSelectQuery(Item), default).ToListAsync(), text);
        await Refuses(() => backend.QueryItemsAsync(Equal("ItemPath", SampleItems.Share.ItemPath), default).ToListAsync(), text);
        await Refuses(() => backend.FindItemAsync(SampleItems.Share.Path, default).AsTask(), text);
        await using var cache = new OfflineFilesCache(backend, ownsBackend: false);
        await Refuses(() => cache.QueryText($"SELECT * FROM {Item}").ToListAsync(), text);
    }

    [Test]
    public async Task What_is_within_the_limits_is_read()
    {
        var server = Server();
        server.Rows = row => [With(With(row, "Deep", Nested(15)), "Text", new string('x', 1_000_000))];
        await using var backend = Backends.Over(server);

        Assert.That(await backend.QueryItemsAsync(new WqlSelectQuery(Item), default).ToListAsync(), Has.Count.EqualTo(SampleItems.All.Length));
        Assert.That(await backend.FindItemAsync(SampleItems.Share.Path, default), Is.EqualTo(SampleItems.Share));
    }

    [TestCase("cim:?maxDepth=3", 3, "MaxDepth")]
    [TestCase("cim:?maxRowText=10", 0, "MaxRowText")]
    [TestCase("cim:?maxRowValues=5", 0, "MaxRowValues")]
    public async Task A_limit_is_an_option_and_its_error_names_it(string connection, int depth, string option)
    {
        var server = Server();
        server.Rows = row => [With(row, "Deep", Nested(depth))];
        await using var backend = Backends.Over(server, CimConnectionString.Parse(connection).Options);

        await Refuses(
            () => backend.QueryItemsAsync(new WqlSelectQuery(Item), default).ToListAsync(),
            $"Nothing was made of it. If it is right, allow more with CimBackendOptions.{option}.");
    }

    [TestCase(@"\\srv\other")]
    [TestCase(@"\\srv")]
    [TestCase("no path")]
    public async Task A_row_of_another_item_is_no_answer_to_a_look_up(string other)
    {
        var server = Server();
        server.Rows = row => [With(row, "ItemPath", other)];
        await using var backend = Backends.Over(server);

        var text = $"{SampleItems.Share.ItemPath} was asked for: the machine sent {other}.";
        await Refuses(() => backend.FindItemAsync(SampleItems.Share.Path, default).AsTask(), text);
        await Refuses(() => backend.QueryItemsAsync(Equal("ItemPath", SampleItems.Share.ItemPath), default).ToListAsync(), text);
    }

    [Test]
    public async Task The_state_and_the_settings_are_of_their_classes()
    {
        var server = Server();
        server.Rows = row => [new CimRow("Win32_Service", row.Values)];
        await using var backend = Backends.Over(server);

        await Refuses(() => backend.GetStateAsync(default), "A row of Win32_OfflineFilesCache was asked for: the machine sent a row of Win32_Service.");
        await Refuses(() => backend.Configuration.GetMachineAsync(default), "A row of Win32_OfflineFilesMachineConfiguration was asked for");
        await Refuses(() => backend.Configuration.GetUserAsync(default), "A row of Win32_OfflineFilesUserConfiguration was asked for");
        Assert.That((await backend.TestConnectionAsync()).FirstFailure!.Part, Is.EqualTo(CimConnectionPart.Service));
    }

    private static IEnumerable<TestCaseData<Func<CimClassDefinition, CimClassDefinition>, string>> Classes() =>
    [
        new(definition => definition with { Name = "Win32_Service" }, "the machine sent the class Win32_Service instead of Win32_OfflineFilesCache"),
        new(definition => definition with { Methods = Enumerable.Range(0, 100_000).Select(i => $"{i}").ToArray() }, "with more than 65536 values"),
        new(
            definition => definition with { Properties = new Dictionary<string, IReadOnlyList<string>> { ["a"] = Enumerable.Repeat("x", 100_000).ToArray() } },
            "with more than 65536 values"),
        new(definition => definition with { Methods = [Long] }, "with more than 1048576 characters of text"),
    ];

    [TestCaseSource(nameof(Classes))]
    public async Task A_class_that_does_not_fit_is_refused(Func<CimClassDefinition, CimClassDefinition> distort, string text)
    {
        var server = Server();
        server.Class = distort;
        await using var backend = Backends.Over(server);

        await Refuses(() => backend.GetProviderAsync(), text);
    }

    private static IEnumerable<TestCaseData<object, string>> Results() =>
    [
        new(Nested(6_000), "with more than 16 objects inside each other"),
        new(Long, "with more than 1048576 characters of text"),
        new("banana", "delivered 'banana' for OpenFiles, which is no Boolean"),
        new(new[] { true }, "delivered a list of 1 for OpenFiles, which is no Boolean"),
        new(7u, "delivered '7' for OpenFiles, which is no Boolean"),
    ];

    [TestCaseSource(nameof(Results))]
    public async Task A_result_of_a_method_that_does_not_fit_is_an_error_that_says_that_it_may_be_done(object value, string text)
    {
        var server = Server();
        server.Results = _ => new CimRow("__PARAMETERS", [new("OpenFiles", value)]);
        await using var backend = Backends.Over(server);

        var error = await Refuses(() => backend.TransitionOfflineAsync(SampleItems.Share.Path, OfflineTransitionOptions.Default, default), text);
        Assert.That(error.Message, Does.EndWith("It may have been done all the same: look before you run it again."));
    }

    [Test]
    public async Task A_provider_that_tells_of_items_without_end_is_not_listened_to_for_ever()
    {
        var server = Server();
        server.Texts = Endless(number => $@"3:0:OK:\\srv\docs\{number}");
        await using var backend = Backends.Over(server, new CimBackendOptions { MaxItems = 100 });

        var report = await backend.SynchronizeAsync([SampleItems.Server.Path], SyncOptions.Default, null, default);

        Assert.That((report.Count(OutcomeStatus.Done), report.Succeeded, report.MayHaveDoneMore), Is.EqualTo((100, false, true)));
        Assert.That(report.Outcomes[^1].Message, Does.Contain("the provider told of more than 100 items. The call was given up.").And.Contain("CimBackendOptions.MaxItems"));
    }

    [Test]
    public async Task A_text_of_the_provider_is_shown_as_far_as_people_read()
    {
        var server = Server();
        server.Texts = [$@"3:-2147024864:{Long}:\\srv\docs"];
        await using var backend = Backends.Over(server);

        var report = await backend.SynchronizeAsync([SampleItems.Share.Path], SyncOptions.Default, null, default);

        Assert.That(report.Outcomes.Single().Message!.Length, Is.LessThan(Most));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Rows_without_end_end_a_subscription_and_no_more_are_kept_than_are_allowed(bool isLater)
    {
        var time = new VirtualTime();
        var isEndless = !isLater;
        var made = 0;
        var server = Server();
        server.Rows = row => isEndless ? Endless(number => With(row, "ItemPath", $@"\\srv\docs\{made = number}")) : [row];
        await using var backend = Backends.Over(
            server, new CimBackendOptions { TimeProvider = time, MaxItems = 20_000, Changes = new() { Source = CimChangeSource.Snapshots } });
        var ended = new TaskCompletionSource<Exception>();

        using var subscription = backend.Changes.Subscribe(new Ending(ended));
        if (isLater)
        {
            await time.WaitedForAsync(TimeSpan.FromSeconds(5));
            isEndless = true;
            await time.PassAsync(5);
        }

        var error = await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(error, Is.TypeOf<OfflineFilesBackendException>().With.Message.EqualTo(
            "The items were read to notice changes: the machine sent more than 20000, which are kept to compare them. "
            + "If it has so many, allow more with CimBackendOptions.MaxItems."));
        Assert.That(made, Is.InRange(20_000, 20_100), "nor is more asked for");
    }

    [Test]
    public async Task An_item_that_comes_twice_is_a_gap_and_the_next_look_goes_on()
    {
        var time = new VirtualTime();
        var isTwice = false;
        var server = Server();
        server.Rows = row => isTwice ? [row, row] : [row];
        await using var backend = Backends.Over(server, new CimBackendOptions { TimeProvider = time, Changes = new() { Source = CimChangeSource.Snapshots } });
        var seen = new ChangeRecorder();
        using var subscription = backend.Changes.Subscribe(seen);
        await time.WaitedForAsync(TimeSpan.FromSeconds(5));

        isTwice = true;
        await time.PassAsync(5);
        Assert.That((await seen.NextAsync()).Kind, Is.EqualTo(CacheChangeKind.Gap));
        isTwice = false;
        await time.PassAsync(5);
        await time.WaitedForAsync(TimeSpan.FromSeconds(10));

        Assert.That(seen.Pending, Is.Zero, "nothing happened in between");
    }

    [TestCase("6,000 objects deep")]
    [TestCase("of another class")]
    public async Task An_event_that_does_not_fit_is_a_gap(string name)
    {
        var time = new VirtualTime();
        var cache = new ChangingCache(SampleItems.All);
        var server = new DistortedServer(new ProviderDouble(cache, new ProviderDoubleOptions { Time = time }));
        server.Rows = row => [name == "of another class" ? With(row, "TargetInstance", new CimRow("Win32_Service", [])) : With(row, "Deep", Nested(6_000))];
        await using var backend = Backends.Over(
            server,
            new CimBackendOptions { TimeProvider = time, Changes = new() { Source = CimChangeSource.Subscription, PollingInterval = TimeSpan.FromSeconds(60) } });
        var seen = new ChangeRecorder();
        using var subscription = backend.Changes.Subscribe(seen);
        await time.WaitedForAsync(TimeSpan.FromSeconds(60));

        cache.Remove(SampleItems.File.ItemPath);
        await time.PassAsync(60);

        Assert.That((await seen.NextAsync()).Kind, Is.EqualTo(CacheChangeKind.Gap));
    }

    [Test]
    public async Task A_question_that_has_one_answer_is_not_answered_for_ever() => await Assert.ThatAsync(
        () => Endless(number => $"{number}").ToAsyncEnumerable().LastAsync(), Throws.Exception.With.Message.Contains("more than 16 answers"));

    private static DistortedServer Server() => new(new ProviderDouble(new FixedRowsBackend(SampleItems.All)));

    private static WqlSelectQuery Equal(string property, string value) =>
        new(Item, new WqlComparison(new WqlProperty(property), WqlComparisonOperator.Equal, new WqlStringConstant(value)));

    private static async Task<OfflineFilesBackendException> Refuses(Func<Task> call, string text)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var error = (await Assert.ThrowsAsync<OfflineFilesBackendException>(call))!;

        Assert.Multiple(() =>
        {
            Assert.That(error.Message, Does.Contain(text));
            Assert.That(error.Message, Has.Length.LessThan(Most));
            Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(Bytes));
        });
        return error;
    }

    private static CimRow With(CimRow row, string name, object? value) =>
        new(row.ClassName, row.Values.Where(own => own.Key != name).Append(new(name, value)));

    private static CimRow Nested(int depth)
    {
        var row = new CimRow("X", []);
        for (var i = 1; i < depth; i++) row = new CimRow("X", [new("Inner", row)]);
        return row;
    }

    private static object[] NestedLists(int depth)
    {
        object[] list = [];
        for (var i = 1; i < depth; i++) list = [list];
        return list;
    }

    private static CimRow Cycle(CimRow row)
    {
        var held = new object?[1];
        var cycle = With(row, "Self", held);
        held[0] = cycle;
        return cycle;
    }

    // Twelve levels, each with ten references to the one below: a thousand times a billion objects for who follows them.
    private static CimRow Wide(CimRow row)
    {
        var inner = new CimRow("X", []);
        for (var level = 0; level < 12; level++)
        {
            var below = inner;
            inner = new CimRow("X", Enumerable.Range(0, 10).Select(number => new KeyValuePair<string, object?>($"P{number}", below)));
        }

        return With(row, "Wide", inner);
    }

    // Made once: what a machine takes to make its answers is not what we take to refuse them.
    private static CimRow Many(CimRow row) => Large.GetOrAdd(row.ClassName, _ =>
        new(row.ClassName, row.Values.Concat(Enumerable.Range(0, 100_000).Select(number => new KeyValuePair<string, object?>($"P{number}", null)))));

    private static CimRow Twice(CimRow row) =>
        new(CimRowShape.Of(row.ClassName, [.. row.Shape.Names, "ITEMPATH"]), [.. row.Items, @"\\srv\other"]);

    private static IEnumerable<T> Endless<T>(Func<int, T> make)
    {
        for (var number = 0; ; number++) yield return make(number);
    }

    private sealed class Ending(TaskCompletionSource<Exception> ended) : IObserver<CacheChange>
    {
        public void OnNext(CacheChange value)
        {
        }

        public void OnError(Exception error) => ended.TrySetResult(error);

        public void OnCompleted() => ended.TrySetResult(new InvalidOperationException("It completed."));
    }
}
