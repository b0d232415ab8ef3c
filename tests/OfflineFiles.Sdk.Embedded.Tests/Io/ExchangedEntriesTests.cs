using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>
/// Somebody exchanges an entry for something else, as fast as he can, while it is looked at and opened. Whatever stands there then is refused or is
/// what was looked at: nothing is followed or waited for. A fault is found by chance here; one that is not there never is.
/// </summary>
[TestFixture]
[NonParallelizable]
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
internal sealed class ExchangedEntriesTests
{
    private const uint Wide = 0x1A4, WideDirectory = 0x1ED, Everybodys = 0x1B6, WrittenOnly = 0x80;

    private static readonly TimeSpan Tried = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(10);
    private static readonly string[] Kinds = ["link", "pipe", "somebody else's"];
    private static readonly Person Engine = new("the engine's account", 61010, 62010);
    private static readonly Person Somebody = new("somebody", 61001, 61001);

    private TemporaryDirectory _directory = null!;

    private string Name => _directory["f"];

    private string Other => _directory["g"];

    [SetUp]
    public void SetUp() => _directory = new TemporaryDirectory();

    [TearDown]
    public void TearDown() => _directory.Dispose();

    [Test]
    public void A_file_of_the_cache_is_opened_and_nothing_else([ValueSource(nameof(Kinds))] string other)
    {
        var (ours, _) = Plant(other);
        WhileExchanged(() =>
        {
            using var file = PrivateFiles.Open(Name, FileAccess.Read);
            Assert.That(UnixStatus.Of(file, "f").FileId, Is.EqualTo(ours));
        });
    }

    [Test]
    public void A_file_of_a_share_is_read_and_nothing_else([Values("link", "pipe")] string other)
    {
        var (ours, theirs) = Plant(other);
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        WhileExchanged(() =>
        {
            using var file = directory.OpenRead("f");
            // Nobody waits for a pipe. What it is, its status tells.
            Assert.That(file.Status().FileId, other == "pipe" ? Is.EqualTo(ours).Or.EqualTo(theirs) : Is.EqualTo(ours));
        });
    }

    [Test]
    public void A_file_of_the_cache_is_narrowed_and_nothing_else([ValueSource(nameof(Kinds))] string other)
    {
        var (_, theirs) = Plant(other);
        using var file = File.OpenHandle(Name);
        WhileExchanged(() =>
        {
            Assert.That(UnixNative.ChangeMode(file, Wide), Is.Zero);
            PrivateFiles.Narrow(Name);
        });
        Assert.That(ModeOf(theirs), Is.EqualTo(Wide));
    }

    [Test]
    public void A_file_that_may_only_be_written_is_opened_and_nothing_else([Values("link", "pipe")] string other) => Person.OnThread(() =>
    {
        var (ours, theirs) = Plant(other);
        Set(Name, WrittenOnly, Engine);
        Set(other == "link" ? _directory["elsewhere"] : Other, Everybodys, Somebody);
        File.SetUnixFileMode(_directory.Path, (UnixFileMode)0x1FF);
        using var directory = FileSystem.Real.OpenRoot(_directory.Path);
        Engine.Do(() => WhileExchanged(() =>
        {
            using var file = directory.OpenForMetadata("f");
            Assert.That(file.Status().FileId, other == "pipe" ? Is.EqualTo(ours).Or.EqualTo(theirs) : Is.EqualTo(ours));
        }));
    });

    [Test]
    public void A_directory_is_made_and_no_other_one_is_narrowed([Values("link", "somebody else's")] string other)
    {
        Directory.CreateDirectory(_directory["elsewhere"]);
        if (other == "link") File.CreateSymbolicLink(Other, _directory["elsewhere"]);
        else Directory.Move(_directory["elsewhere"], Other);
        var theirs = other == "link" ? _directory["elsewhere"] : Other;
        File.SetUnixFileMode(theirs, (UnixFileMode)WideDirectory);
        if (other != "link") Set(theirs, WideDirectory, Somebody);
        var id = StatusOf(theirs).FileId;
        var standing = StatusOf(Other).FileId;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Tried;)
        {
            ExchangedOnce(() => PrivateFiles.CreateDirectory(Name));
            if (StatusOf(Other).FileId != standing)
            {
                Directory.Delete(Other);
                Assert.That(UnixNative.RenameAt(UnixDurableIo.Anywhere, Native(Name), UnixDurableIo.Anywhere, Native(Other)), Is.Zero);
            }
            else
            {
                Directory.Delete(Name);
            }

            Assert.That(ModeOf(id), Is.EqualTo(WideDirectory));
        }
    }

    private static byte[] Native(string path) => UnixName.Encode(path, "Test");

    private static FileStatus StatusOf(string path) => UnixStatus.TryOf(UnixDurableIo.Anywhere, path, "")!.Value;

    private static void Set(string path, uint mode, Person owner)
    {
        using var entry = UnixDurableIo.Open(UnixDurableIo.Anywhere, path, UnixConstants.OpenReadOnly | UnixConstants.NonBlocking, "Open", path);
        Assert.That(UnixNative.ChangeOwner(entry, owner.User, owner.Group), Is.Zero);
        Assert.That(UnixNative.ChangeMode(entry, mode), Is.Zero);
    }

    /// <summary>A file of ours, and something else, all of it wide.</summary>
    /// <returns>The number of ours, and of what must not be touched.</returns>
    private (UInt128 Ours, UInt128 Theirs) Plant(string other)
    {
        _directory.Write("f", "ours");
        File.SetUnixFileMode(Name, (UnixFileMode)Wide);
        var theirs = Other;
        switch (other)
        {
            case "link":
                theirs = _directory["elsewhere"];
                _directory.Write("elsewhere", "ours, and not meant");
                File.CreateSymbolicLink(Other, theirs);
                break;
            case "pipe":
                Person.MakePipe(Other);
                break;
            default:
                Assume.That(UnixNative.EffectiveUser(), Is.Zero, "the test runs as root: it gives files away");
                _directory.Write("g", "theirs");
                Set(Other, Wide, Somebody);
                break;
        }

        if (other != "somebody else's") File.SetUnixFileMode(theirs, (UnixFileMode)Wide);
        return (StatusOf(Name).FileId, StatusOf(theirs).FileId);
    }

    private uint ModeOf(UInt128 id) =>
        Directory.EnumerateFileSystemEntries(_directory.Path).Select(StatusOf).First(status => status.FileId == id).Mode & 0x1FF;

    private void WhileExchanged(Action act)
    {
        var clock = Stopwatch.StartNew();
        var hung = false;
        using var stop = new CancellationTokenSource();
        // Whoever waits for the other end of a pipe gets it, late.
        using var watchdog = new Timer(
            _ =>
            {
                hung = true;
                var both = UnixConstants.OpenReadWrite | UnixConstants.NonBlocking;
                foreach (var name in new[] { Name, Other })
                    if (UnixNative.OpenAt(UnixDurableIo.Anywhere, Native(name), both, 0) is >= 0 and var end) new SafeFileHandle(end, ownsHandle: true).Dispose();
            },
            null,
            Hangs,
            TimeSpan.FromSeconds(0.1));
        var exchanging = new Thread(() =>
        {
            while (!stop.IsCancellationRequested) Exchange();
        });
        exchanging.Start();
        try
        {
            while (clock.Elapsed < Tried) Try(act);
        }
        finally
        {
            stop.Cancel();
            exchanging.Join();
        }

        Assert.That(hung, Is.False, "it waited");
    }

    private void ExchangedOnce(Action act)
    {
        var isDone = false;
        using var begun = new Barrier(2);
        var exchanging = new Thread(() =>
        {
            begun.SignalAndWait();
            while (!Volatile.Read(ref isDone) && !Exchange())
            {
            }
        });
        exchanging.Start();
        begun.SignalAndWait();
        Try(act);
        Volatile.Write(ref isDone, true);
        exchanging.Join();
    }

    private bool Exchange()
    {
        var here = UnixDurableIo.Anywhere;
        return UnixNative.RenameAt2(UnixConstants.SystemCallRenameAt2, here, Native(Name), here, Native(Other), UnixConstants.RenameExchangeFlag) == 0;
    }

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (DurableIoException)
        {
            // Refused.
        }
    }
}
