using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

[TestFixture]
internal sealed class TimestampTests
{
    [TestCase("1970-01-01T00:00:00.0000000Z")]
    [TestCase("1969-12-31T23:59:59.9999999Z")]
    [TestCase("1903-05-06T07:08:09.1234567Z")]
    [TestCase("2200-01-01T00:00:00.0000001Z")]
    [TestCase("2262-04-11T23:47:16.8547758Z", Description = "the last that 64 bits of nanoseconds hold")]
    [TestCase("2262-04-11T23:47:16.8547759Z")]
    [TestCase("1677-09-21T00:12:43.1452241Z")]
    [TestCase("1601-01-01T00:00:00.0000001Z", Description = "where Windows begins")]
    [TestCase("9999-12-31T23:59:59.9999999Z")]
    public void A_time_goes_to_the_system_and_back(string text)
    {
        var time = DateTime.Parse(text, null, System.Globalization.DateTimeStyles.RoundtripKind);
        var (seconds, nanoseconds) = Timestamp.ToUnix(time);
        Assert.That(nanoseconds, Is.InRange(0, 999_999_999));
        Assert.That(Timestamp.ToUtc(Timestamp.FromUnix(seconds, nanoseconds)), Is.EqualTo(time));
        Assert.That(Timestamp.ToUtc(Timestamp.FromFileTime(Timestamp.ToFileTime(time))), Is.EqualTo(time));
    }

    [TestCase("0001-01-01T00:00:00.0000000Z")]
    [TestCase("1600-02-29T12:00:00.0000000Z")]
    public void A_time_before_Windows_begins_goes_through_Unix(string text)
    {
        var time = DateTime.Parse(text, null, System.Globalization.DateTimeStyles.RoundtripKind);
        var (seconds, nanoseconds) = Timestamp.ToUnix(time);
        Assert.That(Timestamp.ToUtc(Timestamp.FromUnix(seconds, nanoseconds)), Is.EqualTo(time));
    }

    [Test]
    public void A_stamp_that_is_no_time_of_the_calendar_is_the_nearest_one()
    {
        Assert.That(Timestamp.ToUtc(Timestamp.FromUnix(long.MaxValue, 0)), Is.EqualTo(DateTime.MaxValue));
        Assert.That(Timestamp.ToUtc(Timestamp.FromUnix(long.MinValue, 0)), Is.EqualTo(DateTime.MinValue));
        Assert.That(Timestamp.ToUtc(Timestamp.FromUnix(-62_135_596_801, 999_999_999)), Is.EqualTo(DateTime.MinValue));
        Assert.That(Timestamp.ToUtc(Timestamp.FromFileTime(long.MaxValue)), Is.EqualTo(DateTime.MaxValue), "Windows ends in the year 30828");
        Assert.That(Timestamp.FromUnix(long.MaxValue, 999_999_999), Is.GreaterThan(Timestamp.FromUnix(long.MaxValue, 0)), "and two stay two versions");
    }
}
