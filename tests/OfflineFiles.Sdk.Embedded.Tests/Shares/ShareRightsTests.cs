using System.Runtime.Versioning;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Unix;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>A change of a share takes no right that its account has not, and leaves every file the rights that it should have.</summary>
[TestFixture]
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
internal sealed class ShareRightsTests
{
    private static readonly Person Engine = new("the engine's account", 61010, 62010);
    private static readonly byte[] Bytes = "ours"u8.ToArray();

    private TemporaryDirectory _disk = null!;

    [SetUp]
    public void Make() => _disk = new TemporaryDirectory();

    [TearDown]
    public void Remove() => _disk.Dispose();

    [Test]
    public void A_file_that_the_account_may_not_write_is_not_replaced_though_its_directory_would_let_it() => Person.OnThread(() =>
    {
        _disk.Write("a", "theirs");
        File.SetUnixFileMode(_disk["a"], (UnixFileMode)0x1A4);
        File.SetUnixFileMode(_disk.Path, (UnixFileMode)0x1FF);
        var share = Open(Oddity.Native);
        var expected = Done(share.StatAsync(SharePath.Of("a"), CancellationToken.None))!.Token;
        var error = Assert.Throws<DurableIoException>(() => Engine.Do(() => Write(share, expected)))!;
        Assert.That((error.Fault, _disk.Read("a"), _disk.Names), Is.EqualTo((DurableIoFault.AccessDenied, "theirs", new[] { "a" })));
    });

    [Test]
    public void What_cannot_go_from_its_directory_gets_no_second_name_elsewhere() => Person.OnThread(() =>
    {
        Directory.CreateDirectory(_disk["d"]);
        _disk.Write("d/a", "theirs");
        var share = Open(Oddity.OnlyLinks);
        var expected = Done(share.StatAsync(SharePath.Of("d", "a"), CancellationToken.None))!.Token;
        Assume.That(Person.Run("chattr", "+a", _disk["d"]), "the file system has such attributes");
        try
        {
            Assert.Throws<DurableIoException>(() => Done(
                share.MoveAsync(SharePath.Of("d", "a"), SharePath.Of("b"), expected, new JournalledOperation(null), CancellationToken.None)));
            Assert.That((_disk.Read("d/a"), _disk.Names), Is.EqualTo(("theirs", new[] { "d" })));
        }
        finally
        {
            Person.Run("chattr", "-a", _disk["d"]);
        }
    });

    [TestCase("new", "640")]
    [TestCase("replaced", "664")]
    public void A_file_that_is_written_is_for_others_what_it_should_be(string what, string mode)
    {
        var before = UnixNative.Umask(0x17);
        try
        {
            if (what == "replaced")
            {
                _disk.Write("a", "old");
                File.SetUnixFileMode(_disk["a"], (UnixFileMode)0x1B4);
            }

            var share = Open(Oddity.Native);
            Write(share, Done(share.StatAsync(SharePath.Of("a"), CancellationToken.None))?.Token);
        }
        finally
        {
            _ = UnixNative.Umask(before);
        }

        Assert.That(Convert.ToString((int)File.GetUnixFileMode(_disk["a"]), 8), Is.EqualTo(mode));
    }

    /// <summary>Calls to the share are made on the thread that calls, whose account counts.</summary>
    private static T Done<T>(Task<T> call)
    {
        Assert.That(call.IsCompleted);
        return call.GetAwaiter().GetResult();
    }

    private static void Write(DirectoryShare share, ShareToken? expected) => Done(share.WriteFileAsync(
        SharePath.Of("a"),
        new ShareContent(new MemoryStream(Bytes), Bytes.Length, System.Security.Cryptography.SHA256.HashData(Bytes)),
        expected,
        default,
        new JournalledOperation(null),
        CancellationToken.None));

    private DirectoryShare Open(Oddity oddity)
    {
        var share = new DirectoryShare(UncPath.Parse(@"\\server\share"), _disk.Path, 0xABCDEF01, new OddFileSystem(oddity));
        Done(share.ProbeAsync(CancellationToken.None));
        return share;
    }
}
