using System.Runtime.Versioning;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>The cache's own files are for nobody else, and nothing else is taken for one.</summary>
[TestFixture]
internal sealed class PrivateFilesTests
{
    private TemporaryDirectory _directory = null!;

    [SetUp]
    public void SetUp() => _directory = new TemporaryDirectory();

    [TearDown]
    public void TearDown() => _directory.Dispose();

    [Test]
    public void What_is_made_is_private()
    {
        PrivateFiles.CreateDirectories(_directory["a/b"]);
        PrivateFiles.Create(_directory["a/b/f"]).Dispose();
        PrivateFiles.OpenOrCreate(_directory["a/b/g"]).Dispose();
        PrivateFiles.OpenLocked(_directory["a/b/h"]).Dispose();
        foreach (var path in new[] { "a", "a/b", "a/b/f", "a/b/g", "a/b/h" })
            Assert.That(PrivateFiles.Inspect(_directory[path]), Is.EqualTo(Private(Directory.Exists(_directory[path]) ? FileType.Directory : FileType.File)), path);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public void It_is_private_and_usable_whatever_the_mask_says([Values("000", "022", "777")] string mask)
    {
        var before = UnixNative.Umask(Convert.ToUInt32(mask, 8));
        try
        {
            PrivateFiles.CreateDirectory(_directory["d"]);
            PrivateFiles.Create(_directory["d/f"]).Dispose();
        }
        finally
        {
            _ = UnixNative.Umask(before);
        }

        Assert.That((Mode("d"), Mode("d/f")), Is.EqualTo(("700", "600")));
    }

    [Test]
    [Platform("Linux")]
    [UnsupportedOSPlatform("windows")]
    public void So_it_is_for_an_account_that_the_system_asks_for_rights() => Person.OnThread(() =>
    {
        File.SetUnixFileMode(_directory.Path, (UnixFileMode)0x1FF);
        new Person("an account", 61001, 61001).Do(() => It_is_private_and_usable_whatever_the_mask_says("777"));
    });

    [Test]
    public void Names_that_are_taken_are_refused()
    {
        _directory.Write("f", "theirs");
        Assert.That(() => PrivateFiles.CreateDirectory(_directory["f"]), Fails(DurableIoFault.AlreadyExists));
        Assert.That(() => PrivateFiles.Create(_directory["f"]), Fails(DurableIoFault.AlreadyExists));
        Assert.That(_directory.Read("f"), Is.EqualTo("theirs"));
        Assert.That(PrivateFiles.Inspect(_directory["none"]), Is.Null);
        Assert.That(() => PrivateFiles.Open(_directory["none"], FileAccess.Read), Fails(DurableIoFault.NotFound));
        Assert.That(() => PrivateFiles.Create(_directory["none/f"]), Fails(DurableIoFault.NotFound));
        Assert.That(() => PrivateFiles.CreateDirectory(_directory["none/d"]), Fails(DurableIoFault.NotFound));
        Assert.That(() => PrivateFiles.OpenOrCreate(_directory["none/f"]), Fails(DurableIoFault.NotFound));
        Assert.That(() => PrivateFiles.RequireDirectory(_directory["none"]), Fails(DurableIoFault.NotFound));
    }

    [Test]
    public void A_file_that_is_held_is_not_held_twice()
    {
        using (PrivateFiles.OpenLocked(_directory["lock"]))
            Assert.That(() => PrivateFiles.OpenLocked(_directory["lock"]), Fails(DurableIoFault.InUse));
        Assert.That(() => PrivateFiles.OpenLocked(_directory["lock"]).Dispose(), Throws.Nothing);
    }

    /// <summary>Each in the place of a file: found out before it is opened, so that nothing waits, and nothing is written elsewhere.</summary>
    [TestCase("link", DurableIoFault.Link)]
    [TestCase("link to nothing", DurableIoFault.Link)]
    [TestCase("pipe", DurableIoFault.NotAFile)]
    [TestCase("directory", DurableIoFault.NotAFile)]
    [TestCase("somebody else's", DurableIoFault.ForeignOwner)]
    [Platform(Exclude = "Win")]
    public void What_is_no_file_of_ours_is_not_opened(string what, DurableIoFault fault)
    {
        _directory.Write("elsewhere", "not ours to touch");
        var path = Plant(what);
        Assert.Multiple(() =>
        {
            Assert.That(() => PrivateFiles.RequireFile(path), Fails(fault));
            Assert.That(() => PrivateFiles.Open(path, FileAccess.Read), Fails(fault));
            Assert.That(() => PrivateFiles.Open(path, FileAccess.Write), Fails(fault));
            Assert.That(() => PrivateFiles.Open(path, FileAccess.ReadWrite), Fails(fault));
            Assert.That(() => PrivateFiles.OpenOrCreate(path), Fails(fault));
            Assert.That(() => PrivateFiles.OpenLocked(path), Fails(fault));
            Assert.That(() => PrivateFiles.Create(path), Fails(DurableIoFault.AlreadyExists));
            if (what != "directory") Assert.That(() => PrivateFiles.Narrow(path), Fails(fault));
        });
        Assert.That(_directory.Read("elsewhere"), Is.EqualTo("not ours to touch"));
        Assert.That(File.Exists(_directory["nothing"]), Is.False);
    }

    [TestCase("link", DurableIoFault.Link)]
    [TestCase("pipe", DurableIoFault.NotADirectory)]
    [TestCase("file", DurableIoFault.NotADirectory)]
    [TestCase("somebody else's directory", DurableIoFault.ForeignOwner)]
    [Platform(Exclude = "Win")]
    public void What_is_no_directory_of_ours_is_none(string what, DurableIoFault fault)
    {
        _directory.Write("elsewhere", "");
        Assert.That(() => PrivateFiles.RequireDirectory(Plant(what)), Fails(fault));
    }

    [TestCase(false, "644", "600")]
    [TestCase(false, "666", "600")]
    [TestCase(false, "440", "400")]
    [TestCase(true, "755", "700")]
    [TestCase(true, "2777", "700")]
    [TestCase(true, "711", "700", Description = "who knows a name may search")]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public void What_is_wider_is_narrowed_and_told(bool isDirectory, string mode, string narrowed)
    {
        if (isDirectory) Directory.CreateDirectory(_directory["x"]);
        else _directory.Write("x", "");
        File.SetUnixFileMode(_directory["x"], (UnixFileMode)Convert.ToInt32(mode, 8));
        Assert.That(PrivateFiles.Inspect(_directory["x"])!.Value.IsPrivate, Is.False);
        Assert.That(PrivateFiles.Narrow(_directory["x"]), Is.EqualTo(PrivateNarrowing.Done));
        Assert.That(Mode("x"), Is.EqualTo(narrowed));
        Assert.That(PrivateFiles.Narrow(_directory["x"]), Is.EqualTo(PrivateNarrowing.NothingToDo));
    }

    [Test]
    [Platform("Linux")]
    [UnsupportedOSPlatform("windows")]
    public void No_list_that_a_directory_hands_down_stays_on_what_is_ours()
    {
        using (var root = Handle(""))
            Assume.That(UnixAttributes.TrySet(root, UnixAttributes.DefaultAccessList, SomeList(), _directory.Path), "the file system has access lists");
        PrivateFiles.CreateDirectory(_directory["d"]);
        using (var d = Handle("d")) UnixAttributes.TrySet(d, UnixAttributes.DefaultAccessList, SomeList(), "d");
        PrivateFiles.Create(_directory["d/f"]).Dispose();
        PrivateFiles.CreateDirectory(_directory["d/made"]);
        Directory.CreateDirectory(_directory["wide"]);
        File.SetUnixFileMode(_directory["wide"], (UnixFileMode)0x1FF);
        Assert.That(PrivateFiles.Narrow(_directory["wide"]), Is.EqualTo(PrivateNarrowing.Done));
        foreach (var name in new[] { "d/f", "d/made", "wide" })
        {
            using var made = Handle(name);
            Assert.That(UnixAttributes.TryGet(made, UnixAttributes.AccessList, name), Is.Null, name);
            Assert.That(UnixAttributes.TryGet(made, UnixAttributes.DefaultAccessList, name), Is.Null, name);
        }
    }

    /// <summary>Somebody looks all the time while they are made.</summary>
    [TestCase("000")]
    [TestCase("777", Description = "a mask that takes from ourselves is made up for")]
    [Platform(Exclude = "Win")]
    public void There_is_no_moment_at_which_others_have_rights_to_what_is_ours(string mask)
    {
        var (file, directory) = (_directory["f"], _directory["d"]);
        var seen = 0u;
        using var stop = new CancellationTokenSource();
        var looking = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
                foreach (var path in new[] { file, directory }) seen |= UnixStatus.TryOf(UnixDurableIo.Anywhere, path, "")?.Mode ?? 0;
        });
        var before = UnixNative.Umask(Convert.ToUInt32(mask, 8));
        looking.Start();
        try
        {
            for (var i = 0; i < 2000; i++)
            {
                PrivateFiles.CreateDirectory(directory);
                PrivateFiles.Create(file).Dispose();
                Directory.Delete(directory);
                File.Delete(file);
            }
        }
        finally
        {
            _ = UnixNative.Umask(before);
            stop.Cancel();
            looking.Join();
        }

        Assert.That(Convert.ToString(seen & 0x3F, 8), Is.EqualTo("0"));
    }

    [Test]
    [Platform("Linux")]
    [UnsupportedOSPlatform("windows")]
    public void Others_cannot_hold_what_is_ours() => Person.OnThread(() =>
    {
        File.SetUnixFileMode(_directory.Path, (UnixFileMode)0x1FF);
        PrivateFiles.OpenLocked(_directory["lock"]).Dispose();
        var other = new Person("another account", 61001, 61001);
        Assert.That(() => other.Do(() => File.OpenHandle(_directory["lock"]).Dispose()), Throws.TypeOf<UnauthorizedAccessException>());
    });

    private string Plant(string what)
    {
        var path = _directory["planted"];
        switch (what)
        {
            case "link": File.CreateSymbolicLink(path, _directory["elsewhere"]); break;
            case "link to nothing": File.CreateSymbolicLink(path, _directory["nothing"]); break;
            case "pipe": Person.MakePipe(path); break;
            case "directory": Directory.CreateDirectory(path); break;
            case "file": File.WriteAllText(path, ""); break;
            default:
                Assume.That(UnixNative.EffectiveUser(), Is.Zero, "the test runs as root: it gives files away");
                if (what == "somebody else's") File.WriteAllText(path, "");
                else Directory.CreateDirectory(path);
                using (var file = UnixDurableIo.Open(UnixDurableIo.Anywhere, path, UnixConstants.OpenReadOnly, "Open", path))
                    Assert.That(UnixNative.ChangeOwner(file, 61001, 61001), Is.Zero);
                break;
        }

        return path;
    }

    private Microsoft.Win32.SafeHandles.SafeFileHandle Handle(string name) =>
        UnixDurableIo.Open(UnixDurableIo.Anywhere, _directory[name], UnixConstants.OpenReadOnly, "Open", name);

    /// <summary>Owner rwx, user 61004 rwx, group r-x, mask rwx, others ---.</summary>
    private static byte[] SomeList() =>
        Convert.FromHexString("02000000" + "01000700FFFFFFFF" + "020007004CEE0000" + "04000500FFFFFFFF" + "10000700FFFFFFFF" + "20000000FFFFFFFF");

    [UnsupportedOSPlatform("windows")]
    private string Mode(string name) => Convert.ToString((int)File.GetUnixFileMode(_directory[name]), 8);

    private static PrivateStatus Private(FileType type) => new() { Type = type, IsOurs = true, OthersMayRead = false, OthersMayWrite = false };

    private static NUnit.Framework.Constraints.EqualConstraint<DurableIoFault> Fails(DurableIoFault fault) =>
        Throws.TypeOf<DurableIoException>().With.Property(nameof(DurableIoException.Fault)).EqualTo(fault);
}
