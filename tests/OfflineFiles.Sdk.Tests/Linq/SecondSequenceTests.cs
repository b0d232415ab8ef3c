#if NET10_0_OR_GREATER
using System.Reflection;
#endif
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// Every operator that reads a second sequence, left before its first element, after some and at its end, and failing at every step: what was
/// opened is closed once, errors come out as they went in, and nothing is opened that nobody needs.
/// </summary>
[TestFixture]
public sealed class SecondSequenceTests
{
    private static readonly OfflineFilesItem[] Items = [.. SampleItems.All.Take(4)];

    private static IEnumerable<Case> Cases() =>
    [
        Of((items, own) => items.Concat(own)),
        Of((items, own) => items.Union(own)),
        Of((items, own) => items.Union(own, EqualityComparer<OfflineFilesItem>.Default)),
        Of((items, own) => items.UnionBy(own, i => i.ItemName)),
        Of((items, own) => items.UnionBy(own, i => i.ItemName, StringComparer.Ordinal)),
        Of((items, own) => items.Intersect(own)),
        Of((items, own) => items.Intersect(own, EqualityComparer<OfflineFilesItem>.Default)),
        Of((items, own) => items.IntersectBy(Names(own), i => i.ItemName)),
        Of((items, own) => items.IntersectBy(Names(own), i => i.ItemName, StringComparer.Ordinal)),
        Of((items, own) => items.Except(own)),
        Of((items, own) => items.Except(own, EqualityComparer<OfflineFilesItem>.Default)),
        Of((items, own) => items.ExceptBy(Names(own), i => i.ItemName)),
        Of((items, own) => items.ExceptBy(Names(own), i => i.ItemName, StringComparer.Ordinal)),
        Of((items, own) => items.Zip(own)),
        Of((items, own) => items.Zip(own, (a, b) => a.ItemName + b.ItemName)),
        Of((items, own) => items.Zip(own, own)),
        Of((items, own) => items.Join(own, a => a.ItemType, b => b.ItemType, (a, b) => a.ItemName + b.ItemName)),
        Of((items, own) => items.Join(own, a => a.ItemType, b => b.ItemType, (a, b) => a.ItemName + b.ItemName, EqualityComparer<OfflineFilesItemType>.Default)),
        Of((items, own) => items.GroupJoin(own, a => a.ItemType, b => b.ItemType, (a, b) => a.ItemName + b.Count())),
        Of((items, own) => items.GroupJoin(own, a => a.ItemType, b => b.ItemType, (a, b) => a.ItemName + b.Count(), EqualityComparer<OfflineFilesItemType>.Default)),
#if NET10_0_OR_GREATER
        Of((items, own) => items.LeftJoin(own, a => a.ItemType, b => b.ItemType, (a, b) => a.ItemName + b!.ItemName)),
        Of((items, own) => items.LeftJoin(own, a => a.ItemType, b => b.ItemType, (a, b) => a.ItemName + b!.ItemName, EqualityComparer<OfflineFilesItemType>.Default)),
        Of((items, own) => items.RightJoin(own, a => a.ItemType, b => b.ItemType, (a, b) => a!.ItemName + b.ItemName)),
        Of((items, own) => items.RightJoin(own, a => a.ItemType, b => b.ItemType, (a, b) => a!.ItemName + b.ItemName, EqualityComparer<OfflineFilesItemType>.Default)),
#endif
        Of((items, own) => items.SelectMany(i => own)),
        Of((items, own) => items.SelectMany((i, n) => own)),
        Of((items, own) => items.SelectMany(i => own, (a, b) => a.ItemName + b.ItemName)),
        Of((items, own) => items.SelectMany((i, n) => own, (a, b) => a.ItemName + b.ItemName)),
        Of((items, own) => items.OrderBy(i => i.ItemName).Zip(own).Concat(items.Take(1).Zip(own)).Where(pair => pair.First.ItemName != "")),
        Value((items, own) => items.SequenceEqual(own), (items, own) => items.SequenceEqualAsync(own)),
        Value((items, own) => items.SequenceEqual(own, EqualityComparer<OfflineFilesItem>.Default), (items, own) => items.SequenceEqualAsync(own, EqualityComparer<OfflineFilesItem>.Default)),
    ];

    private static IEnumerable<TestCaseData> Named() => Cases().Select(each => new TestCaseData(each).SetArgDisplayNames(each.Text));

    [TestCaseSource(nameof(Named))]
    public async Task Left_anywhere_it_closes_what_it_opened(object operatorCase)
    {
        var each = (Case)operatorCase;
        foreach (var take in new[] { -1, 0, 1, 2, 100 })
            await RunAsync(each, Items, SequenceStep.None, () => new ProbeBackend(Items), take, $"after {take}");
    }

    [TestCaseSource(nameof(Named))]
    public async Task Failing_anywhere_it_closes_what_it_opened_and_the_error_comes_out(object operatorCase)
    {
        var each = (Case)operatorCase;
        foreach (var take in new[] { 1, 100 })
        {
            foreach (var step in Enum.GetValues<SequenceStep>())
                await RunAsync(each, Items, step, () => new ProbeBackend(Items), take, $"the second sequence fails at {step}");
            foreach (var row in new[] { 0, 1, 3 })
                await RunAsync(each, Items, SequenceStep.None, () => new ProbeBackend(Items, failsAtRow: row), take, $"the backend fails at row {row}");
            await RunAsync(each, Items, SequenceStep.None, () => new ProbeBackend(Items, failsToClose: true), take, "the backend fails to close");
            await RunAsync(each, Items, SequenceStep.Dispose, () => new ProbeBackend(Items, failsToClose: true), take, "both fail to close");
            await RunAsync(each, [], SequenceStep.Dispose, () => new ProbeBackend([], failsToClose: true), take, "both are empty and fail to close");
        }
    }

    // A value is always wanted.
    private static IEnumerable<TestCaseData> Queries() => Named().Where(each => ((Case)each.Arguments[0]!).Nothing is not null);

    [TestCaseSource(nameof(Queries))]
    public async Task Where_nothing_is_wanted_nothing_is_opened(object operatorCase)
    {
        var each = (Case)operatorCase;
        var (own, backend) = (new ProbeSequence<OfflineFilesItem>(Items), new ProbeBackend(Items));
        await using var cache = new OfflineFilesCache(backend);

        each.Nothing!(cache.Items, own);

        Assert.That((own.Opened, backend.Opened), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task A_consumer_that_fails_leaves_it_like_one_that_breaks()
    {
        var (own, backend) = (new ProbeSequence<OfflineFilesItem>(Items), new ProbeBackend(Items));
        await using var cache = new OfflineFilesCache(backend);
        var error = new TimeZoneNotFoundException("the consumer failed");

        await Assert.ThatAsync(() => cache.Items.Zip(own).ForEachAsync(_ => throw error), Throws.Exception.SameAs(error));
        Assert.That(() => cache.Items.Zip(own).AsEnumerable().Select<(OfflineFilesItem, OfflineFilesItem), int>(_ => throw error).ToList(), Throws.Exception.SameAs(error));

        Assert.That(own.Disposals.Concat(backend.Disposals), Is.EqualTo(new[] { 1, 1, 1, 1 }));
    }

    [Test]
    public async Task A_sequence_of_an_element_may_be_without_end()
    {
        var (own, backend) = (new ProbeSequence<int>(new Numbers()), new ProbeBackend(Items));
        await using var cache = new OfflineFilesCache(backend);
        var numbers = cache.Items.SelectMany(_ => own);

        Assert.That(numbers.Take(3).ToList(), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(await numbers.Skip(2).FirstAsync(), Is.EqualTo(2));
        Assert.That(numbers.Where(n => n % 7 == 6).SelectMany(n => Endless(), (n, k) => n + k).Skip(1).First(), Is.EqualTo(7));
        foreach (var number in numbers)
            if (number == 5) break;
        await foreach (var number in numbers.Reverse().Concat(numbers).Take(0)) Assert.Fail("no row is wanted");
        await foreach (var number in cache.Items.OrderBy(i => i.ItemName).SelectMany(_ => own).Chunk(2).AsAsyncEnumerable())
            if (number[1] == 5) break;

        Assert.That(own.Disposals, Is.EqualTo(Enumerable.Repeat(1, own.Opened)));
        Assert.That(backend.Disposals, Is.All.EqualTo(1));
    }

    [Test]
    public async Task A_sequence_without_end_is_left_when_the_token_is_cancelled()
    {
        await using var cache = new OfflineFilesCache(new ProbeBackend(Items));
        using var source = new CancellationTokenSource();

        Assert.That(
            () => cache.Items.SelectMany(_ => Endless()).ForEachAsync(
                number =>
                {
                    if (number == 3) source.Cancel();
                },
                source.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => cache.Items.SelectMany(_ => Endless()).CountAsync(number => Cancelling(number, source), source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static bool Cancelling(int number, CancellationTokenSource source)
    {
        if (number == 3) source.Cancel();
        return true;
    }

    private static IEnumerable<int> Endless()
    {
        for (var number = 0; ; number++) yield return number;
    }

    private sealed class Numbers : IReadOnlyList<int>
    {
        public int Count => int.MaxValue;

        public int this[int index] => index;

        public IEnumerator<int> GetEnumerator() => Endless().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [Test]
    public async Task A_selector_that_fails_closes_everything_and_its_error_comes_out()
    {
        var (own, backend) = (new ProbeSequence<OfflineFilesItem>(Items), new ProbeBackend(Items));
        await using var cache = new OfflineFilesCache(backend);

        Assert.That(() => cache.Items.Zip(own, (a, b) => Fail(a)).ToList(), Throws.TypeOf<NotFiniteNumberException>());
        await Assert.ThatAsync(() => cache.Items.Zip(own, (a, b) => Fail(a)).ToListAsync(), Throws.TypeOf<NotFiniteNumberException>());

        Assert.That(own.Disposals.Concat(backend.Disposals), Is.EqualTo(new[] { 1, 1, 1, 1 }));
    }

    [Test]
    public async Task Both_others_of_a_zip_are_closed_when_one_fails_to()
    {
        var (one, other, backend) = (new ProbeSequence<int>([1], SequenceStep.Dispose), new ProbeSequence<int>([2]), new ProbeBackend(Items));
        await using var cache = new OfflineFilesCache(backend);

        Assert.That(() => cache.Items.Zip(one, other).ToList(), Throws.Exception.SameAs(ProbeSequence<int>.Error));
        await Assert.ThatAsync(() => cache.Items.Zip(other, one).ToListAsync(), Throws.Exception.SameAs(ProbeSequence<int>.Error));

        Assert.That(one.Disposals.Concat(other.Disposals).Concat(backend.Disposals), Is.EqualTo(new[] { 1, 1, 1, 1, 1, 1 }));
    }

    [Test]
    public async Task An_enumerator_is_over_when_it_ends_fails_or_is_disposed()
    {
        await using var cache = new OfflineFilesCache(new ProbeBackend(Items));
        await using var failing = new OfflineFilesCache(new ProbeBackend(Items, failsAtRow: 1));

        var ended = cache.Items.Zip(Items).GetEnumerator();
        while (ended.MoveNext()) Assert.That(ended.Current.First, Is.Not.Null);
        Assert.That(ended.MoveNext(), Is.False);
        ended.Dispose();
        ended.Dispose();
        Assert.That(ended.MoveNext(), Is.False);

        var failed = failing.Items.GetEnumerator();
        Assert.That(failed.MoveNext());
        Assert.That(failed.MoveNext, Throws.Exception.SameAs(ProbeBackend.Error));
        Assert.That(failed.MoveNext(), Is.False);

        var left = cache.Items.AsAsyncEnumerable().GetAsyncEnumerator();
        Assert.That(await left.MoveNextAsync());
        await left.DisposeAsync();
        await left.DisposeAsync();
        Assert.That(await left.MoveNextAsync(), Is.False);
    }

#if NET10_0_OR_GREATER
    [Test]
    public async Task Every_operator_with_a_second_sequence_has_a_case()
    {
        await using var cache = new OfflineFilesCache(new ProbeBackend(Items));
        var called = new HashSet<MethodInfo>();
        foreach (var each in Cases()) each.Call(new RecordingQuery<OfflineFilesItem>(cache.Items.Provider, cache.Items.Expression, called), Items);

        var missing = typeof(Queryable).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == nameof(Queryable.SelectMany) || method.GetParameters().Skip(1).Any(parameter => IsSequence(parameter.ParameterType)))
            .Where(method => !called.Contains(method) && !method.IsDefined(typeof(ObsoleteAttribute), inherit: false));

        Assert.That(missing, Is.Empty);
    }
#endif

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    // Select of LINQ disposes its source twice when that fails.
    private static IEnumerable<string> Names(IEnumerable<OfflineFilesItem> items)
    {
        foreach (var item in items) yield return item.ItemName;
    }

    private static string Fail(OfflineFilesItem item) => throw new NotFiniteNumberException(item.ItemName);

    private static async Task RunAsync(Case each, IReadOnlyList<OfflineFilesItem> values, SequenceStep step, Func<ProbeBackend> open, int take, string what)
    {
        foreach (var isAsync in new[] { false, true })
        {
            var backend = open();
            var own = new ProbeSequence<OfflineFilesItem>(values, step);
            await using var cache = new OfflineFilesCache(backend);
            Exception? thrown = null;
            try
            {
                if (isAsync) await each.RunAsync(cache.Items, own, take);
                else each.Run(cache.Items, own, take);
            }
            catch (Exception error) when (error == ProbeBackend.Error || error == ProbeSequence<OfflineFilesItem>.Error)
            {
                thrown = error;
            }

            var where = $"{what}, {(isAsync ? "asynchronous" : "synchronous")}, taking {take}";
            Assert.That(own.Disposals.Concat(backend.Disposals), Is.All.EqualTo(1), where);
            Assert.That(thrown is not null, Is.EqualTo(own.HasFailed || backend.HasFailed), where);
            if (take <= 0) Assert.That(own.Opened + backend.Opened, Is.Zero, where);
        }
    }

    private static Case Of<T>(
        Func<IQueryable<OfflineFilesItem>, IEnumerable<OfflineFilesItem>, IQueryable<T>> query, [CallerArgumentExpression(nameof(query))] string text = "") => new(
            text,
            (items, own, take) => Leave(query(items, own), take),
            (items, own, take) => LeaveAsync(query(items, own), take),
            (items, own) => query(items, own),
            (items, own) => _ = query(items, own).Take(0).ToList());

    private static Case Value<T>(
        Func<IQueryable<OfflineFilesItem>, IEnumerable<OfflineFilesItem>, T> query,
        Func<IQueryable<OfflineFilesItem>, IEnumerable<OfflineFilesItem>, Task<T>> queryAsync,
        [CallerArgumentExpression(nameof(query))] string text = "") => new(
            text,
            (items, own, take) => { if (take > 0) query(items, own); },
            async (items, own, take) => { if (take > 0) await queryAsync(items, own); },
            (items, own) => query(items, own),
            null);

    private static void Leave<T>(IQueryable<T> query, int take)
    {
        using var rows = query.GetEnumerator();
        for (var i = 0; i < take && rows.MoveNext(); i++) _ = rows.Current;
    }

    private static async Task LeaveAsync<T>(IQueryable<T> query, int take)
    {
        if (take < 0)
        {
            _ = query.AsAsyncEnumerable().GetAsyncEnumerator();
            return;
        }

        await using var rows = query.AsAsyncEnumerable().GetAsyncEnumerator();
        for (var i = 0; i < take && await rows.MoveNextAsync(); i++) _ = rows.Current;
    }

    private sealed record Case(
        string Text,
        Action<IQueryable<OfflineFilesItem>, IEnumerable<OfflineFilesItem>, int> Run,
        Func<IQueryable<OfflineFilesItem>, IEnumerable<OfflineFilesItem>, int, Task> RunAsync,
        Action<IQueryable<OfflineFilesItem>, IEnumerable<OfflineFilesItem>> Call,
        Action<IQueryable<OfflineFilesItem>, IEnumerable<OfflineFilesItem>>? Nothing);
}
