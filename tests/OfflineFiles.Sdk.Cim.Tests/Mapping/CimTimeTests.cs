using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Tests.Mapping;

public sealed class CimTimeTests
{
    [TestCase("20240301123000.000000+060", "2024-03-01T11:30:00Z")]
    [TestCase("20240301123000.500000-300", "2024-03-01T17:30:00.5Z")]
    [TestCase("2024-03-01T12:30:00Z", "2024-03-01T12:30:00Z")]
    [TestCase("2024-03-01T12:30:00+01:00", "2024-03-01T11:30:00Z")]
    [TestCase("2024-03-01T12:30:00", "2024-03-01T12:30:00Z", Description = "without a zone it is UTC")]
    [TestCase(" 2024-03-01T12:30:00.1234567Z ", "2024-03-01T12:30:00.1234567Z")]
    [TestCase("2024-03-01T12:30:00.123456789-00:30", "2024-03-01T13:00:00.1234567Z", Description = "below a tick it is cut off")]
    [TestCase("1601-01-01T00:00:00Z", "1601-01-01T00:00:00Z", Description = "the zero of file times")]
    [TestCase("16010101000000.000000+000", "1601-01-01T00:00:00Z")]
    [TestCase("20240301******.******+000", "2024-03-01T00:00:00Z", Description = "digits that are not known")]
    [TestCase("202403********.******+***", "2024-03-01T00:00:00Z")]
    [TestCase("00000101000000.000000+000", "0001-01-01T00:00:00Z", Description = "the infinite past")]
    [TestCase("99991231115959.999999+000", "9999-12-31T23:59:59.9999999Z", Description = "the infinite future")]
    public void A_point_in_time_is_UTC_in_every_spelling(string text, string expected)
    {
        Assert.That(CimTime.TryRead(text, out var result), Is.True);
        Assert.That((result, result.Offset), Is.EqualTo((DateTimeOffset.Parse(expected, null), TimeSpan.Zero)));
    }

    [TestCase(DateTimeKind.Utc)]
    [TestCase(DateTimeKind.Unspecified)]
    public void A_DateTime_of_another_transport_is_UTC_unless_it_says_local(DateTimeKind kind) => Assert.That(
        (CimTime.TryRead(new DateTime(2024, 3, 1, 12, 30, 0, kind), out var result), result, result.Offset),
        Is.EqualTo((true, new DateTimeOffset(2024, 3, 1, 12, 30, 0, TimeSpan.Zero), TimeSpan.Zero)));

    [TestCase("00000001020000.000000:000", Description = "an interval")]
    [TestCase("00000101000000.000000:000")]
    [TestCase("P1DT2H")]
    [TestCase("12:30")]
    [TestCase("2024-02-30T12:30:00Z")]
    [TestCase("2024-03-01T24:30:00Z")]
    [TestCase("2024-03-01T12:30:00+15:00")]
    [TestCase("2024-03-01T12:30:00+1:00")]
    [TestCase("2024-03-01T12:30:00Zulu")]
    [TestCase("2024-03-0xT12:30:00Z")]
    [TestCase("0001-01-01T00:00:00+01:00", Description = "before the first year")]
    [TestCase("**************.******:***", Description = "an interval of which nothing is known")]
    [TestCase("01/03/2024")]
    [TestCase("20241301000000.000000+000")]
    [TestCase("")]
    [TestCase(7)]
    public void What_is_no_point_in_time_is_refused(object value) => Assert.That(CimTime.TryRead(value, out _), Is.False);

    // Says something only where the clock is not set to UTC.
    [Test]
    public void A_local_point_is_the_same_moment_in_UTC([Values(1, 7)] int month)
    {
        var local = new DateTime(2024, month, 1, 12, 30, 0, DateTimeKind.Local);

        Assert.That(CimTime.TryRead(local, out var point), Is.True);
        Assert.That((point, point.Offset), Is.EqualTo((new DateTimeOffset(local), TimeSpan.Zero)));
    }

    [Test]
    public void A_time_of_which_nothing_is_known_is_NULL() => Assert.That(
        ItemRowMapper.Item(
            new CimRow("Win32_OfflineFilesItem",
            [
                new("ItemPath", @"\\s"),
                new("ItemType", 3u),
                new("FileSysInfo", new CimRow("Win32_OfflineFilesFileSysInfo", [new("RemoteChangeTime", "**************.******+***")])),
            ]),
            null).FileSysInfo!.RemoteChangeTime,
        Is.Null);
}
