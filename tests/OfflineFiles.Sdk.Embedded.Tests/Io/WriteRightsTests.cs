using System.Diagnostics;
using System.Runtime.Versioning;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>Who may write a directory may put another file in the place of any in it. Whether he may write that file is asked first.</summary>
[TestFixture]
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
internal sealed class WriteRightsTests
{
    private static readonly Person Engine = new("the engine's account", 61010, 62010);
    private const uint Somebody = 61001;

    private TemporaryDirectory _directory = null!;

    [SetUp]
    public void SetUp() => _directory = new TemporaryDirectory();

    [TearDown]
    public void TearDown()
    {
        File.SetUnixFileMode(_directory.Path, (UnixFileMode)0x1FF);
        _directory.Dispose();
    }

    [TestCase("0777", 0u, "0644", Somebody, "removed only", Description = "the directory is everybody's, the file is not")]
    [TestCase("0777", 0u, "0666", Somebody, "written and removed")]
    [TestCase("0777", 0u, "0600", 61010u, "written and removed")]
    [TestCase("0777", 0u, "0444", 61010u, "written and removed", Description = "our own: read-only is an attribute")]
    [TestCase("0777", 0u, "0000", 61010u, "removed only", Description = "our own, and shut to us: more than read-only")]
    [TestCase("0777", 0u, "0444", Somebody, "removed only", Description = "somebody else's read-only file stays so")]
    [TestCase("0777", 0u, "0022", Somebody, "written and removed")]
    [TestCase("0755", 0u, "0666", Somebody, "neither", Description = "no new name in the directory")]
    [TestCase("0755", 61010u, "0666", Somebody, "written and removed")]
    [TestCase("1777", 0u, "0666", Somebody, "neither", Description = "the sticky bit: to each his own")]
    [TestCase("1777", 0u, "0666", 61010u, "written and removed")]
    [TestCase("1777", 61010u, "0666", Somebody, "written and removed", Description = "and to the directory's owner all")]
    public void The_rights_to_the_file_and_to_the_directory_are_asked_for(string directoryMode, uint directoryOwner, string mode, uint owner, string allowed) =>
        Person.OnThread(() =>
        {
            Make(mode, owner);
            Set(_directory.Path, directoryMode, directoryOwner);
            using var directory = FileSystem.Real.OpenRoot(_directory.Path);
            Engine.Do(() =>
            {
                var found = (MayWrite(directory), MayRemove(directory)) switch
                {
                    (true, true) => "written and removed",
                    (false, true) => "removed only",
                    (true, false) => "written only",
                    _ => "neither",
                };
                Assert.That(found, Is.EqualTo(allowed));
                // The kernel has the last word on what is left to it.
                Assert.That(Removes(directory), Is.EqualTo(allowed != "neither"));
            });
        });

    [Test]
    public void A_free_name_needs_the_directory_only([Values("0777", "1777", "0755")] string mode) => Person.OnThread(() =>
    {
        Set(_directory.Path, mode, 0);
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        Assert.That(Engine.Do(() => MayWrite(directory)), Is.EqualTo(mode != "0755"));
    });

    [TestCase("f", 'i', false, false)]
    [TestCase("f", 'a', false, false)]
    [TestCase(".", 'i', false, false)]
    [TestCase(".", 'a', false, false, Description = "names can be made there and never taken away: a temporary would stay for ever")]
    public void What_is_immutable_is_so_for_root_too(string name, char attribute, bool mayWrite, bool mayRemove) => Person.OnThread(() =>
    {
        Make("0666", 0);
        Assume.That(Person.Run("chattr", $"+{attribute}", _directory[name]), "the file system has such attributes");
        try
        {
            using var directory = FileSystem.Real.OpenRoot(_directory.Path);
            Assert.That((MayWrite(directory), MayRemove(directory)), Is.EqualTo((mayWrite, mayRemove)));
        }
        finally
        {
            Person.Run("chattr", $"-{attribute}", _directory[name]);
        }
    });

    [Test]
    public void A_file_system_mounted_read_only_is_so_for_root_too() => Person.OnThread(
        () =>
        {
            Make("0666", 0);
            Person.Bind(_directory.Path, _directory.Path, isReadOnly: true);
            using var directory = FileSystem.Real.OpenRoot(_directory.Path);
            Assert.That(
                () => directory.RequireWritable("f"),
                Throws.TypeOf<DurableIoException>().With.Property("Fault").EqualTo(DurableIoFault.ReadOnlyFileSystem));
            Assert.That(() => directory.RequireWritable("new"), Throws.TypeOf<DurableIoException>());
        },
        hasOwnMounts: true);

    [Test]
    public void A_program_that_runs_can_be_replaced() => Person.OnThread(() =>
    {
        File.Copy("/bin/sleep", _directory["f"]);
        using var process = Process.Start(_directory["f"], "60");
        try
        {
            using var directory = FileSystem.Real.OpenRoot(_directory.Path);
            Assert.That(MayWrite(directory));
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    });

    private static bool MayWrite(DirectoryHandle directory) => Passes(() => directory.RequireWritable("f"));

    private static bool MayRemove(DirectoryHandle directory) => Passes(() => directory.RequireRemovable("f"));

    private static bool Removes(DirectoryHandle directory) => Passes(() => directory.Unlink("f"));

    private static bool Passes(Action ask)
    {
        try
        {
            ask();
            return true;
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AccessDenied)
        {
            return false;
        }
    }

    private void Make(string mode, uint owner)
    {
        _directory.Write("f", "old");
        Set(_directory["f"], mode, owner);
    }

    private static void Set(string path, string mode, uint owner)
    {
        using var entry = UnixDurableIo.Open(UnixDurableIo.Anywhere, path, UnixConstants.OpenReadOnly, "Open", path);
        Assert.That(UnixNative.ChangeOwner(entry, owner, owner), Is.Zero);
        Assert.That(UnixNative.ChangeMode(entry, Convert.ToUInt32(mode, 8)), Is.Zero);
    }
}
