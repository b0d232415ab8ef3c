using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>Where no rename refuses to replace, a name is taken with an empty file, and given up to what it was taken for.</summary>
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
    public void A_reserved_name_is_renamed_over()
    {
        var reserved = RenameFallback.Reserve(_directory, "to");
        Assert.That(reserved.HasStableId);
        Assert.That(_directory.TryStatus("to")!.Value.FileId, Is.EqualTo(reserved.Status.FileId), "it can be recognised after a crash");
        RenameFallback.RenameOver(_directory, "from", _directory, "to", reserved);
        Assert.That((_disk.Names, _disk.Read("to")), Is.EqualTo((new[] { "to" }, "bytes")));
    }

    [Test]
    public void A_reserved_name_can_be_given_back()
    {
        var reserved = RenameFallback.Reserve(_directory, "to");
        Assert.That(RenameFallback.Release(_directory, "to", reserved));
        Assert.That(RenameFallback.Release(_directory, "to", reserved), Is.False, "it is gone already");
        Assert.That(_disk.Names, Is.EqualTo(new[] { "from" }));
    }

    [Test]
    public void A_name_that_is_taken_is_not_reserved()
    {
        _disk.Write("to", "");
        Assert.That(() => RenameFallback.Reserve(_directory, "to"), Throws.TypeOf<DurableIoException>().With.Property("Fault").EqualTo(DurableIoFault.AlreadyExists));
    }

    /// <summary>Whatever somebody else does to the reservation, his file is neither replaced nor removed.</summary>
    [TestCase("written")]
    [TestCase("replaced")]
    [TestCase("replaced by a directory")]
    [TestCase("replaced by an empty file")]
    [TestCase("gone")]
    public void A_name_that_somebody_took_meanwhile_is_left_to_him(string what)
    {
        var reserved = RenameFallback.Reserve(_directory, "to");
        if (what == "written") _disk.Write("to", "theirs");
        else
        {
            // Kept, so that its number is not given again.
            _directory.RenameReplace("to", _directory, "kept");
            if (what == "replaced") _disk.Write("to", "theirs");
            if (what == "replaced by an empty file") _disk.Write("to", "");
            if (what == "replaced by a directory") Directory.CreateDirectory(_disk["to"]);
        }

        var names = _disk.Names;
        Assert.That(
            () => RenameFallback.RenameOver(_directory, "from", _directory, "to", reserved),
            Throws.TypeOf<DurableIoException>().With.Property("Fault").EqualTo(DurableIoFault.AlreadyExists));
        Assert.That(RenameFallback.Release(_directory, "to", reserved), Is.False);
        Assert.That(_disk.Names, Is.EqualTo(names));
        Assert.That(_disk.Read("from"), Is.EqualTo("bytes"));
    }
}
