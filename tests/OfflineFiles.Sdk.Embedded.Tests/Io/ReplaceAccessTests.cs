using System.Runtime.Versioning;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>A replace never gives anybody more than before, and keeps what it may keep. The kernel itself is asked who may do what.</summary>
[TestFixture]
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
internal sealed class ReplaceAccessTests
{
    private const uint Team = 62001, Strangers = 62099, Named = 62002;
    private static readonly Person Engine = new("the engine's account", 61010, 62010, Team);
    private static readonly Person Owner = new("the owner", 61001, 61001);
    private static readonly Person NamedUser = new("a user the list names", 61004, 61004);

    private static readonly Person[] People =
    [
        Owner,
        new("the owner, in the team", 61001, Team),
        new("the owner, in the engine's group", 61001, 62010),
        new("one of the team", 61002, Team),
        new("one of the team and of the engine's group", 61002, Team, 62010),
        new("one of the other group", 61006, Strangers),
        new("one of both groups", 61007, Strangers, 62010),
        new("one of the engine's group", 61011, 62010),
        NamedUser,
        new("a user the list names, in the team", 61004, Team),
        new("one of the group that the list names", 61005, Named),
        new("one of the group that the list names and of the engine's group", 61009, Named, 62010),
        new("one of all groups", 61008, Named, Team, Strangers, 62010),
        new("anybody", 61003, 61003),
    ];

    private TemporaryDirectory _directory = null!;

    public enum Keeps
    {
        Both,
        Group,
        Owner,
        Neither,
    }

    [SetUp]
    public void SetUp()
    {
        _directory = new TemporaryDirectory();
        File.SetUnixFileMode(_directory.Path, (UnixFileMode)0x1FF);
    }

    [TearDown]
    public void TearDown() => _directory.Dispose();

    [Test]
    public void A_replace_gives_nobody_more_whatever_the_mode_and_the_list([Values] Keeps keeps, [Values] AccessList list) => Person.OnThread(() =>
    {
        Assume.That(TrySetList("probe", list), "the file system has access lists");
        var (engine, owner, group) = Situation(keeps);
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        foreach (var mode in Modes(list == AccessList.None))
        {
            Make("f", owner, group, mode, list);
            var before = Rights(directory, "f");
            if (!Replaces(engine, directory)) continue;
            var after = Rights(directory, "f");
            for (var i = 0; i < People.Length; i++)
                Assert.That(after[i] & ~before[i], Is.Zero, $"{People[i]} may do more with what was {Convert.ToString(mode, 8)}");
            var status = directory.TryStatus("f")!.Value;
            Assert.That(status.Mode & 0x800, Is.Zero.Or.EqualTo(status.Owner == owner ? mode & 0x800 : 0), "setuid");
            Assert.That(status.Mode & 0x400, Is.Zero.Or.EqualTo(status.Group == group ? mode & 0x400 : 0), "setgid");
            Assert.That(status.Group == group, Is.EqualTo(keeps is Keeps.Both or Keeps.Group));
            Assert.That(status.Owner == owner, Is.EqualTo(keeps is Keeps.Both or Keeps.Owner));
            if (keeps == Keeps.Both) Assert.That((status.Mode, after), Is.EqualTo((directory.TryStatus("was")!.Value.Mode, before)));
        }
    });

    [TestCase(Keeps.Both, "6755", "6755")]
    [TestCase(Keeps.Both, "0660", "0660")]
    [TestCase(Keeps.Group, "0664", "0664", Description = "the group is asked for by itself")]
    [TestCase(Keeps.Group, "0660", "0660")]
    [TestCase(Keeps.Group, "6775", "0775", Description = "no program runs as the engine's account")]
    [TestCase(Keeps.Owner, "0664", "0644", Description = "the group's right to write went with it")]
    [TestCase(Keeps.Owner, "0660", "0600")]
    [TestCase(Keeps.Owner, "0604", "0600", Description = "who was shut out as a member of the group is now one of the others")]
    [TestCase(Keeps.Owner, "2755", "0755")]
    [TestCase(Keeps.Neither, "0666", "0666")]
    [TestCase(Keeps.Neither, "4777", "0777")]
    [TestCase(Keeps.Neither, "0466", "0444", Description = "the owner had less than the others, and is one of them")]
    public void What_may_be_kept_is_kept(Keeps keeps, string before, string after) => Person.OnThread(() =>
    {
        var (engine, owner, group) = Situation(keeps);
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        Make("f", owner, group, Convert.ToUInt32(before, 8), AccessList.None);
        Assert.That(Replaces(engine, directory));
        Assert.That(Convert.ToString(directory.TryStatus("f")!.Value.Mode, 8).PadLeft(4, '0'), Is.EqualTo(after));
    });

    [Test]
    public void Lists_and_attributes_are_kept() => Person.OnThread(() =>
    {
        Make("f", Owner.User, Team, 0x1B0, AccessList.NamedUserAndGroupWrite);
        Assume.That(TrySet("f", "user.note", "kept"u8), "the file system has attributes of users");
        var trusted = TrySet("f", "trusted.note", "kept"u8);
        Assume.That(TrySetList("f", AccessList.NamedUserAndGroupWrite), "the file system has access lists");
        var list = Get("f", UnixAttributes.AccessList);
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        Assert.That(Replaces(Person.Root, directory));
        Assert.That(Get("f", "user.note"), Is.EqualTo("kept"u8.ToArray()));
        if (trusted) Assert.That(Get("f", "trusted.note"), Is.EqualTo("kept"u8.ToArray()));
        Assert.That(Get("f", UnixAttributes.AccessList), Is.EqualTo(list));

        // A member of the team: the owner goes, the list stays and with it who is named.
        Assert.That(Replaces(Engine, directory));
        Assert.That(Get("f", "user.note"), Is.EqualTo("kept"u8.ToArray()));
        Assert.That(NamedUser.Do(() => Allowed(directory, "f")) & 2, Is.EqualTo(2), "who was named may still write");
    });

    [Test]
    public void A_list_that_the_directory_hands_down_gives_nothing_to_a_replaced_file() => Person.OnThread(() =>
    {
        Make("f", Owner.User, Team, 0x180, AccessList.None);
        Assume.That(TrySetList(".", AccessList.NamedUserWrites, UnixAttributes.DefaultAccessList), "the file system has access lists");
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        Assert.That(Replaces(Person.Root, directory));
        Assert.That((NamedUser.Do(() => Allowed(directory, "f")), Get("f", UnixAttributes.AccessList)), Is.EqualTo((0, (byte[]?)null)));
    });

    [Test]
    public void A_file_that_may_be_written_and_not_read_is_replaced() => Person.OnThread(() =>
    {
        Make("f", Engine.User, Engine.Group, 0x80, AccessList.None);
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        Assert.That(Replaces(Engine, directory));
        Assert.That(directory.TryStatus("f")!.Value.Mode, Is.EqualTo(0x80));
    });

    public enum AccessList
    {
        None,
        NamedUserWrites,
        NamedUserAndGroupWrite,
        NamedUserShutOut,
        NamedGroupReads,
        NamedGroupShutOut,
        OwnerNamed,
    }

    /// <summary>
    /// Each right of each class with and without that of the others (execution is a bit like these two); setuid and setgid both or neither.
    /// </summary>
    private static IEnumerable<uint> Modes(bool hasSpecial) =>
        from special in hasSpecial ? new uint[] { 0, 6 } : [0]
        from owner in new uint[] { 6, 4, 0 }
        from theGroup in new uint[] { 6, 4, 0 }
        from others in new uint[] { 6, 4, 0 }
        select (special << 9) | (owner << 6) | (theGroup << 3) | others;

    private static (Person Engine, uint Owner, uint Group) Situation(Keeps keeps) => keeps switch
    {
        Keeps.Both => (Person.Root, Owner.User, Team),
        Keeps.Group => (Engine, Owner.User, Team),
        Keeps.Owner => (Engine, Engine.User, Strangers),
        _ => (Engine, Owner.User, Strangers),
    };

    private static int[] Rights(DirectoryHandle directory, string name) => [.. People.Select(person => person.Do(() => Allowed(directory, name)))];

    /// <summary>What the thread's account may do, as the kernel says: read 4, write 2, execute 1.</summary>
    private static int Allowed(DirectoryHandle directory, string name)
    {
        var path = UnixName.Encode(Path.Join(directory.Path, name), "Ask");
        return new[] { 4, 2, 1 }.Sum(right => UnixNative.AccessAt2(
            UnixConstants.SystemCallFAccessAt2, UnixDurableIo.Anywhere, path, right, UnixConstants.EffectiveAccessAt) == 0 ? right : 0);
    }

    private static bool Replaces(Person engine, DirectoryHandle directory)
    {
        try
        {
            engine.Do(() =>
            {
                directory.RequireWritable("f");
                using (var file = directory.CreateFile("new"))
                {
                    Assert.That(file.Status().Mode & 0x3F, Is.Zero, "nobody reads it while it is written");
                    file.Write("new"u8, 0);
                    directory.GiveAccess(file, "f");
                }

                directory.RenameReplace("new", directory, "f");
            });
            return true;
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AccessDenied)
        {
            Assert.That(directory.TryStatus("new"), Is.Null, "it was refused before anything was written");
            return false;
        }
    }

    /// <summary>And a twin that stays.</summary>
    private void Make(string name, uint owner, uint group, uint mode, AccessList list)
    {
        foreach (var each in new[] { name, "was" })
        {
            File.Delete(_directory[each]);
            _directory.Write(each, "old");
            using var file = File.OpenHandle(_directory[each]);
            Assert.That(UnixNative.ChangeOwner(file, owner, group), Is.Zero);
            if (list != AccessList.None) Assert.That(TrySetList(each, list));
            Assert.That(UnixNative.ChangeMode(file, mode), Is.Zero);
        }
    }

    private bool TrySetList(string name, AccessList list, string attribute = UnixAttributes.AccessList)
    {
        if (list == AccessList.None) return true;
        if (!Path.Exists(_directory[name])) _directory.Write(name, "");
        const ushort User = 2, NamedGroup = 8, NoAccess = 0, Read = 4, ReadWrite = 6;
        var (tag, permissions, id) = list switch
        {
            AccessList.NamedUserWrites or AccessList.NamedUserAndGroupWrite => (User, ReadWrite, NamedUser.User),
            AccessList.NamedUserShutOut => (User, NoAccess, NamedUser.User),
            AccessList.NamedGroupReads => (NamedGroup, Read, Named),
            AccessList.NamedGroupShutOut => (NamedGroup, NoAccess, Named),
            _ => (User, Read, Owner.User),
        };
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(2u);
        // Owner, who is named, group, mask, others. The group's own entry is mostly less than the mask, which stands in the mode.
        var group = list == AccessList.NamedUserAndGroupWrite ? ReadWrite : Read;
        (ushort Tag, ushort Permissions, uint Id)[] entries = [(1, 6, ~0u), (tag, permissions, id), (4, group, ~0u), (0x10, 6, ~0u), (0x20, 4, ~0u)];
        foreach (var entry in entries.OrderBy(entry => entry.Tag))
        {
            writer.Write(entry.Tag);
            writer.Write(entry.Permissions);
            writer.Write(entry.Id);
        }

        return TrySet(name, attribute, stream.ToArray());
    }

    private bool TrySet(string name, string attribute, ReadOnlySpan<byte> value)
    {
        using var file = UnixDurableIo.Open(UnixDurableIo.Anywhere, _directory[name], UnixConstants.OpenReadOnly, "Open", name);
        return UnixAttributes.TrySet(file, attribute, value.ToArray(), name);
    }

    private byte[]? Get(string name, string attribute)
    {
        using var file = UnixDurableIo.Open(UnixDurableIo.Anywhere, _directory[name], UnixConstants.OpenReadOnly, "Open", name);
        return UnixAttributes.TryGet(file, attribute, name);
    }
}
