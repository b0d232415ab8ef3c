using System.Globalization;
using OfflineFiles.Sdk.RawQueries;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Queries;

/// <summary>What <see cref="WqlRow.Get{T}"/> makes of the values that servers deliver.</summary>
[TestFixture]
public sealed class WqlRowConversionTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 6, 12, 0, 0, TimeSpan.Zero);

    private static IEnumerable<TestCaseData> Readable()
    {
        TestCaseData Case<T>(object value, T expected) => new TestCaseData(value, new Func<WqlRow, object?>(row => row.Get<T>("P")), expected)
            .SetArgDisplayNames($"{value.GetType().Name} {Convert.ToString(value, CultureInfo.InvariantCulture)} as {typeof(T)}");
        yield return Case(true, true);
        yield return Case(true, (bool?)true);
        yield return Case("TRUE", true);
        yield return Case(1u, true);
        yield return Case(false, "FALSE");
        yield return Case(7u, 7);
        yield return Case(7u, (long?)7);
        yield return Case((byte)7, 7.0);
        yield return Case("-7", -7L);
        yield return Case(ulong.MaxValue, ulong.MaxValue);
        yield return Case("18446744073709551615", ulong.MaxValue);
        yield return Case(1.5, 1.5f);
        yield return Case(7u, "7");
        yield return Case(2u, OfflineFilesItemType.Share);
        yield return Case("2", (OfflineFilesItemType?)OfflineFilesItemType.Share);
        yield return Case(99u, (OfflineFilesItemType)99);
        yield return Case(Noon, Noon.UtcDateTime);
        yield return Case("20240506140000.000000+120", Noon);
        yield return Case("2024-05-06T12:00:00Z", Noon);
        yield return Case(Noon, "20240506120000.000000+000");
        yield return Case(TimeSpan.FromHours(26), TimeSpan.FromHours(26));
        yield return Case("00000001020000.000000:000", TimeSpan.FromHours(26));
        yield return Case("P1DT2H", TimeSpan.FromHours(26));
        yield return Case(TimeSpan.FromHours(26), "00000001020000.000000:000");
        yield return Case('x', "x");
        yield return Case(@"\\srv\docs", UncPath.Parse(@"\\srv\docs"));
        yield return Case("x", (object)"x");
    }

    private static IEnumerable<TestCaseData> Unreadable()
    {
        TestCaseData Case<T>(object? value) => new TestCaseData(value, new Func<WqlRow, object?>(row => row.Get<T>("P")))
            .SetArgDisplayNames($"{Convert.ToString(value, CultureInfo.InvariantCulture) ?? "NULL"} as {typeof(T)}");
        yield return Case<bool>(null);
        yield return Case<int>(null);
        yield return Case<DateTimeOffset>(null);
        yield return Case<bool>("maybe");
        yield return Case<bool>(2u);
        yield return Case<byte>(256u);
        yield return Case<int>("1.5");
        yield return Case<int>("");
        yield return Case<uint>(-1);
        yield return Case<int>(true);
        yield return Case<DateTimeOffset>("yesterday");
        yield return Case<TimeSpan>("a day");
        yield return Case<TimeSpan>(7);
        yield return Case<UncPath>(@"C:\docs");
        yield return Case<OfflineFilesItemType>("Share");
        yield return Case<string[]>("one");
        yield return Case<Version>("1.0");
    }

    [TestCaseSource(nameof(Readable))]
    public void A_value_is_read_as(object value, Func<WqlRow, object?> read, object? expected) =>
        Assert.That(read(Row(value)), Is.EqualTo(expected));

    [TestCaseSource(nameof(Unreadable))]
    public void A_value_is_never_bent_into_what_it_is_not(object? value, Func<WqlRow, object?> read) => Assert.That(
        () => read(Row(value)), Throws.TypeOf<RowReadException>().With.Property("Property").EqualTo("P").And.Property("ClassName").EqualTo("C"));

    [Test]
    public void NULL_is_null_where_the_type_has_one() =>
        Assert.That((Row(null).Get<bool?>("P"), Row(null).Get<string>("P"), Row(null).Get<UncPath>("P")), Is.EqualTo(((bool?)null, (string?)null, (UncPath?)null)));

    [Test]
    public void An_embedded_object_is_read_as_a_row_and_as_its_type()
    {
        var item = SampleItems.All.First(item => item.PinInfo is not null);
        var row = new WqlRow(ModelRows.Item, item);

        Assert.That(row.Get<PinInfo>("PinInfo"), Is.SameAs(item.PinInfo));
        Assert.That(row.Get<WqlRow>("PinInfo")!.ClassName, Is.EqualTo("Win32_OfflineFilesPinInfo"));
        Assert.That(() => row.Get<ChangeInfo>("PinInfo"), Throws.TypeOf<RowReadException>());
        Assert.That(() => row.Get<string>("PinInfo"), Throws.TypeOf<RowReadException>());
    }

    private static WqlRow Row(object? value) => new("C", [new KeyValuePair<string, object?>("P", value)]);
}
