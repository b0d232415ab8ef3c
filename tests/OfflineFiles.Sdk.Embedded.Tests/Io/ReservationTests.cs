using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>Where no rename refuses to replace, a name is taken with an empty directory, and given up to what it was taken for.</summary>
[TestFixture]
internal sealed class ReservationTests
{
    private TemporaryDirectory _disk = null!;
    private DirectoryHandle _directory = null!;

    [SetUp]
    public void SetUp()
    {
        _disk = new TemporaryDirectory();
        _directory = FileSystem.Real.OpenRoot(_disk.Path);
        _disk.Write("from", "bytes");
    }

    [TearDown]
    public void TearDown()
    {
        _directory.Dispose();
        _disk.Dispose();
    }

    [Test]
    public void A_reserved_name_is_given_to_what_it_was_taken_for()
    {
        _directory.CreateDirectory("to");
        RenameOver();
        Assert.That((_disk.Names, _disk.Read("to")), Is.EqualTo((new[] { "to" }, "bytes")));
    }

    [Test]
    public void A_name_that_is_taken_is_not_reserved([Values] bool byDirectory)
    {
        if (byDirectory) Directory.CreateDirectory(_disk["to"]);
        else _disk.Write("to", "");
        Assert.That(
            () => RenameFallback.MoveOverReservation(_directory, "from", _directory, "to", FileType.File),
            Throws.TypeOf<DurableIoException>().With.Property("Fault").EqualTo(DurableIoFault.AlreadyExists));
        Assert.That(_disk.Names, Is.EqualTo(new[] { "from", "to" }));
    }

    /// <summary>Whatever somebody else does to the reservation, what is his is neither replaced nor removed.</summary>
    [TestCase("used")]
    [TestCase("replaced by a file")]
    [TestCase("replaced by an empty file")]
    [TestCase("gone")]
    public void A_name_that_somebody_took_meanwhile_is_left_to_him(string what)
    {
        _directory.CreateDirectory("to");
        if (what == "used") _disk.Write("to/theirs", "theirs");
        else Directory.Delete(_disk["to"]);
        if (what == "replaced by a file") _disk.Write("to", "theirs");
        if (what == "replaced by an empty file") _disk.Write("to", "");
        var names = _disk.Names;
        Assert.That(RenameOver, Throws.TypeOf<DurableIoException>().With.Property("Fault").EqualTo(DurableIoFault.AlreadyExists));
        Assert.That(_disk.Names, Is.EqualTo(names));
        Assert.That(_disk.Read("from"), Is.EqualTo("bytes"));
    }

    private void RenameOver() => RenameFallback.RenameOverReservation(_directory, "from", _directory, "to", FileType.File);
}
