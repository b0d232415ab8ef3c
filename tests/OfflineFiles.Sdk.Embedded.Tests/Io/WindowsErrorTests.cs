using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Windows;
using static OfflineFiles.Sdk.Embedded.Io.DurableIoFault;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>What a Win32 error means for a share. The numbers are Microsoft's; the table is the same on every system.</summary>
[TestFixture]
internal sealed class WindowsErrorTests
{
    /// <summary>Nothing was said about the file: the scope goes offline, and the cached copy serves.</summary>
    private static readonly int[] Lost =
    [
        15, 21, 55, 433, 1005, 1006, 1110, 1112, 1117, 1167, // the device
        51, 52, 53, 54, 56, 57, 58, 59, 60, 64, 67, 68, 69, 70, 71, 72, 88, 109, 121, 233, // the redirector
        1200, 1201, 1203, 1208, 1214, 1220, 1221, 1222, 1225, 1226, 1229, 1231, 1232, 1233, 1234, 1235, 1236, 1238, 1256, 1460, 2250, // the network
        1722, 1723, 1726, 10050, 10051, 10052, 10053, 10054, 10060, 10061, 10064, 10065, 11001,
        86, 1219, 1239, 1240, 1244, 1245, 1265, 1311, 1312, 1323, 1326, 1327, 1328, 1329, 1330, 1331, 1355, 1380, 1385, 1396, 1397, 1398, // the logon
        1786, 1787, 1788, 1789, 1790, 1792, 1793, 1907, 1908, 1909,
    ];

    [TestCaseSource(nameof(Lost))]
    public void A_share_that_does_not_answer_or_let_us_in_is_unreachable(int error) =>
        Assert.That(WindowsError.FaultOf(error), Is.EqualTo(Unreachable), $"{(WindowsErrorCode)error}");

    [TestCase(2, NotFound)]
    [TestCase(3, NotFound)]
    [TestCase(5, AccessDenied)]
    [TestCase(65, AccessDenied)]
    [TestCase(225, AccessDenied)]
    [TestCase(1314, AccessDenied)]
    [TestCase(17, CrossDevice)]
    [TestCase(19, ReadOnlyFileSystem)]
    [TestCase(32, InUse)]
    [TestCase(33, InUse)]
    [TestCase(303, InUse)]
    [TestCase(1175, InUse)]
    [TestCase(1176, InUse)]
    [TestCase(1224, InUse)]
    [TestCase(39, NoSpace)]
    [TestCase(112, NoSpace)]
    [TestCase(1295, QuotaExceeded)]
    [TestCase(223, TooLarge)]
    [TestCase(4, Exhausted)]
    [TestCase(8, Exhausted)]
    [TestCase(1450, Exhausted)]
    [TestCase(1816, Exhausted)]
    [TestCase(1, NotSupported)]
    [TestCase(50, NotSupported)]
    [TestCase(120, NotSupported)]
    [TestCase(1920, NotSupported)]
    [TestCase(80, AlreadyExists)]
    [TestCase(183, AlreadyExists)]
    [TestCase(123, InvalidName)]
    [TestCase(145, NotEmpty)]
    [TestCase(206, NameTooLong)]
    [TestCase(267, NotADirectory)]
    [TestCase(1921, Link)]
    [TestCase(87, Other)]
    [TestCase(31, Other)]
    public void An_error_about_one_entry_is_told_by_its_kind(int error, object fault) =>
        Assert.That(WindowsError.FaultOf(error), Is.EqualTo((DurableIoFault)fault));

    [TestCase(362)]
    [TestCase(388)]
    [TestCase(404)]
    [TestCase(426)]
    public void A_placeholder_whose_bytes_cannot_be_brought_now_takes_no_share_offline(int error) =>
        Assert.That(WindowsError.FaultOf(error), Is.EqualTo(InUse), $"{(WindowsErrorCode)error}");

    [Test]
    public void Every_error_that_has_a_name_has_a_meaning() => Assert.That(
        Enum.GetValues<WindowsErrorCode>().Where(code => WindowsError.FaultOf((int)code) == Other),
        Is.EquivalentTo(new[]
        {
            WindowsErrorCode.InvalidParameter, WindowsErrorCode.InvalidLevel, WindowsErrorCode.InsufficientBuffer, WindowsErrorCode.NotAReparsePoint,
            WindowsErrorCode.UnableToMoveReplacement2,
        }),
        "these are asked for by name");

    [TestCase(1)]
    [TestCase(50)]
    [TestCase(87)]
    [TestCase(120)]
    [TestCase(124)]
    public void A_question_that_is_not_known_is_asked_in_another_way(int error) => Assert.That(WindowsError.IsUnknownCall(error), Is.True);

    [TestCase(5)]
    [TestCase(53)]
    [TestCase(1117)]
    public void Any_other_failure_is_none_to_work_around(int error) => Assert.That(WindowsError.IsUnknownCall(error), Is.False);

    [Test]
    public void What_the_runtime_raised_keeps_its_number_only_if_it_is_one_of_Windows()
    {
        var known = WindowsError.From(new IOException("gone", unchecked((int)0x8007003B)), "Read", "f");
        var unknown = WindowsError.From(new IOException("odd", unchecked((int)0x80131620)), "Read", "f");
        Assert.Multiple(() =>
        {
            Assert.That((known.Fault, known.NativeError), Is.EqualTo((Unreachable, 59)));
            Assert.That(unknown.Fault, Is.EqualTo(Other));
            Assert.That(WindowsError.From(new UnauthorizedAccessException(), "List", "d").Fault, Is.EqualTo(AccessDenied));
        });
    }
}
