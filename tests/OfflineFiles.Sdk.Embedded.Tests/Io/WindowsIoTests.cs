using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using NUnit.Framework.Constraints;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Windows;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>What a share needs of Windows and no other system does in this way.</summary>
[TestFixture]
[Platform("Win")]
[SupportedOSPlatform("windows")]
internal sealed class WindowsIoTests
{
    private TemporaryDirectory _disk = null!;
    private DirectoryHandle _directory = null!;

    [SetUp]
    public void SetUp()
    {
        _disk = new TemporaryDirectory();
        _directory = FileSystem.Real.OpenRoot(_disk.Path);
    }

    [TearDown]
    public void TearDown()
    {
        _directory.Dispose();
        _disk.Dispose();
    }

    [Test]
    public void A_local_volume_tells_the_identity_of_its_file_system()
    {
        Directory.CreateDirectory(_disk["d"]);
        using var below = _directory.OpenDirectory("d");
        Assert.That(_directory.FileSystemId(), Is.Not.Null.And.EqualTo(below.FileSystemId()));
    }

    [Test]
    public void A_directory_cannot_be_exchanged_while_it_is_open()
    {
        Directory.CreateDirectory(_disk["d"]);
        using (_directory.OpenDirectory("d"))
        {
            Assert.That(() => Directory.Move(_disk["d"], _disk["e"]), Throws.InstanceOf<IOException>());
            Assert.That(() => Directory.Delete(_disk["d"]), Throws.InstanceOf<IOException>());
            Assert.That(() => _directory.RequireRemovable("d"), Fails(DurableIoFault.InUse));
            Assert.That(() => _directory.RenameNoReplace("d", _directory, "e"), Fails(DurableIoFault.InUse));
            Assert.That(() => _directory.Rmdir("d"), Fails(DurableIoFault.InUse));
        }

        _directory.RenameNoReplace("d", _directory, "e");
    }

    [Test]
    public void Nobody_opens_a_new_file_before_it_is_closed_but_it_can_be_looked_at()
    {
        using (var file = _directory.CreateFile("new"))
        {
            file.Write("bytes"u8, 0);
            Assert.That(() => _disk.Read("new"), Throws.InstanceOf<IOException>());
            Assert.That(_directory.TryStatus("new")!.Value.FileId, Is.EqualTo(file.Status().FileId));
        }

        Assert.That(_disk.Read("new"), Is.EqualTo("bytes"));
    }

    [Test]
    public void A_file_can_be_removed_and_replaced_while_it_is_read()
    {
        _disk.Write("a", "bytes");
        _disk.Write("b", "other");
        using var file = _directory.OpenRead("a");
        Assert.That(_directory.TryReplaceSettingAside("b", "a", "c"), Is.True);
        _directory.Unlink("c");
        var buffer = new byte[5];
        Assert.That((file.Read(buffer, 0), buffer), Is.EqualTo((5, "bytes"u8.ToArray())));
    }

    [Test]
    public void A_file_that_somebody_could_rename_while_it_is_opened_is_in_use()
    {
        _disk.Write("a", "");
        using (new FileStream(_disk["a"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.DeleteOnClose))
            Assert.That(() => _directory.OpenRead("a"), Fails(DurableIoFault.InUse));
    }

    [Test]
    public void A_replaced_file_has_the_times_and_attributes_that_were_decided_and_the_old_one_stands_aside()
    {
        var time = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        _disk.Write("old", "old");
        File.SetAttributes(_disk["old"], FileAttributes.Hidden);
        using (var file = _directory.CreateFile("new", "old"))
        {
            _directory.GiveAccess(file, "old");
            file.SetMetadata(FileAttributes.Archive, time, time.AddDays(1), null);
        }

        Assert.That(_directory.TryReplaceSettingAside("new", "old", "aside"), Is.True);
        Assert.Multiple(() =>
        {
            Assert.That(_disk.Names, Is.EqualTo(new[] { "aside", "old" }));
            Assert.That(_disk.Read("aside"), Is.EqualTo("old"));
            Assert.That(File.GetAttributes(_disk["old"]) & (FileAttributes.Hidden | FileAttributes.Archive), Is.EqualTo(FileAttributes.Archive));
            Assert.That(File.GetLastWriteTimeUtc(_disk["old"]), Is.EqualTo(time.AddDays(1)));
        });
        TriedSystem.AssumeCreationTimes();
        Assert.That(File.GetCreationTimeUtc(_disk["old"]), Is.EqualTo(time));
    }

    [Test]
    public void A_successor_keeps_creation_and_attributes_of_which_nothing_was_said()
    {
        var time = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        _disk.Write("old", "old");
        File.SetCreationTimeUtc(_disk["old"], time);
        File.SetAttributes(_disk["old"], FileAttributes.Hidden | FileAttributes.System);
        using var file = _directory.CreateFile("new", "old");
        _directory.GiveAccess(file, "old");
        var status = file.Status();
        Assert.That(status.Attributes.HasFlag(FileAttributes.Hidden | FileAttributes.System), Is.True);
        TriedSystem.AssumeCreationTimes();
        Assert.That(Timestamp.ToUtc(status.Created!.Value), Is.EqualTo(time));
    }

    [Test]
    public void Nothing_is_done_where_the_target_is_gone()
    {
        _disk.Write("new", "new");
        Assert.That(_directory.TryReplaceSettingAside("new", "gone", "aside"), Is.False);
        Assert.That(_disk.Names, Is.EqualTo(new[] { "new" }));
    }

    [Test]
    public void A_read_only_file_that_cannot_be_removed_stays_read_only()
    {
        _disk.Write("a", "");
        File.SetAttributes(_disk["a"], FileAttributes.ReadOnly);
        using (new FileStream(_disk["a"], FileMode.Open, FileAccess.Read, FileShare.Read))
            Assert.That(() => _directory.Unlink("a"), Fails(DurableIoFault.InUse));
        Assert.That(File.GetAttributes(_disk["a"]).HasFlag(FileAttributes.ReadOnly), Is.True);
        _directory.Unlink("a");
        Assert.That(_disk.Names, Is.Empty);
    }

    [Test]
    public void The_right_to_write_and_to_remove_is_asked_for_first_and_read_only_is_no_matter_of_rights()
    {
        _disk.Write("a", "");
        Assert.That(() => _directory.RequireWritable("free"), Throws.Nothing);
        Assert.That(() => _directory.RequireWritable("a"), Throws.Nothing);
        using (new FileStream(_disk["a"], FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            Assert.That(() => _directory.RequireWritable("a"), Fails(DurableIoFault.InUse));
            Assert.That(() => _directory.RequireRemovable("a"), Fails(DurableIoFault.InUse));
        }

        File.SetAttributes(_disk["a"], FileAttributes.ReadOnly);
        Assert.That(() => _directory.RequireWritable("a"), Throws.Nothing);
        Assert.That(() => _directory.RequireRemovable("a"), Throws.Nothing);
    }

    [Test]
    public void A_cache_that_others_may_use_is_narrowed_with_what_is_in_it()
    {
        Directory.CreateDirectory(_disk["cache"]);
        SetAccess("cache", $"D:P(A;OICI;FA;;;{WindowsIdentity.GetCurrent().User!.Value})(A;OICI;FR;;;WD)");
        _disk.Write("cache/database", "");

        Assert.That(PrivateFiles.Inspect(_disk["cache"]), Is.EqualTo(
            new PrivateStatus { Type = FileType.Directory, IsOurs = true, OthersMayRead = true, OthersMayWrite = false }));
        Assert.That(PrivateFiles.Narrow(_disk["cache"]), Is.EqualTo(PrivateNarrowing.Done));
        _ = PrivateFiles.Narrow(_disk["cache/database"]);
        Assert.That(PrivateFiles.Inspect(_disk["cache/database"])!.Value.IsPrivate, Is.True);
        Assert.That(PrivateFiles.Narrow(_disk["cache"]), Is.EqualTo(PrivateNarrowing.NothingToDo));
    }

    [TestCase("(A;;FR;;;WD)", true, false)]
    [TestCase("(A;;GR;;;WD)", true, false)]
    [TestCase("(A;;FX;;;BU)", true, false)]
    [TestCase("(A;;FW;;;BU)", false, true)]
    [TestCase("(A;;SD;;;BU)", false, true)]
    [TestCase("(A;;WD;;;BU)", false, true)]
    [TestCase("(A;;GA;;;AN)", true, true)]
    [TestCase("(A;OICIIO;FA;;;BU)", true, true, Description = "what is made in it is for them")]
    [TestCase("(D;;FA;;;WD)", false, false)]
    [TestCase("(A;OICIIO;FA;;;CO)", false, false)]
    [TestCase("(A;;FA;;;OW)", false, false)]
    [TestCase("(A;;FA;;;SY)(A;;FA;;;BA)", false, false)]
    public void A_list_tells_what_others_may(string entries, bool mayRead, bool mayWrite)
    {
        var list = new RawSecurityDescriptor("D:" + entries).DiscretionaryAcl;
        Assert.That(
            (WindowsAccess.OthersMay(list, WindowsAccess.AnyRead), WindowsAccess.OthersMay(list, WindowsAccess.AnyChange)),
            Is.EqualTo((mayRead, mayWrite)));
    }

    [Test]
    public void A_link_is_neither_read_nor_set_nor_entered()
    {
        TriedSystem.AssumeSymbolicLinks();
        _disk.Write("target", "theirs");
        File.CreateSymbolicLink(_disk["link"], _disk["target"]);
        Directory.CreateDirectory(_disk["d"]);
        Directory.CreateSymbolicLink(_disk["dlink"], _disk["d"]);
        Assert.Multiple(() =>
        {
            Assert.That(_directory.TryStatus("link")!.Value.Type, Is.EqualTo(FileType.Link));
            Assert.That(() => _directory.OpenRead("link"), Fails(DurableIoFault.Link));
            Assert.That(() => _directory.OpenForMetadata("link"), Fails(DurableIoFault.Link));
            Assert.That(() => _directory.OpenDirectory("dlink"), Fails(DurableIoFault.Link));
        });
    }

    [Test]
    public void A_root_behind_a_link_stays_where_the_link_led()
    {
        TriedSystem.AssumeSymbolicLinks();
        Directory.CreateDirectory(_disk["first"]);
        Directory.CreateDirectory(_disk["second"]);
        _disk.Write("first/a", "first");
        _disk.Write("second/a", "second");
        Directory.CreateSymbolicLink(_disk["link"], _disk["first"]);
        using var root = FileSystem.Real.OpenRoot(_disk["link"]);
        Directory.Delete(_disk["link"]);
        Directory.CreateSymbolicLink(_disk["link"], _disk["second"]);
        root.Unlink("a");
        Assert.That((_disk.Read("second/a"), root.ListNames(default)), Is.EqualTo(("second", Array.Empty<DirectoryName>())));
    }

    [Test]
    public void What_is_private_lets_in_the_account_the_system_and_the_administrators_only([Values] bool isDirectory)
    {
        var descriptor = WindowsAccess.Private(isDirectory);
        var flags = isDirectory ? AceFlags.ObjectInherit | AceFlags.ContainerInherit : AceFlags.None;
        Assert.Multiple(() =>
        {
            Assert.That(descriptor.ControlFlags.HasFlag(ControlFlags.DiscretionaryAclProtected), Is.True, "nothing comes from above");
            Assert.That(
                descriptor.DiscretionaryAcl!.Cast<CommonAce>().Select(entry => (entry.AceType, entry.AceFlags, entry.SecurityIdentifier)),
                Is.EquivalentTo(new[]
                {
                    (AceType.AccessAllowed, flags, WindowsIdentity.GetCurrent().User!),
                    (AceType.AccessAllowed, flags, new SecurityIdentifier(WellKnownSidType.LocalSystemSid, null)),
                    (AceType.AccessAllowed, flags, new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, null)),
                }));
        });
    }

    [Test]
    public void A_successor_gives_nobody_more_from_its_first_moment()
    {
        _disk.Write("old", "old");
        SetAccess("old", $"D:P(A;;FA;;;{WindowsIdentity.GetCurrent().User!.Value})");
        var wanted = AccessOf("old");

        using (var file = _directory.CreateFile("new", "old"))
        {
            Assert.That(WindowsAccess.GiveTheSame(AccessOf("new"), wanted), Is.True, "as it was made");
            _directory.GiveAccess(file, "old");
        }

        Assert.That(WindowsAccess.GiveTheSame(AccessOf("new"), wanted), Is.True);
    }

    [Test]
    public void A_list_says_the_same_whoever_handed_it_down()
    {
        static RawAcl? List(string sddl) => new RawSecurityDescriptor(sddl).DiscretionaryAcl;
        Assert.Multiple(() =>
        {
            Assert.That(WindowsAccess.GiveTheSame(List("D:(A;ID;FA;;;BA)"), List("D:P(A;;FA;;;BA)")), Is.True);
            Assert.That(WindowsAccess.GiveTheSame(List("D:(A;;FA;;;BA)"), List("D:(A;;FR;;;BA)")), Is.False);
            Assert.That(WindowsAccess.GiveTheSame(List("D:(A;;FA;;;BA)"), List("D:(A;;FA;;;BA)(A;;FR;;;WD)")), Is.False);
            Assert.That(WindowsAccess.GiveTheSame(null, List("D:")), Is.False, "no list lets everybody in, an empty one nobody");
        });
    }

    private void SetAccess(string name, string sddl)
    {
        using var entry = WindowsOpen.Look(_disk[name], WindowsNative.ReadControl | WindowsNative.WriteDac, "Set access");
        WindowsAccess.Write(entry, _disk[name], new RawSecurityDescriptor(sddl).DiscretionaryAcl!);
    }

    private RawAcl? AccessOf(string name)
    {
        using var file = WindowsOpen.Look(_disk[name], WindowsNative.ReadControl, "Read access");
        return WindowsAccess.TryRead(file, _disk[name])?.DiscretionaryAcl;
    }

    private static EqualConstraint<DurableIoFault> Fails(DurableIoFault fault) =>
        Throws.TypeOf<DurableIoException>().With.Property(nameof(DurableIoException.Fault)).EqualTo(fault);
}
