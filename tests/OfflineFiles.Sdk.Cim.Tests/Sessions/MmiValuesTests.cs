using Microsoft.Management.Infrastructure;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions.Mmi;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

/// <summary>What goes to and comes from the native layer, as far as its values exist without its native library.</summary>
public sealed class MmiValuesTests
{
    [Test]
    [NonParallelizable]
    public void A_point_in_time_comes_as_universal_time_whatever_the_zone_of_the_machine([Values("UTC", "America/New_York", "Asia/Kolkata")] string zone)
    {
        var point = new DateTimeOffset(2024, 6, 1, 12, 30, 0, TimeSpan.Zero);
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            var property = CimProperty.Create("P", point.LocalDateTime, CimType.DateTime, CimFlags.None);

            Assert.That(MmiCopy.Value(property.Value), Is.EqualTo(point).And.Property("Offset").EqualTo(TimeSpan.Zero));
            Assert.That(MmiCopy.Value(new[] { point.LocalDateTime }), Is.EqualTo(new[] { point }));
            if (!OperatingSystem.IsWindows()) Assert.That(point.LocalDateTime == point.UtcDateTime, Is.EqualTo(zone == "UTC"), "the zone is in force");
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Test]
    public void The_special_points_at_the_ends_of_time_are_no_local_times()
    {
        Assert.That(MmiCopy.Value(DateTime.MinValue), Is.EqualTo(DateTimeOffset.MinValue));
        Assert.That(MmiCopy.Value(DateTime.MaxValue), Is.EqualTo(DateTimeOffset.MaxValue));
        Assert.That(MmiCopy.Value(DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Local)), Is.EqualTo(DateTimeOffset.MaxValue));
    }

    private static IEnumerable<object?> Plain() => [null, true, (byte)1, (ushort)2, 3u, 4L, 5UL, "text", TimeSpan.FromDays(1), new[] { "a", "b" }];

    [TestCaseSource(nameof(Plain))]
    public void All_other_values_come_as_they_are(object? value) => Assert.That(MmiCopy.Value(value), Is.SameAs(value));

    [TestCase(CimTypeCode.Boolean, false, CimType.Boolean)]
    [TestCase(CimTypeCode.UInt8, false, CimType.UInt8)]
    [TestCase(CimTypeCode.UInt16, false, CimType.UInt16)]
    [TestCase(CimTypeCode.UInt32, false, CimType.UInt32)]
    [TestCase(CimTypeCode.SInt64, false, CimType.SInt64)]
    [TestCase(CimTypeCode.String, false, CimType.String)]
    [TestCase(CimTypeCode.DateTime, false, CimType.DateTime)]
    [TestCase(CimTypeCode.Object, false, CimType.Instance)]
    [TestCase(CimTypeCode.Reference, false, CimType.Reference)]
    [TestCase(CimTypeCode.Boolean, true, CimType.BooleanArray)]
    [TestCase(CimTypeCode.UInt32, true, CimType.UInt32Array)]
    [TestCase(CimTypeCode.SInt64, true, CimType.SInt64Array)]
    [TestCase(CimTypeCode.String, true, CimType.StringArray)]
    [TestCase(CimTypeCode.DateTime, true, CimType.DateTimeArray)]
    [TestCase(CimTypeCode.Object, true, CimType.InstanceArray)]
    [TestCase(CimTypeCode.Reference, true, CimType.ReferenceArray)]
    public void Each_type_of_the_schema_is_sent_as_its_own(CimTypeCode code, bool isArray, CimType expected) =>
        Assert.That(MmiInput.Type(new CimArgument("A", code, isArray, null)), Is.EqualTo(expected));

    private static IEnumerable<TestCaseData<CimTypeCode, object?, object?>> Sent() =>
    [
        new(CimTypeCode.String, Array.Empty<string>(), null),
        new(CimTypeCode.String, new[] { "x" }, new[] { "x" }),
        new(CimTypeCode.String, null, null),
        new(CimTypeCode.UInt32, 7u, 7u),
        new(CimTypeCode.Boolean, true, true),
        new(
            CimTypeCode.DateTime,
            new DateTimeOffset(2024, 6, 1, 14, 0, 0, TimeSpan.FromHours(2)),
            new DateTime(2024, 6, 1, 12, 0, 0, DateTimeKind.Utc)),
    ];

    [TestCaseSource(nameof(Sent))]
    public void A_value_is_sent_typed_and_an_array_without_elements_as_null(CimTypeCode type, object? value, object? expected)
    {
        var argument = new CimArgument("A", type, value is Array, value);
        using var native = new MmiInput.NativeValue(argument);
        var parameter = CimMethodParameter.Create(argument.Name, native.Value, MmiInput.Type(argument), CimFlags.In);

        Assert.That(parameter.Value, Is.EqualTo(expected));
    }

    [Test]
    public async Task What_a_reader_did_not_take_is_disposed_when_it_leaves_and_what_comes_later_is_the_writers()
    {
        var queue = new ResultQueue<Native>();
        var observer = new HandoverObserver<Native>(queue);
        Native[] natives = [new(), new(), new()];
        observer.OnNext(natives[0]);
        observer.OnNext(natives[1]);
        var (_, taken) = await queue.TakeAsync(default);

        queue.Dispose();
        observer.OnNext(natives[2]);

        Assert.That(natives.Select(native => native.Disposals), Is.EqualTo(new[] { 0, 1, 1 }));
        Assert.That(taken, Is.SameAs(natives[0]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void What_an_operation_needed_is_given_up_when_it_has_ended_though_its_reader_left_before(bool fails)
    {
        var queue = new ResultQueue<Native>();
        using var first = new Native();
        using var second = new Native();
        var operation = new Operation();
        NativeResources.Start(needs => operation.With(needs.Keep(first), needs.Keep(second)), new HandoverObserver<Native>(queue));

        operation.Results!.OnNext(null!);
        queue.Dispose();
        Assert.That(first.Disposals + second.Disposals, Is.Zero);
        if (fails) operation.Results.OnError(new TimeoutException());
        else operation.Results.OnCompleted();

        Assert.That((first.Disposals, second.Disposals), Is.EqualTo((1, 1)));
    }

    [Test]
    public void What_an_operation_needed_is_given_up_when_it_does_not_start()
    {
        using var queue = new ResultQueue<Native>();
        using var needed = new Native();

        Assert.That(
            () => NativeResources.Start<Native>(needs => throw new TimeoutException($"{needs.Keep(needed)}"), new HandoverObserver<Native>(queue)),
            Throws.TypeOf<TimeoutException>());
        Assert.That(needed.Disposals, Is.EqualTo(1));
    }

    private sealed class Operation : IObservable<Native>
    {
        public IObserver<Native>? Results { get; private set; }

        public Operation With(params Native[] inputs)
        {
            Assert.That(inputs, Is.Not.Empty);
            return this;
        }

        public IDisposable Subscribe(IObserver<Native> observer)
        {
            Results = observer;
            return new Native();
        }
    }

    private sealed class Native : IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
