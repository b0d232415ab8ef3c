using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>What is made on a share: for us alone until it is finished, then as any program would have made it there.</summary>
[TestFixture]
[Platform(Exclude = "Win")]
internal sealed class NewFileTests
{
    private TemporaryDirectory _directory = null!;

    [SetUp]
    public void SetUp() => _directory = new TemporaryDirectory();

    [TearDown]
    public void TearDown() => _directory.Dispose();

    [TestCase("022", "0644")]
    [TestCase("000", "0666")]
    [TestCase("077", "0600")]
    [TestCase("002", "0664")]
    [TestCase("777", "0000")]
    public void A_new_file_is_ours_alone_and_then_what_the_mask_says(string mask, string mode)
    {
        var before = UnixNative.Umask(Convert.ToUInt32(mask, 8));
        try
        {
            using var directory = FileSystem.Real.OpenRoot(_directory.Path);
            using var file = directory.CreateFile("f");
            Assert.That(file.Status().Mode & ~0x180u, Is.Zero);
            file.Write("bytes"u8, 0);
            directory.GiveAccess(file, null);
            Assert.That(Octal(file.Status().Mode), Is.EqualTo(mode));
            Assert.That(UnixAccount.Mask, Is.EqualTo(Convert.ToUInt32(mask, 8)), "asking for the mask does not change it");
        }
        finally
        {
            _ = UnixNative.Umask(before);
        }
    }

    [Test]
    public void A_new_file_that_others_could_open_from_the_first_lies_where_no_permissions_are_kept_and_gets_none()
    {
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        using var file = (UnixFile)directory.CreateFile("f");
        file.TryChangeMode(0x184);
        directory.GiveAccess(file, null);
        Assert.That(Octal(file.Status().Mode), Is.EqualTo("0604"));
    }

    [TestCase("file")]
    [TestCase("link")]
    [TestCase("link to nothing")]
    public void A_name_that_is_taken_is_refused_whatever_has_it(string what)
    {
        _directory.Write("elsewhere", "theirs");
        if (what == "file") _directory.Write("f", "theirs");
        else File.CreateSymbolicLink(_directory["f"], _directory[what == "link" ? "elsewhere" : "nothing"]);
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        Assert.That(() => directory.CreateFile("f"), Throws.TypeOf<DurableIoException>().With.Property("Fault").EqualTo(DurableIoFault.AlreadyExists));
        Assert.That((_directory.Read("elsewhere"), File.Exists(_directory["nothing"])), Is.EqualTo(("theirs", false)));
    }

    [Test]
    [Platform("Linux")]
    public void A_new_file_gets_the_list_that_the_directory_hands_down()
    {
        using (var root = UnixDurableIo.Open(UnixDurableIo.Anywhere, _directory.Path, UnixConstants.OpenReadOnly, "Open", _directory.Path))
        {
            // Owner rwx, user 61004 rw, group r-x, mask rwx, others ---.
            byte[] list =
            [
                2, 0, 0, 0, 1, 0, 7, 0, 255, 255, 255, 255, 2, 0, 6, 0, 76, 238, 0, 0, 4, 0, 5, 0, 255, 255, 255, 255, 16, 0, 7, 0, 255, 255, 255, 255,
                32, 0, 0, 0, 255, 255, 255, 255,
            ];
            Assume.That(UnixAttributes.TrySet(root, UnixAttributes.DefaultAccessList, list, _directory.Path), "the file system has access lists");
        }

        _directory.Write("theirs", "as any program makes it");
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        using var file = (UnixFile)directory.CreateFile("ours");
        Assert.That(file.Status().Mode, Is.EqualTo(0x180), "the mask of the list lets nobody in");
        directory.GiveAccess(file, null);
        using var theirs = (UnixFile)directory.OpenRead("theirs");
        Assert.That(file.Status().Mode, Is.EqualTo(theirs.Status().Mode));
        Assert.That(
            UnixAttributes.TryGet(file.Handle, UnixAttributes.AccessList, "ours"),
            Is.Not.Null.And.EqualTo(UnixAttributes.TryGet(theirs.Handle, UnixAttributes.AccessList, "theirs")));
    }

    [Test]
    public void A_predecessor_that_went_gives_nothing()
    {
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        using var file = directory.CreateFile("f");
        directory.GiveAccess(file, "gone");
        Assert.That(file.Status().Mode, Is.EqualTo(0x180));
        File.CreateSymbolicLink(_directory["link"], _directory["f"]);
        directory.GiveAccess(file, "link");
        Assert.That(file.Status().Mode, Is.EqualTo(0x180), "and a link that took its place neither");
    }

    [Test]
    [Platform("Linux")]
    public void No_descriptor_is_handed_to_the_programs_that_are_started()
    {
        _directory.Write("f", "bytes");
        using var root = FileSystem.Real.OpenRoot(_directory.Path);
        root.CreateDirectory("d");
        using var child = root.OpenDirectory("d");
        using var read = root.OpenRead("f");
        using var metadata = root.OpenForMetadata("d");
        using var made = root.CreateFile("new");
        using var own = new FileStream(PrivateFiles.Create(_directory["own"]), FileAccess.ReadWrite);
        using var locked = PrivateFiles.OpenLocked(_directory["locked"]);
        var open = Directory.EnumerateFileSystemEntries("/proc/self/fd")
            .Where(fd => new FileInfo(fd).LinkTarget?.StartsWith(_directory.Path, StringComparison.Ordinal) == true)
            .Select(fd => File.ReadLines($"/proc/self/fdinfo/{Path.GetFileName(fd)}").First(line => line.StartsWith("flags:", StringComparison.Ordinal)))
            .Select(line => Convert.ToInt32(line["flags:".Length..].Trim(), 8) & UnixConstants.CloseOnExec)
            .ToList();
        Assert.That(open, Has.Count.EqualTo(7).And.All.Not.Zero);
    }

    [Test]
    public void Sizes_and_times_of_any_kind_are_read()
    {
        const long SevenEiB = 7L << 60;
        var large = Directory.Exists("/dev/shm") ? Directory.CreateDirectory(Path.Join("/dev/shm", Path.GetFileName(_directory.Path))).FullName : null;
        Assume.That(large, Is.Not.Null, "there is a file system in memory, which holds files of any size");
        try
        {
            using var directory = FileSystem.Real.OpenRoot(large!);
            foreach (var name in new[] { "a", "b" })
            {
                using var file = directory.CreateFile(name);
                file.Write("x"u8, SevenEiB - 1);
                Assert.That(file.Status().Size, Is.EqualTo(SevenEiB));
                Assert.That(file.Read(new byte[10], SevenEiB - 5), Is.EqualTo(5));
                foreach (var time in new[] { DateTime.MinValue, new DateTime(1601, 1, 1), DateTime.UnixEpoch, new DateTime(2262, 4, 12), DateTime.MaxValue })
                {
                    var utc = DateTime.SpecifyKind(time, DateTimeKind.Utc);
                    file.SetMetadata(null, null, utc, utc);
                    Assert.That(Timestamp.ToUtc(file.Status().Modified), Is.EqualTo(utc));
                }
            }
        }
        finally
        {
            Directory.Delete(large!, recursive: true);
        }
    }

    [Test]
    public void A_file_that_becomes_too_long_for_its_file_system_fails_as_such()
    {
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        Assume.That(directory.FileSystemName(), Does.StartWith("ext"), "16 TiB are too much for the file system");
        using var file = directory.CreateFile("f");
        Assert.That(() => file.Write("x"u8, 1L << 60), Throws.TypeOf<DurableIoException>().With.Property("Fault").EqualTo(DurableIoFault.TooLarge));
    }

    private static string Octal(uint mode) => Convert.ToString(mode, 8).PadLeft(4, '0');
}
