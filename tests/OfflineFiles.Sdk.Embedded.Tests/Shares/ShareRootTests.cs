using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>Which directory the root of a share really is: by the identity of its file system, else by a marker of ours, never by device and inode alone.</summary>
[TestFixture]
internal sealed class ShareRootTests
{
    private static readonly object[] Keys =
    [
        // What the system tells, when it was made, what the marker says, the key, and whether it is strong.
        new object?[] { "0f0e", null, null, "volume:0f0e:2", true },
        new object?[] { "0f0e", 7L, "aa", "volume:0f0e:2", true },
        new object?[] { null, 7L, null, "birth:ext4:2:7", true },
        new object?[] { null, 7L, "aa", "birth:ext4:2:7", true },
        new object?[] { null, null, "aa", "marker:aa", true },
        new object?[] { null, null, null, "weak:ext4:2", false },
    ];

    private TemporaryDirectory _disk = null!;

    [SetUp]
    public void Make() => _disk = new TemporaryDirectory();

    [TearDown]
    public void Remove() => _disk.Dispose();

    [TestCaseSource(nameof(Keys))]
    public void The_key_is_what_tells_the_root_from_every_other(string? id, long? birth, string? marker, string key, bool isStrong)
    {
        var identity = new ShareIdentity(1, 2, "ext4", id, birth, marker);
        Assert.That((identity.Key, identity.IsStrong, identity.IsRootOf(key)), Is.EqualTo((key, isStrong, true)));
        Assert.That(identity.IsRootOf("marker:another") || identity.IsRootOf("volume:another:2"), Is.False);
        Assert.That(identity.IsRootOf("weak:ext4:2"), Is.EqualTo(marker is null || id is null && marker is null), "a cache that could not know better once is believed");
    }

    [Test]
    public async Task A_marker_is_made_only_when_a_share_comes_into_the_cache_and_is_the_same_for_all_engines()
    {
        var looked = await Open(1).CheckAsync(CancellationToken.None);
        Assert.That((looked.IsStrong, _disk.Names), Is.EqualTo((false, Array.Empty<string>())), "a look makes nothing");
        var first = await Open(1).EstablishAsync(CancellationToken.None);
        var second = await Open(2).EstablishAsync(CancellationToken.None);
        Assert.That((first.IsStrong, second.Key), Is.EqualTo((true, first.Key)));
        Assert.That(await Open(3).CheckAsync(CancellationToken.None), Is.EqualTo(first));
        Assert.That(_disk.Names, Is.EqualTo(new[] { TemporaryName.RootMarker }));
        // On Windows it has the access of every new file in the directory.
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(_disk[TemporaryName.RootMarker]).HasFlag(UnixFileMode.OtherRead), "other accounts cache it, too");
        Assert.That(await Open(1).ListAsync(SharePath.Root, CancellationToken.None), Is.Empty, "and nobody sees it");
    }

    [TestCase("")]
    [TestCase("nonsense")]
    public async Task A_marker_that_says_nothing_is_none_and_is_made_anew(string text)
    {
        _disk.Write(TemporaryName.RootMarker, text);
        Assert.That((await Open(1).CheckAsync(CancellationToken.None)).IsStrong, Is.False);
        Assert.That((await Open(1).EstablishAsync(CancellationToken.None)).IsStrong, Is.True);
    }

    [Test]
    public async Task A_root_that_is_looked_at_again_and_again_is_the_same_for_all_calls_beside_it()
    {
        _disk.Write("file", "text");
        var share = new DirectoryShare(UncPath.Parse(@"\\server\share"), _disk.Path, 1);
        await share.CheckAsync(CancellationToken.None);
        using var ended = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        var calls = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested) await share.StatAsync(SharePath.Of(["file"]), CancellationToken.None);
        })).ToArray();
        while (!ended.IsCancellationRequested) await share.CheckAsync(CancellationToken.None);

        Assert.That(async () => await Task.WhenAll(calls), Throws.Nothing);
    }

    [Test]
    public async Task Who_wants_no_marker_gets_none()
    {
        var share = new DirectoryShare(UncPath.Parse(@"\\server\share"), _disk.Path, 1, new OddFileSystem(Oddity.LikeSshfs), usesMarker: false);
        Assert.That((await share.EstablishAsync(CancellationToken.None)).IsStrong, Is.False);
        Assert.That(_disk.Names, Is.Empty);
    }

    [Test]
    public async Task The_file_systems_own_identity_needs_no_marker()
    {
        var identity = await new DirectoryShare(UncPath.Parse(@"\\server\share"), _disk.Path, 1).EstablishAsync(CancellationToken.None);
        Assume.That(identity.FileSystemId is not null || identity.Birth is not null, "the system tells it");
        Assert.That((identity.IsStrong, identity.Marker, _disk.Names), Is.EqualTo((true, (string?)null, Array.Empty<string>())));
    }

    [Test]
    public async Task A_root_that_lost_its_marker_is_another_root_for_every_call()
    {
        var share = Open(1);
        var known = await share.EstablishAsync(CancellationToken.None);
        File.Delete(_disk[TemporaryName.RootMarker]);
        await Assert.ThrowsAsync<ShareUnavailableException>(() => share.ListAsync(SharePath.Root, CancellationToken.None));
        Assert.That((await share.CheckAsync(CancellationToken.None)).IsRootOf(known.Key), Is.False);
    }

    // What sshfs does when it is mounted anew.
    [Test]
    public async Task A_root_that_is_mounted_anew_under_another_number_is_used_on()
    {
        using var other = new TemporaryDirectory();
        var share = Open(1);
        await share.EstablishAsync(CancellationToken.None);
        File.Copy(_disk[TemporaryName.RootMarker], other[TemporaryName.RootMarker]);
        other.Write("a", "the same share");
        Swap(other);
        Assert.That((await share.StatAsync(SharePath.Of("a"), CancellationToken.None))!.Size, Is.EqualTo(14));
    }

    [Test]
    public async Task Another_root_in_the_same_place_is_refused()
    {
        using var other = new TemporaryDirectory();
        var share = Open(1);
        await share.EstablishAsync(CancellationToken.None);
        Swap(other);
        await Assert.ThrowsAsync<ShareUnavailableException>(() => share.StatAsync(SharePath.Of("a"), CancellationToken.None));
    }

    [TestCase("list")]
    [TestCase("absent")]
    public async Task What_a_root_says_counts_only_if_it_is_there_afterwards(string what)
    {
        var system = new OddFileSystem(Oddity.Native);
        var share = new DirectoryShare(UncPath.Parse(@"\\server\share"), _disk.Path, 1, system);
        await share.CheckAsync(CancellationToken.None);
        var roots = 0;
        system.Before = (_, call) =>
        {
            if (call == "open root" && ++roots == 2) throw OddFileSystem.Lost();
        };
        await Assert.ThrowsAsync<ShareUnavailableException>(() => what == "list"
            ? share.ListAsync(SharePath.Root, CancellationToken.None)
            : share.StatAsync(SharePath.Of("none"), CancellationToken.None));
    }

    [Test]
    public async Task A_root_that_does_not_tell_which_one_it_is_is_not_used()
    {
        var system = new OddFileSystem(Oddity.Native);
        var share = new DirectoryShare(UncPath.Parse(@"\\server\share"), _disk.Path, 1, system);
        await share.CheckAsync(CancellationToken.None);
        system.Before = (_, call) =>
        {
            if (call == "status") throw new DurableIoException("Status", "share", DurableIoFault.AccessDenied, 13, "it is denied", 13);
        };
        await Assert.ThrowsAsync<ShareUnavailableException>(() => share.StatAsync(SharePath.Of("a"), CancellationToken.None));
    }

    [Test]
    public void The_root_is_no_item_of_its_share()
    {
        var share = Open(1);
        var token = ShareToken.ForDirectory(FileAttributes.Directory, 1);
        var operation = new JournalledOperation(null);
        var content = new ShareContent(new MemoryStream(), 0, SHA256.HashData([]));
        Task[] calls =
        [
            share.OpenReadAsync(SharePath.Root, CancellationToken.None),
            share.WriteFileAsync(SharePath.Root, content, null, default, operation, CancellationToken.None),
            share.DeleteFileAsync(SharePath.Root, token, operation, CancellationToken.None),
            share.CreateDirectoryAsync(SharePath.Root, default, CancellationToken.None),
            share.RemoveDirectoryAsync(SharePath.Root, token, CancellationToken.None),
            share.MoveAsync(SharePath.Root, SharePath.Of("a"), token, operation, CancellationToken.None),
            share.SetMetadataAsync(SharePath.Root, default, token, CancellationToken.None),
        ];
        Assert.That(calls.Select(call => call.Exception?.InnerException), Is.All.InstanceOf<PathOutsideShareException>());
    }

    // What rclone does with a file that is renamed before it was sent.
    [Test]
    public async Task A_marker_stays_where_files_are_sent_late()
    {
        var share = new DirectoryShare(UncPath.Parse(@"\\server\share"), _disk.Path, 1, new OddFileSystem(Oddity.LikeRclone));
        var made = await share.EstablishAsync(CancellationToken.None);
        Assert.That(made.IsStrong);
        Assert.That((await share.CheckAsync(CancellationToken.None)).Key, Is.EqualTo(made.Key));
        Assert.That(_disk.Names, Is.EqualTo(new[] { TemporaryName.RootMarker }));
    }

    [Test]
    public async Task What_a_new_file_system_brings_along_is_no_content()
    {
        Directory.CreateDirectory(_disk["lost+found"]);
        await Open(1).EstablishAsync(CancellationToken.None);
        Assert.That((await Open(1).ListAsync(SharePath.Root, CancellationToken.None)).IsEmptyRoot(), Is.True);
        _disk.Write("welcome.txt", "");
        Assert.That((await Open(1).ListAsync(SharePath.Root, CancellationToken.None)).IsEmptyRoot(), Is.False);
    }

    private DirectoryShare Open(uint instance) =>
        new(UncPath.Parse(@"\\server\share"), _disk.Path, instance, new OddFileSystem(Oddity.LikeSshfs));

    /// <summary>The two change places, and the other one goes when the test ends.</summary>
    private void Swap(TemporaryDirectory other)
    {
        var aside = $"{other.Path}-aside";
        Directory.Move(_disk.Path, aside);
        Directory.Move(other.Path, _disk.Path);
        Directory.Move(aside, other.Path);
    }
}
