using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>What each number of the system means. A share that does not answer is never mistaken for one that has no such file.</summary>
[TestFixture]
internal sealed class UnixErrorTests
{
    [TestCase(DurableIoFault.NotFound, 2)]
    [TestCase(DurableIoFault.AccessDenied, 1, 13, 126, 127, 128, 129)]
    [TestCase(DurableIoFault.AlreadyExists, 17)]
    [TestCase(DurableIoFault.NotEmpty, 39)]
    [TestCase(DurableIoFault.NotADirectory, 20)]
    [TestCase(DurableIoFault.NotAFile, 21)]
    [TestCase(DurableIoFault.Link, 40)]
    [TestCase(DurableIoFault.NameTooLong, 36)]
    [TestCase(DurableIoFault.InvalidName, 84)]
    [TestCase(DurableIoFault.NoSpace, 28)]
    [TestCase(DurableIoFault.QuotaExceeded, 122)]
    [TestCase(DurableIoFault.TooLarge, 7, 27, 34, 75)]
    [TestCase(DurableIoFault.ReadOnlyFileSystem, 30)]
    [TestCase(DurableIoFault.CrossDevice, 18)]
    [TestCase(DurableIoFault.InUse, 11, 16, 26, 35)]
    [TestCase(DurableIoFault.Exhausted, 12, 23, 24, 37, 105)]
    [TestCase(DurableIoFault.NotSupported, 25, 31, 38, 95)]
    [TestCase(
        DurableIoFault.Unreachable,
        5, 6, 19, 32, 62, 64, 66, 67, 70, 71, 74, 77, 85, 100, 101, 102, 103, 104, 107, 108, 110, 111, 112, 113, 116, 117, 121, 123, 124)]
    [TestCase(DurableIoFault.Other, 3, 9, 14, 22, 29, 33)]
    [Platform("Linux")]
    public void A_number_has_its_meaning(DurableIoFault fault, params int[] numbers) =>
        Assert.That(numbers.Select(UnixError.FaultOf), Is.All.EqualTo(fault));

    [TestCase(DurableIoFault.InUse, 11, 35)]
    [TestCase(DurableIoFault.NotSupported, 45, 78, 102)]
    [TestCase(DurableIoFault.Link, 62)]
    [TestCase(DurableIoFault.NameTooLong, 63)]
    [TestCase(DurableIoFault.NotEmpty, 66)]
    [TestCase(DurableIoFault.QuotaExceeded, 69)]
    [TestCase(DurableIoFault.Exhausted, 55, 77)]
    [TestCase(DurableIoFault.AccessDenied, 80, 81)]
    [TestCase(DurableIoFault.TooLarge, 84)]
    [TestCase(DurableIoFault.InvalidName, 92)]
    [TestCase(DurableIoFault.Unreachable, 50, 51, 52, 53, 54, 57, 58, 60, 61, 64, 65, 70, 71, 82, 83, 94, 97, 100, 101)]
    public void A_number_of_macOS_has_its_meaning(DurableIoFault fault, params int[] numbers) =>
        Assert.That(numbers.Select(UnixError.FaultOfApple), Is.All.EqualTo(fault));

    [Test]
    [Platform(Exclude = "Win")]
    public void What_the_runtime_makes_of_an_error_is_named_by_its_number()
    {
        var denied = new UnauthorizedAccessException("Access is denied.", new IOException("Permission denied", 13));
        Assert.That(DurableIoException.TryFrom(denied, "Read", "f"), Has.Property("Fault").EqualTo(DurableIoFault.AccessDenied).And.Property("NativeError").EqualTo(13));
        Assert.That(DurableIoException.TryFrom(new IOException("", 5), "Read", "f")!.Fault, Is.EqualTo(DurableIoFault.Unreachable));
        Assert.That(DurableIoException.TryFrom(new ArgumentOutOfRangeException(), "Write", "f")!.Fault, Is.EqualTo(DurableIoFault.TooLarge));
        Assert.That(DurableIoException.TryFrom(new ObjectDisposedException("f"), "Write", "f"), Is.Null, "a mistake of ours is no error of the system");
    }
}
