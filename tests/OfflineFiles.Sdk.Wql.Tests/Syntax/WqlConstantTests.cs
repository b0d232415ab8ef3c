using System.Globalization;

namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

[TestFixture]
internal sealed class WqlConstantTests
{
    [TestCase(0.1, "0.1")]
    [TestCase(100, "100.0")]
    [TestCase(-2.5, "-2.5")]
    [TestCase(1e20, "100000000000000000000.0")]
    [TestCase(-1.25e-7, "-0.000000125")]
    [TestCase(1.5e16, "15000000000000000.0")]
    [TestCase(1.2345678901234566e17, "123456789012345660.0")]
    public void A_real_is_written_with_a_point_and_without_an_exponent(double value, string text) =>
        Assert.That(WqlConstant.Real(value).ToString(), Is.EqualTo(text));

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void A_real_is_finite(double value) =>
        Assert.That(() => WqlConstant.Real(value), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Numbers_are_written_and_read_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NegativeSign = "~" } };
            Assert.That(WqlPredicate.Parse("a = -1.5").ToString(), Is.EqualTo("a = -1.5"));
            Assert.That(WqlPredicate.Parse("a = -1234567").ToString(), Is.EqualTo("a = -1234567"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Integers_reach_over_both_64_bit_ranges()
    {
        Assert.That(WqlConstant.Integer(ulong.MaxValue).ToString(), Is.EqualTo("18446744073709551615"));
        Assert.That(WqlConstant.Integer(long.MinValue).ToString(), Is.EqualTo("-9223372036854775808"));
        Assert.That(WqlConstant.Integer(7), Is.EqualTo(WqlConstant.Integer(7UL)));
    }

    [TestCase("2024-01-31T09:30:00+01:00", "20240131083000.000000+000")]
    [TestCase("2024-12-31T23:59:59.9999999Z", "20241231235959.999999+000")]
    [TestCase("0001-01-01T00:00:00Z", "00010101000000.000000+000")]
    public void A_point_in_time_is_written_in_utc_to_the_microsecond(string point, string text)
    {
        var constant = WqlConstant.DateTime(DateTimeOffset.Parse(point, CultureInfo.InvariantCulture));

        Assert.That(constant, Is.EqualTo(WqlConstant.String(text)));
    }

    [TestCase("20240131093000.000000+060", "2024-01-31T08:30:00Z")]
    [TestCase("20240131000000.123456-999", "2024-01-31T16:39:00.123456Z")]
    [TestCase("99991231235959.999999+000", "9999-12-31T23:59:59.999999Z")]
    public void A_point_in_time_is_read_with_its_offset(string text, string point)
    {
        Assert.That(WqlDateTime.TryParse(text, out var value), Is.True);
        Assert.That(value, Is.EqualTo(DateTimeOffset.Parse(point, CultureInfo.InvariantCulture)));
        Assert.That(value.Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("20240131")]
    [TestCase("20240131093000.000000+06")]
    [TestCase("20240131093000.000000+0600")]
    [TestCase("20240131093000,000000+060")]
    [TestCase("20240131093000.000000 060")]
    [TestCase("2024013109300a.000000+060")]
    [TestCase("20240131093000.******+060")]
    [TestCase("20241331093000.000000+060")]
    [TestCase("20240131093060.000000+060")]
    [TestCase("00000101000000.000000+000")]
    [TestCase("00010101000000.000000+001", Description = "before the year 1 in UTC")]
    [TestCase("99991231235959.999999-001", Description = "after the year 9999 in UTC")]
    [TestCase("00000001000000.000000:000", Description = "an interval")]
    public void Nothing_else_is_a_point_in_time(string? text) => Assert.That(WqlDateTime.TryParse(text, out _), Is.False);

    [TestCase("1", true, true, true, false)]
    [TestCase("0", true, true, true, false)]
    [TestCase("2", true, true, false, false)]
    [TestCase("1.0", false, true, false, false)]
    [TestCase("TRUE", false, false, true, false)]
    [TestCase("'1'", true, true, false, false)]
    [TestCase("'1.0'", false, true, false, false)]
    [TestCase("'false'", false, false, true, false)]
    [TestCase("' 1'", false, false, false, false)]
    [TestCase("'+1'", false, false, false, false)]
    [TestCase("'1e3'", false, false, false, false)]
    [TestCase("'20240131093000.000000+060'", false, false, false, true)]
    public void A_constant_is_converted_to_what_the_property_holds(
        string text, bool isInteger, bool isReal, bool isBoolean, bool isDate)
    {
        var constant = ((WqlComparison)WqlPredicate.Parse($"a = {text}")).Constant;

        Assert.That(constant.TryGetInteger(out _), Is.EqualTo(isInteger));
        Assert.That(constant.TryGetReal(out _), Is.EqualTo(isReal));
        Assert.That(constant.TryGetBoolean(out _), Is.EqualTo(isBoolean));
        Assert.That(constant.TryGetDateTime(out _), Is.EqualTo(isDate));
    }
}
