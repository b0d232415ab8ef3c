using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Tests.Mapping;

public sealed class CimValueTests
{
    [TestCase(true, true)]
    [TestCase(false, false)]
    [TestCase("TRUE", true)]
    [TestCase("false", false)]
    [TestCase("1", true)]
    [TestCase(0, false)]
    [TestCase((short)-1, true, Description = "VARIANT_TRUE")]
    [TestCase(" true ", true)]
    public void Truth_has_several_spellings(object value, bool expected) =>
        Assert.That((CimValue.TryBoolean(value, out var result), result), Is.EqualTo((true, expected)));

    [TestCase(0xFFFFFFFFu, 0xFFFFFFFFu)]
    [TestCase(-1, 0xFFFFFFFFu, Description = "a uint32 written through a sint32")]
    [TestCase("-2147023673", 0x800704C7u)]
    [TestCase("2147943623", 0x800704C7u)]
    [TestCase((byte)7, 7u)]
    [TestCase((sbyte)7, 7u)]
    [TestCase((short)7, 7u)]
    [TestCase((ushort)7, 7u)]
    [TestCase(7L, 7u)]
    [TestCase(7UL, 7u)]
    [TestCase(" 7\n", 7u)]
    public void A_uint32_may_come_signed(object value, uint expected) =>
        Assert.That((CimValue.TryUInt32(value, out var result), result), Is.EqualTo((true, expected)));

    [TestCase(4294967296L)]
    [TestCase(ulong.MaxValue)]
    [TestCase("0x5")]
    [TestCase("")]
    [TestCase(1.5)]
    public void What_is_no_uint32_is_refused(object value) => Assert.That(CimValue.TryUInt32(value, out _), Is.False);

    [TestCase(5_000_000_000L, 5_000_000_000L)]
    [TestCase("5000000000", 5_000_000_000L, Description = "64 bits travel as text through Automation")]
    [TestCase("-1", -1L)]
    [TestCase(uint.MaxValue, 4294967295L)]
    public void A_size_may_come_as_text(object value, long expected) =>
        Assert.That((CimValue.TryInteger(value, out var result), result), Is.EqualTo((true, expected)));

    [TestCase((short)-1, ushort.MaxValue)]
    [TestCase("60", (ushort)60)]
    public void A_uint16_may_come_signed(object value, int expected) =>
        Assert.That((CimValue.TryUInt16(value, out var result), (int)result), Is.EqualTo((true, expected)));

    [TestCase(7)]
    [TestCase("yes")]
    [TestCase(1.0)]
    public void What_is_no_truth_is_refused(object value) => Assert.That(CimValue.TryBoolean(value, out _), Is.False);
}
