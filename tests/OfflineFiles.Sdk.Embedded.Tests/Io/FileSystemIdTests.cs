using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>The root of each ext4 file system has the inode number 2; the identity of the file system tells them apart.</summary>
[TestFixture]
[Platform("Linux")]
internal sealed class FileSystemIdTests
{
    [Test]
    public void Two_file_systems_that_were_made_alike_have_two_identities()
    {
        const string First = "0a4fb6b5-5d0c-4f0f-9d5b-000000000001", Second = "0a4fb6b5-5d0c-4f0f-9d5b-000000000002";
        using var disk = new TemporaryDirectory();
        Person.OnThread(
            () =>
            {
                using var first = Mount(disk, "first", First);
                using var second = Mount(disk, "second", Second);
                Assert.That(second.Status().FileId, Is.EqualTo(first.Status().FileId), "nothing else tells them apart for long");
                Assume.That(first.FileSystemId(), Is.Not.Null, "the system tells the identity (Linux 6.9)");
                Assert.That((first.FileSystemId(), second.FileSystemId()), Is.EqualTo((First, Second)));
                first.CreateDirectory("d");
                using var below = first.OpenDirectory("d");
                Assert.That(below.FileSystemId(), Is.EqualTo(First), "and all its directories say the same");
            },
            hasOwnMounts: true);
    }

    [Test]
    public void One_that_was_made_without_has_none()
    {
        using var root = FileSystem.Real.OpenRoot("/proc");
        Assert.That(root.FileSystemId(), Is.Null);
    }

    private static DirectoryHandle Mount(TemporaryDirectory disk, string name, string uuid)
    {
        var image = disk[name + ".image"];
        using (var file = File.Create(image)) file.SetLength(4 << 20);
        Directory.CreateDirectory(disk[name]);
        Assume.That(
            Person.Run("mkfs.ext4", "-q", "-U", uuid, image) && Person.Run("mount", "-o", "loop", image, disk[name]), "a file system can be made and mounted");
        return FileSystem.Real.OpenRoot(disk[name]);
    }
}
