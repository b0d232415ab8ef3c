namespace OfflineFiles.Sdk.Cim.Tests.Mapping;

public sealed class CimValueTests
{
    [TestCase(true, true)]
    [TestCase(false, false)]
    [TestCase("TRUE", true)]
    [TestCase("false", false)]
    [TestCase("1", true)]
    [TestCase(0, false)]
    public void Truth_has_several_spellings(object value, bool expected) =>
        Assert.That((CimValue.TryBoolean(value, out var result), result), Is.EqualTo((true, expected)));

    [TestCase(0xFFFFFFFFu, 0xFFFFFFFFu)]
    [TestCase(-1, 0xFFFFFFFFu, Description = "a uint32 written through a sint32")]
    [TestCase("-2147023673", 0x800704C7u)]
    [TestCase("2147943623", 0x800704C7u)]
    public void A_uint32_may_come_signed(object value, uint expected) =>
        Assert.That((CimValue.TryUInt32(value, out var result), result), Is.EqualTo((true, expected)));

    [TestCase(4294967296L)]
    [TestCase(ulong.MaxValue)]
    [TestCase("0x5")]
    [TestCase("")]
    [TestCase(1.5)]
    public void What_is_no_uint32_is_refused(object value) => Assert.That(CimValue.TryUInt32(value, out _), Is.False);

    [TestCase("20240301123000.000000+060", "2024-03-01T11:30:00Z")]
    [TestCase("20240301123000.500000-300", "2024-03-01T17:30:00.5Z")]
    [TestCase("2024-03-01T12:30:00Z", "2024-03-01T12:30:00Z")]
    [TestCase("2024-03-01T12:30:00+01:00", "2024-03-01T11:30:00Z")]
    [TestCase("1601-01-01T00:00:00Z", "1601-01-01T00:00:00Z")]
    public void A_point_in_time_is_UTC_in_either_spelling(string text, string expected)
    {
        Assert.That(CimTime.TryRead(text, out var result), Is.True);
        Assert.That((result, result.Offset), Is.EqualTo((DateTimeOffset.Parse(expected, null), TimeSpan.Zero)));
    }
}
