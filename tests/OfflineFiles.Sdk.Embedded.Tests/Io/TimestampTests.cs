using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

[TestFixture]
internal sealed class TimestampTests
{
    [TestCase("1970-01-01T00:00:00.0000000Z")]
    [TestCase("1969-12-31T23:59:59.9999999Z")]
    [TestCase("1903-05-06T07:08:09.1234567Z")]
    [TestCase("2200-01-01T00:00:00.0000001Z")]
    public void A_time_goes_to_the_system_and_back(string text)
    {
        var time = DateTime.Parse(text, null, System.Globalization.DateTimeStyles.RoundtripKind);
        var (seconds, nanoseconds) = Timestamp.ToUnix(time);
        Assert.That(nanoseconds, Is.InRange(0, 999_999_999));
        Assert.That(Timestamp.ToUtc(Timestamp.FromUnix(seconds, nanoseconds)), Is.EqualTo(time));
        Assert.That(Timestamp.ToUtc(Timestamp.FromFileTime(Timestamp.ToFileTime(time))), Is.EqualTo(time));
    }

    [Test]
    public void A_time_out_of_range_is_saturated()
    {
        Assert.That(Timestamp.FromUnix(long.MaxValue, 0), Is.EqualTo(long.MaxValue));
        Assert.That(Timestamp.FromUnix(long.MinValue, 0), Is.EqualTo(long.MinValue));
    }
}
