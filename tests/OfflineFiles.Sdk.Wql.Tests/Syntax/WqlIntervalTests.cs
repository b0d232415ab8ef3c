using System.Globalization;

namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

[TestFixture]
internal sealed class WqlIntervalTests
{
    [TestCase("0", "00000000000000.000000:000")]
    [TestCase("1.02:03:04.0050060", "00000001020304.005006:000")]
    [TestCase("00:00:00.0000019", "00000000000000.000001:000")]
    [TestCase("10675199.02:48:05.4775807", "10675199024805.477580:000")]
    public void An_interval_is_written_to_the_microsecond(string interval, string text)
    {
        var value = TimeSpan.Parse(interval, CultureInfo.InvariantCulture);

        Assert.That(WqlInterval.Format(value), Is.EqualTo(text));
        Assert.That(WqlConstant.Interval(value), Is.EqualTo(WqlConstant.String(text)));
        Assert.That(WqlInterval.TryParse(text, out var back), Is.True);
        Assert.That(back.Ticks, Is.EqualTo(value.Ticks - value.Ticks % 10));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("00000000000000.000000+000")]
    [TestCase("00000000000000.000000:001")]
    [TestCase("00000000240000.000000:000")]
    [TestCase("00000000006000.000000:000")]
    [TestCase("00000000000060.000000:000")]
    [TestCase("0000000000000 .000000:000")]
    [TestCase("-0000000000000.000000:000")]
    [TestCase("0000000000000*.000000:000")]
    [TestCase("00000000000000,000000:000")]
    [TestCase("10675199024805.477581:000")]
    [TestCase("99999999235959.999999:000")]
    [TestCase("00000000000000.000000:0000")]
    public void What_is_no_interval_is_not_read(string? text)
    {
        Assert.That(WqlInterval.TryParse(text, out var value), Is.False);
        Assert.That(value, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void An_interval_is_not_negative()
    {
        Assert.That(() => WqlInterval.Format(TimeSpan.FromTicks(-1)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => WqlConstant.Interval(TimeSpan.MinValue), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new WqlEventQuery("E", within: TimeSpan.FromTicks(-1)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new WqlEventGroup(TimeSpan.FromTicks(-1)), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Seconds_are_written_without_a_culture()
    {
        var query = new WqlEventQuery("E", within: TimeSpan.FromTicks(1), group: new WqlEventGroup(TimeSpan.MaxValue));

        Assert.That(query.ToString(), Is.EqualTo("SELECT * FROM E WITHIN 0.0000001 GROUP WITHIN 922337203685.4775807"));
        Assert.That(WqlQuery.Parse(query.ToString()), Is.EqualTo(query));
    }
}
