using System.Net.Sockets;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

[TestFixture]
internal sealed class DirectoryShareReadTests : ShareFixture
{
    [Test]
    public async Task A_listing_is_whole_and_leaves_out_marked_names()
    {
        Disk.Write("b", "12345");
        Disk.Write(TemporaryFile, "being written");
        Directory.CreateDirectory(Disk["a"]);
        var entries = await Share.ListAsync(SharePath.Root, default);
        Assert.That(
            entries.Select(e => (e.Name, e.Kind, e.Size)),
            Is.EqualTo(new[] { ("a", ShareEntryKind.Directory, 0L), ("b", ShareEntryKind.File, 5L) }));
    }

    [Test]
    public async Task Thousands_of_entries_are_all_listed()
    {
        for (var i = 0; i < 3000; i++) Disk.Write($"a file with a name that is not short {i}", "");
        Assert.That(await ListAsync(), Has.Length.EqualTo(3000).And.Unique);
    }

    [Test]
    public async Task Absent_is_what_a_good_listing_does_not_hold()
    {
        Disk.Write("file", "");
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await Share.StatAsync(At("none"), default), Is.Null);
            Assert.That(await Share.StatAsync(At(@"none\child"), default), Is.Null);
            Assert.That(await Share.StatAsync(At(@"file\child"), default), Is.Null);
        });
        await Assert.ThrowsAsync<DurableIoException>(() => Share.ListAsync(At("none"), default));
    }

    [Test]
    public async Task A_root_that_vanishes_is_an_error_and_never_absence()
    {
        await Share.CheckAsync(default);
        var elsewhere = Disk.Path + "-moved";
        DurableIo.RenameNoReplace(Disk.Path, elsewhere);
        try
        {
            await Assert.ThrowsAsync<ShareUnavailableException>(() => Share.CheckAsync(default));
            await Assert.ThrowsAsync<ShareUnavailableException>(() => Share.StatAsync(At("a"), default));
            await Assert.ThrowsAsync<ShareUnavailableException>(() => Share.ListAsync(SharePath.Root, default));
        }
        finally
        {
            DurableIo.RenameNoReplace(elsewhere, Disk.Path);
        }
    }

    [Test]
    public async Task Another_directory_in_the_place_of_the_root_is_refused_until_it_is_checked_again()
    {
        var identity = await Share.CheckAsync(default);
        var elsewhere = Disk.Path + "-moved";
        DurableIo.RenameNoReplace(Disk.Path, elsewhere);
        Directory.CreateDirectory(Disk.Path);
        try
        {
            await Assert.ThrowsAsync<ShareUnavailableException>(() => Share.StatAsync(At("a"), default));
            await Assert.ThrowsAsync<ShareUnavailableException>(() => WriteAsync("a", "bytes", null));
            Assert.That(await Share.CheckAsync(default), Is.Not.EqualTo(identity));
            Assert.That(await Share.StatAsync(At("a"), default), Is.Null);
        }
        finally
        {
            Directory.Delete(elsewhere);
        }
    }

    [Test]
    public async Task A_root_that_is_a_file_is_refused()
    {
        Disk.Write("file", "");
        var share = new DirectoryShare(UncPath.Parse(@"\\s\h"), Disk["file"], Instance);
        var error = (await Assert.ThrowsAsync<ShareUnavailableException>(() => share.CheckAsync(default)))!;
        Assert.That(error.Reason, Does.Contain("is no directory"));
    }

    [Test]
    public async Task What_was_read_is_verified()
    {
        Disk.Write("a", "bytes");
        await using var reading = await Share.OpenReadAsync(At("a"), default);
        using var text = new StreamReader(reading.Stream, leaveOpen: true);
        Assert.That(await text.ReadToEndAsync(), Is.EqualTo("bytes"));
        Assert.That(reading.Entry.Token, Is.EqualTo(await TokenAsync("a")));
        Assert.That(() => reading.VerifyUnchangedAsync(default), Throws.Nothing);
    }

    [TestCase("cut short")]
    [TestCase("changed in place")]
    [TestCase("replaced")]
    [TestCase("deleted")]
    public async Task What_was_read_of_a_changing_file_is_refused(string change)
    {
        if (change == "deleted") TriedSystem.AssumeAnOpenFileLosesItsName();
        Disk.Write("a", "bytes");
        await using var reading = await Share.OpenReadAsync(At("a"), default);
        await reading.Stream.ReadExactlyAsync(new byte[change == "cut short" ? 3 : 5]);
        Action act = change switch
        {
            "changed in place" => () => Disk.Write("a", "BYTES"),
            "replaced" => () =>
            {
                Disk.Write("b", "bytes");
                // What Windows does to an open file, too.
                File.Replace(Disk["b"], Disk["a"], Disk["c"]);
            }
            ,
            "deleted" => () => File.Delete(Disk["a"]),
            _ => () => { }
            ,
        };
        act();
        await Assert.ThrowsAsync<ShareContentException>(() => reading.VerifyUnchangedAsync(default));
    }

    [Test, Platform("Linux")]
    public async Task Where_reading_moves_the_time_the_bytes_tell_whether_somebody_wrote([Values] bool hasWritten)
    {
        var late = new DirectoryShare(Share.Root, Disk.Path, Instance, new OddFileSystem(Oddity.LikeRclone));
        await late.ProbeAsync(default);
        await late.WriteFileAsync(At("a"), Content("bytes"), null, default, Operation, default);
        var before = (await late.StatAsync(At("a"), default))!.Token;
        await using var reading = await late.OpenReadAsync(At("a"), default);
        await reading.Stream.ReadExactlyAsync(new byte[5]);
        if (hasWritten) Disk.Write("a", "BYTES");
        Assert.That((await late.StatAsync(At("a"), default))!.Token.ModifiedNanoseconds, Is.Not.EqualTo(before.ModifiedNanoseconds));
        Assert.That(() => reading.VerifyUnchangedAsync(default), hasWritten ? Throws.TypeOf<ShareContentException>() : Throws.Nothing);
    }

    [Test]
    public async Task Links_are_shown_and_never_followed()
    {
        TriedSystem.AssumeSymbolicLinks();
        using var outside = new Tests.Io.TemporaryDirectory();
        outside.Write("secret", "theirs");
        File.CreateSymbolicLink(Disk["file"], outside["secret"]);
        Directory.CreateSymbolicLink(Disk["dir"], outside.Path);
        var entries = await Share.ListAsync(SharePath.Root, default);
        Assert.That(entries.Select(e => (e.Kind, e.Unsupported)), Is.All.EqualTo((ShareEntryKind.Unsupported, UnsupportedReason.Link)));
        await Assert.MultipleAsync(async () =>
        {
            await Assert.ThrowsAsync<PathOutsideShareException>(() => Share.OpenReadAsync(At("file"), default));
            await Assert.ThrowsAsync<PathOutsideShareException>(() => Share.OpenReadAsync(At(@"dir\secret"), default));
            await Assert.ThrowsAsync<PathOutsideShareException>(() => Share.StatAsync(At(@"dir\secret"), default));
            await Assert.ThrowsAsync<PathOutsideShareException>(() => Share.ListAsync(At("dir"), default));
            await Assert.ThrowsAsync<PathOutsideShareException>(() => WriteAsync(@"dir\new", "ours", null));
            await Assert.ThrowsAsync<ShareConflictException>(() => WriteAsync("file", "ours", null));
        });
        Assert.That((outside.Read("secret"), outside.Names), Is.EqualTo(("theirs", new[] { "secret" })));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Sockets_and_names_with_a_backslash_are_shown_as_what_they_are()
    {
        Disk.Write(@"a\b", "");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Disk["socket"]));
        var entries = await Share.ListAsync(SharePath.Root, default);
        Assert.That(
            entries.Select(e => (e.Name, e.Kind, e.Unsupported)),
            Is.EqualTo(new[]
            {
                (@"a\b", ShareEntryKind.Unsupported, UnsupportedReason.InvalidName),
                ("socket", ShareEntryKind.Unsupported, UnsupportedReason.Special),
            }));
    }

    [Test]
    [Platform("Linux")]
    public async Task Another_mount_is_shown_and_never_entered()
    {
        var share = new DirectoryShare(UncPath.Parse(@"\\s\root"), "/", Instance);
        var proc = await share.StatAsync(At("proc"), default);
        Assert.That((proc!.Kind, proc.Unsupported), Is.EqualTo((ShareEntryKind.Unsupported, UnsupportedReason.MountPoint)));
        await Assert.ThrowsAsync<PathOutsideShareException>(() => share.ListAsync(At("proc"), default));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_path_longer_than_the_system_takes_is_reached_all_the_same()
    {
        var path = SharePath.Root;
        for (var i = 0; i < 20; i++)
        {
            path = path.Append(new string((char)('a' + i), 250));
            await Share.CreateDirectoryAsync(path, default, default);
        }

        var file = path.Append("file");
        var token = await Share.WriteFileAsync(file, Content("deep"), null, default, Operation, default);
        Assert.That((await Share.StatAsync(file, default))!.Token, Is.EqualTo(token));
        await Share.DeleteFileAsync(file, token, Operation, default);
        for (; !path.IsRoot; path = path.Parent)
            await Share.RemoveDirectoryAsync(path, (await Share.StatAsync(path, default))!.Token, default);
    }
}
